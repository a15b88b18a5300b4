import type { Occasion } from "../almanac/anniversary.ts";
import { formatDate, type PartialDate } from "../almanac/date.ts";
import type { Event } from "../almanac/event.ts";
import { familyOf, type Kind } from "../almanac/kind.ts";
import type { Lineage, PartyCode, Succession } from "../almanac/party.ts";
import type { Sequel } from "./digest.ts";
import type { DigestSource, Kinship } from "./source.ts";

/** What mends what was broken. */
const MENDED_BY: Partial<Record<Kind, readonly Kind[]>> = {
  "relations-severed": ["relations-restored", "relations-established"],
  "relations-suspended": ["relations-restored", "relations-established"],
  "embassy-closed": ["embassy-opened", "relations-restored"],
  "war-declared": ["peace-treaty", "armistice", "relations-restored"],
  "war-entered": ["peace-treaty", "armistice", "relations-restored"],
  "war-began": ["peace-treaty", "armistice", "relations-restored"],
  left: ["joined"],
};

/** What a reader asks next about an occasion; only what was known on the year in which it is marked. */
export function sequelOf({ lead }: Occasion, source: DigestSource): Sequel {
  const restored = mend(lead.event, lead.event.date.year + lead.years, source);
  const next = nextRound(lead.years);
  return {
    ...(restored === undefined ? {} : { restored }),
    lineage: lead.event.parties.flatMap((party) => presentHeirs(party, source)),
    next: { years: next, year: lead.event.date.year + next },
  };
}

/** Who a party is today: itself, or those that continue it whole; what split is not its parts. */
export function presentStates(code: PartyCode, source: { readonly parties: Kinship }): readonly PartyCode[] {
  const whole = presentHeirs(code, source).filter(({ how }) => how !== "split" && how !== "government");
  return whole.length === 0 ? [code] : whole.map(({ successor }) => successor);
}

/** Who continues a former party today: successors that ended themselves give way to theirs. */
export function presentHeirs(
  former: PartyCode,
  source: { readonly parties: Pick<Kinship, "successorsOf"> },
  seen: readonly PartyCode[] = [],
): readonly Lineage[] {
  const heirs = source.parties.successorsOf(former).filter(({ successor }) => !seen.includes(successor));
  const found = heirs.flatMap((heir) => {
    const later = presentHeirs(heir.successor, source, [...seen, former]);
    const how = (next: Lineage): Succession => (heir.how === "continuation" ? next.how : heir.how);
    return later.length === 0 ? [heir] : later.map((next) => ({ former, successor: next.successor, how: how(next) }));
  });
  return [...new Map(found.map((each) => [each.successor, each])).values()];
}

/** A peace so many years after a war began ended another one between the same two. */
const LONGEST_WAR = 10;

/** The first event after a break between the same two parties that ended it. */
function mend(broken: Event, until: number, source: DigestSource): Event | undefined {
  const kinds = MENDED_BY[broken.kind];
  const [one, other] = broken.parties;
  if (kinds === undefined || other === undefined || broken.parties.length > 2) return undefined;
  const last = familyOf(broken.kind) === "conflict" ? Math.min(until, broken.date.year + LONGEST_WAR) : until;
  return source
    .find({ parties: [one, other], match: "all", kinds, years: [broken.date.year, last] }, { order: "date" })
    .items.find(({ date }) => after(date, broken.date));
}

/** Whether it was later for certain: what falls into the month or year that is all that is known of the other may have been before it. */
function after(date: PartialDate, than: PartialDate): boolean {
  const [later, earlier] = [formatDate(date), formatDate(than)];
  return later > earlier && !later.startsWith(earlier);
}

/** The next count of years that people mark: a multiple of 25 or of 10. */
function nextRound(years: number): number {
  const next = (step: number): number => (Math.floor(years / step) + 1) * step;
  return Math.min(next(10), next(25));
}
