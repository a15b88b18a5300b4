import type { Filter } from "../almanac/almanac.ts";
import { type Anniversary, LEAP_DAY, type Occasion } from "../almanac/anniversary.ts";
import type { LocalDate } from "../almanac/date.ts";
import type { Event, EventId } from "../almanac/event.ts";
import { digestFor } from "../digest/compose.ts";
import { EVERYTHING } from "../digest/digest.ts";
import { ranked } from "../digest/rank.ts";
import { anniversaryLine } from "../messages/wording.ts";
import { type Asked, countCalled, filterOf } from "./asked.ts";
import { type Desk, readerOf } from "./desk.ts";
import { eventJson, printJson } from "./json.ts";

const LINES = 20;

/**
 * What is marked on a local date: people read its occasions, best first, as the daily post of everything has them, programs every anniversary, or the best so many: the
 * leads of the best occasions, then what belongs to them, then what is too uncertain for one; oldest first.
 */
export function showDay(desk: Desk, date: LocalDate, asked: Asked): void {
  const filter = filterOf(desk, asked);
  const passes = passing(desk, filter);
  const limit = asked.limit === undefined ? undefined : countCalled(asked.limit, "--limit");
  const occasions = bestFirst(desk, date).flatMap((occasion) => toldBy(passes, occasion) ?? []);
  if (asked.json) {
    const anniversaries = desk.almanac.anniversariesOn(date, LEAP_DAY).filter(({ event }) => passes(event));
    const told = occasions.map(({ lead, others }) => [lead, ...others]);
    const wanted = bestOf(told, anniversaries, limit);
    printJson(
      anniversaries
        .filter(({ event }) => wanted.has(event.id))
        .map(({ event, years }) => eventJson(event, desk, years)),
    );
    return;
  }
  const reader = readerOf(desk, asked.lang, filter.parties ?? []);
  console.log(`${reader.language.weekday(date)}\n`);
  for (const occasion of occasions.slice(0, limit ?? LINES)) console.log(anniversaryLine(occasion, reader));
  printRest(occasions.length, limit ?? LINES, "Nothing of that is marked on this day.");
}

/** The occasions of a day: those that a daily post chooses where nothing else is set, in its order, then the others. */
function bestFirst({ almanac }: Desk, date: LocalDate): readonly Occasion[] {
  const occasions = new Map(almanac.occasionsOn(date, LEAP_DAY).map((occasion) => [occasion.id, occasion]));
  const chosen = digestFor(almanac, EVERYTHING, date).lines.map(({ id }) => id);
  const others = ranked([...occasions.values()]).map(({ occasion }) => occasion.id);
  return [...new Set([...chosen, ...others])].flatMap((id) => occasions.get(id) ?? []);
}

/** The ids of the best so many of a day's anniversaries, all unless told: the occasions tell most of them, best first. */
function bestOf(
  occasions: readonly (readonly Anniversary[])[],
  anniversaries: readonly Anniversary[],
  limit = anniversaries.length,
): ReadonlySet<EventId> {
  const leads = occasions.flatMap(([lead]) => lead ?? []);
  const ids = new Set([...leads, ...occasions.flat(), ...anniversaries].map(({ event }) => event.id));
  return new Set([...ids].slice(0, limit));
}

/** Whether an event passes the parties (with what they continue) and kinds of a filter. */
export function passing(desk: Desk, { parties, kinds }: Filter): (event: Event) => boolean {
  const followed = new Set(parties?.flatMap((code) => [...desk.almanac.parties.lineageOf(code)]));
  return (event) =>
    (!parties || event.parties.some((code) => followed.has(code))) && (!kinds || kinds.includes(event.kind));
}

/** An occasion told by its events that pass alone, the first of them its lead, so that no line is of what was not asked for. */
export function toldBy(passes: (event: Event) => boolean, occasion: Occasion): Occasion | undefined {
  const [lead, ...others] = [occasion.lead, ...occasion.others].filter(({ event }) => passes(event));
  return lead && { ...occasion, lead, others };
}

/** Says how much was left out, and how to see it; or, where there was nothing, that and what to ask instead. */
export function printRest(total: number, limit: number, nothing: string): void {
  if (total === 0) console.log(nothing);
  else if (total > limit) console.log(`\n${total - limit} more: --limit ${total} shows all.`);
}
