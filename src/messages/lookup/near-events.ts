import type { Almanac, Filter } from "../../almanac/almanac.ts";
import type { Event } from "../../almanac/event.ts";
import { KINDS, type Kind } from "../../almanac/kind.ts";
import { nearest } from "../../almanac/nearest.ts";
import type { PartyCode } from "../../almanac/party.ts";

type Source = Pick<Almanac, "find" | "parties">;

/** What is written as ids are, whole or in part: no spaces, and a year between hyphens. */
const LIKE_AN_ID = /^[a-z0-9]+(?:-[a-z0-9]+)*-\d{4}(?:-[a-z0-9-]*)?$/i;

/** An id up to its date. */
const DATED = /^.*?-\d{4}(?:-\d{2}){0,2}(?!\d)/;

/** Whether somebody seems to mean an id rather than words of an event. */
export function isLikeAnId(text: string): boolean {
  return LIKE_AN_ID.test(text);
}

/** Events whose ids look like one that nobody has: of the parties that it names those nearest to its date, else of the year and the kind. */
export function eventsNear(id: string, almanac: Source, limit: number): readonly Event[] {
  const typed = id.toLowerCase();
  const [, year, month, day] = /(?<!\d)(\d{4})(?!\d)(?:-(\d{2})(?!\d))?(?:-(\d{2})(?!\d))?/.exec(typed) ?? [];
  const parties = partiesIn(typed.slice(0, year === undefined ? undefined : typed.indexOf(year)), almanac);
  const kind = KINDS.find((each) => typed.endsWith(`-${each}`));
  if (year === undefined)
    return parties.length === 0 ? [] : alike(typed, found({ parties, match: "all" }, almanac), limit);
  const date = { year: Number(year), month: Number(month ?? 0), day: Number(day ?? 0) };
  const around = parties.length > 1 ? DECADE : 1;
  const years = [date.year - around, date.year + around] as const;
  const theirs = parties.length === 0 ? [] : found({ years, parties, match: "all" }, almanac);
  if (theirs.length > 0) return nearestTo(date, kind, theirs).slice(0, limit);
  const ofYear = { years: [date.year, date.year] as const, ...(kind === undefined ? {} : { kinds: [kind] }) };
  return alike(typed, found(ofYear, almanac), limit);
}

/** Whoever mistypes a year of two parties is hardly farther off. */
const DECADE = 10;

/** A date as somebody typed it; 0 is what they left out. */
interface TypedDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** Those nearest to a date first; of one date those of the kind. */
function nearestTo(typed: TypedDate, kind: Kind | undefined, events: readonly Event[]): readonly Event[] {
  const apart = ({ date }: Event): number => {
    const month = date.precision === "year" ? 0 : date.month;
    const day = date.precision === "day" ? date.day : 0;
    // what one of them leaves out is no distance
    const months = month === 0 || typed.month === 0 ? 0 : month - typed.month;
    const days = day === 0 || typed.day === 0 ? 0 : day - typed.day;
    return Math.abs((date.year - typed.year) * 372 + months * 31 + days);
  };
  return events.toSorted(
    (one, other) => apart(one) - apart(other) || Number(other.kind === kind) - Number(one.kind === kind),
  );
}

/** Those whose ids begin as it does, as far as its date at least, else those that few letters set apart. */
function alike(typed: string, events: readonly Event[], limit: number): readonly Event[] {
  const dated = DATED.exec(typed)?.[0] ?? typed;
  const begun = [typed, dated].map((start) => events.filter(({ id }) => id.startsWith(start)));
  const same = begun.find((each) => each.length > 0);
  if (same !== undefined) return same.slice(0, limit);
  const ids = nearest(
    typed,
    events.map(({ id }) => id),
    limit,
  );
  return ids.flatMap((near) => events.find(({ id }) => id === near) ?? []);
}

function found(filter: Filter, almanac: Source): readonly Event[] {
  return almanac.find(filter, { order: "date" }).items;
}

/** The parties with whose codes an id begins, as long as can be: be-korean-empire. */
function partiesIn(text: string, { parties }: Source): readonly PartyCode[] {
  const parts = text.split("-").filter((part) => part !== "");
  const codes: PartyCode[] = [];
  for (let from = 0, until = parts.length; until > from; until--) {
    const slug = parts.slice(from, until).join("-");
    const party = parties.party(slug.toUpperCase()) ?? parties.party(slug);
    if (party === undefined) continue;
    codes.push(party.code);
    [from, until] = [until, parts.length + 1];
  }
  return codes;
}
