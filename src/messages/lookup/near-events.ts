import type { Almanac, Filter } from "../../almanac/almanac.ts";
import type { Event } from "../../almanac/event.ts";
import { KINDS } from "../../almanac/kind.ts";
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

/** Events whose ids look like one that nobody has: of the year and the parties that it names, else of the year and the kind. */
export function eventsNear(id: string, almanac: Source, limit: number): readonly Event[] {
  const typed = id.toLowerCase();
  const year = /(?<!\d)\d{4}(?!\d)/.exec(typed)?.[0];
  const years: Filter = year === undefined ? {} : { years: [Number(year), Number(year)] };
  const parties = partiesIn(typed.slice(0, year === undefined ? undefined : typed.indexOf(year)), almanac);
  const theirs = parties.length === 0 ? [] : found({ ...years, parties, match: "all" }, almanac);
  if (theirs.length > 0) {
    const near = alike(typed, theirs, limit);
    return near.length > 0 ? near : theirs.slice(0, limit);
  }
  if (year === undefined) return [];
  const kind = KINDS.find((each) => typed.endsWith(`-${each}`));
  return alike(typed, found({ ...years, ...(kind === undefined ? {} : { kinds: [kind] }) }, almanac), limit);
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
