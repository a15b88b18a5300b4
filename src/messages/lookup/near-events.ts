import type { Almanac, Filter } from "../../almanac/almanac.ts";
import type { Event } from "../../almanac/event.ts";
import { nearest } from "../../almanac/nearest.ts";
import type { PartyCode } from "../../almanac/party.ts";

type Source = Pick<Almanac, "find" | "parties">;

/** What is written as ids are, whole or in part: no spaces, and a year between hyphens. */
const LIKE_AN_ID = /^[a-z0-9]+(?:-[a-z0-9]+)*-\d{4}(?:-[a-z0-9-]*)?$/i;

/** An id up to its date. */
const DATED = /^.*?-\d{4}(?:-\d{2}){0,2}(?!\d)/;

export function isLikeAnId(text: string): boolean {
  return LIKE_AN_ID.test(text);
}

/** Events whose ids look like one that nobody has: of the same year, else of the parties that it begins with (of that year if it names one). */
export function eventsNear(id: string, almanac: Source, limit: number): readonly Event[] {
  const typed = id.toLowerCase();
  const year = /(?<!\d)\d{4}(?!\d)/.exec(typed)?.[0];
  const years: Filter = year === undefined ? {} : { years: [Number(year), Number(year)] };
  const events = year === undefined ? [] : found(years, almanac);
  const dated = DATED.exec(typed)?.[0] ?? typed;
  const begun = [typed, dated].map((start) => events.filter(({ id: each }) => each.startsWith(start)));
  const alike = begun.find((each) => each.length > 0);
  if (alike !== undefined) return alike.slice(0, limit);
  const ids = nearest(
    typed,
    events.map((event) => event.id),
    limit,
  );
  if (ids.length > 0) return ids.flatMap((near) => events.find((event) => event.id === near) ?? []);
  const parties = partiesIn(typed.slice(0, year === undefined ? undefined : typed.indexOf(year)), almanac);
  return parties.length === 0 ? [] : found({ ...years, parties, match: "all" }, almanac).slice(0, limit);
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
