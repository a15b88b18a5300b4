import type { Filter } from "../almanac/almanac.ts";
import { LEAP_DAY } from "../almanac/anniversary.ts";
import type { LocalDate } from "../almanac/date.ts";
import type { Event } from "../almanac/event.ts";
import { ranked } from "../digest/rank.ts";
import { anniversaryLine } from "../messages/wording.ts";
import { type Asked, countCalled, filterOf } from "./asked.ts";
import { type Desk, readerOf } from "./desk.ts";
import { eventJson, printJson } from "./json.ts";

const LINES = 20;

/**
 * What is marked on a local date: people read its occasions, best first, programs every anniversary, or the best so many: the
 * leads of the best occasions, then what belongs to them; oldest first.
 */
export function showDay(desk: Desk, date: LocalDate, asked: Asked): void {
  const filter = filterOf(desk, asked);
  const passes = passing(desk, filter);
  const limit = asked.limit === undefined ? undefined : countCalled(asked.limit, "--limit");
  const occasions = ranked(
    desk.almanac
      .occasionsOn(date, LEAP_DAY)
      .filter(({ lead, others }) => [lead, ...others].some(({ event }) => passes(event))),
  ).map(({ occasion }) => occasion);
  if (asked.json) {
    const told = occasions.map(({ lead, others }) => [lead, ...others].filter(({ event }) => passes(event)));
    const best = [...told.flatMap(([first]) => first ?? []), ...told.flatMap(([, ...others]) => others)].slice(
      0,
      limit,
    );
    const wanted = new Set(best.map(({ event }) => event.id));
    const anniversaries = desk.almanac.anniversariesOn(date, LEAP_DAY).filter(({ event }) => wanted.has(event.id));
    printJson(anniversaries.map(({ event, years }) => eventJson(event, desk, years)));
    return;
  }
  const reader = readerOf(desk, asked.lang, filter.parties ?? []);
  console.log(`${reader.language.weekday(date)}\n`);
  for (const occasion of occasions.slice(0, limit ?? LINES)) console.log(anniversaryLine(occasion, reader));
  printRest(occasions.length, limit ?? LINES);
}

/** Whether an event passes the parties (with what they continue) and kinds of a filter. */
export function passing(desk: Desk, { parties, kinds }: Filter): (event: Event) => boolean {
  const followed = new Set(parties?.flatMap((code) => [...desk.almanac.parties.lineageOf(code)]));
  return (event) =>
    (!parties || event.parties.some((code) => followed.has(code))) && (!kinds || kinds.includes(event.kind));
}

/** Says how much was left out, and how to see it; or that there was nothing. */
export function printRest(total: number, limit: number): void {
  if (total === 0) console.log("Nothing is known.");
  else if (total > limit) console.log(`\n${total - limit} more: --limit ${total} shows all.`);
}
