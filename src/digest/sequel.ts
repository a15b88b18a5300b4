import type { Occasion } from "../almanac/anniversary.ts";
import { formatDate, type PartialDate } from "../almanac/date.ts";
import type { Event } from "../almanac/event.ts";
import type { Kind } from "../almanac/kind.ts";
import type { Sequel } from "./digest.ts";
import type { DigestSource } from "./source.ts";

/** What mends what was broken. */
const MENDED_BY: Partial<Record<Kind, ReadonlySet<Kind>>> = {
  "relations-severed": new Set<Kind>(["relations-restored", "relations-established"]),
  "relations-suspended": new Set<Kind>(["relations-restored", "relations-established"]),
  "embassy-closed": new Set<Kind>(["embassy-opened", "relations-restored"]),
  "war-declared": new Set<Kind>(["peace-treaty", "armistice", "relations-restored"]),
  "war-began": new Set<Kind>(["peace-treaty", "armistice", "relations-restored"]),
  left: new Set<Kind>(["joined"]),
};

/** What a reader asks next about an occasion; only what was known on the year in which it is marked. */
export function sequelOf({ lead }: Occasion, source: Pick<DigestSource, "between" | "successorsOf">): Sequel {
  const restored = mend(lead.event, lead.event.date.year + lead.years, source);
  const next = nextRound(lead.years);
  return {
    ...(restored === undefined ? {} : { restored }),
    lineage: lead.event.parties.flatMap((party) => source.successorsOf(party)),
    next: { years: next, year: lead.event.date.year + next },
  };
}

/** The first event after a break between the same two parties that ended it. */
function mend(broken: Event, until: number, source: Pick<DigestSource, "between">): Event | undefined {
  const kinds = MENDED_BY[broken.kind];
  const [one, other] = broken.parties;
  if (kinds === undefined || other === undefined || broken.parties.length > 2) return undefined;
  return [...source.between(one, other)]
    .filter(({ kind, date }) => kinds.has(kind) && after(date, broken.date) && date.year <= until)
    .toSorted((a, b) => (formatDate(a.date) + a.id < formatDate(b.date) + b.id ? -1 : 1))
    .at(0);
}

function after(date: PartialDate, than: PartialDate): boolean {
  return formatDate(date) > formatDate(than);
}

/** The next count of years that people mark: a multiple of 25 or of 10. */
function nextRound(years: number): number {
  const next = (step: number): number => (Math.floor(years / step) + 1) * step;
  return Math.min(next(10), next(25));
}
