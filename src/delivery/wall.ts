import { DateTime } from "luxon";
import { parseZone, type Zone } from "./subscription.ts";

/**
 * What a clock on the wall shows in a zone, to the second: YYYY-MM-DDTHH:mm:ss. Two of one zone compare as texts.
 * Wall clocks are only ever read, never turned back into an instant: an hour that comes twice has two, one that is
 * skipped has none.
 */
export type Wall = string;

export const UTC = utc();

function utc(): Zone {
  const zone = parseZone("UTC");
  if (zone === undefined) throw new Error("this Node.js knows no time zones: it was built without its full data");
  return zone;
}

/** What the wall shows in a zone at an instant: YYYY-MM-DDTHH:mm:ss. */
export function wallAt(instant: number, zone: Zone): Wall {
  const clock = clocks.get(zone) ?? clockOf(zone);
  clocks.set(zone, clock);
  return clock.format(instant).replace(" ", "T");
}

const clocks = new Map<Zone, Intl.DateTimeFormat>();

/** Swedish writes dates as ISO 8601 does, and formatting is several times faster than taking the parts apart. */
function clockOf(zone: Zone): Intl.DateTimeFormat {
  const [two, year] = ["2-digit", "numeric"] as const;
  const fields = { year, month: two, day: two, hour: two, minute: two, second: two } as const;
  return new Intl.DateTimeFormat("sv-SE", { ...fields, timeZone: zone, hourCycle: "h23", calendar: "gregory" });
}

/** YYYY-MM-DD of a wall clock. */
export function dateOf(wall: Wall): string {
  return wall.slice(0, 10);
}

const HALF_AN_HOUR = 30 * 60_000;
/** Clocks are set back by steps of half an hour, and by no more than this. */
const LONGEST_STEP_BACK = 6 * HALF_AN_HOUR;

/**
 * The first instant, or a little before it, at which the wall has shown that or more by now: a bound to look back to, as a wall
 * clock is no instant.
 */
export function shownSince(wall: Wall, zone: Zone, now: number): number {
  const start = now - Math.max(0, asIfUtc(wallAt(now, zone)) - asIfUtc(wall));
  let first = start;
  for (let back = HALF_AN_HOUR; back <= LONGEST_STEP_BACK; back += HALF_AN_HOUR)
    if (wallAt(start - back, zone) >= wall) first = start - back;
  return first;
}

/** That date had begun in a zone at an instant. */
export function hadBegun(date: string, zone: Zone, instant: number): boolean {
  return dateOf(wallAt(instant, zone)) >= date;
}

function asIfUtc(wall: Wall): number {
  return DateTime.fromISO(wall, { zone: "utc" }).toMillis();
}

/** The calendar date so many days after that one; negative goes back. Throws beyond the year 9999: such dates do not compare as texts. */
export function addDays(date: string, days: number): string {
  const moved = DateTime.fromISO(date, { zone: "utc" }).plus({ days });
  if (!moved.isValid || moved.year > 9999) throw new RangeError(`no date is ${days} days after ${date}`);
  return moved.toFormat("yyyy-MM-dd");
}

/** Monday is 1, Sunday is 7. */
export function weekdayOf(date: string): number {
  return DateTime.fromISO(date, { zone: "utc" }).weekday;
}

/** False for a date that a zone left out when it changed sides of the date line: 30 December 2011 in Apia. */
export function existsIn(date: string, zone: Zone): boolean {
  const noon = DateTime.fromISO(`${date}T12:00`, { zone: "utc" }).toMillis();
  return AROUND_NOON.some((hours) => dateOf(wallAt(noon + hours * 3_600_000, zone)) === date);
}

/** Every date that a zone knows covers one of these hours: none is further from UTC than 14 hours, and its noon is in it. */
const AROUND_NOON = [0, -6, 6, -12, 12, -18, 18];
