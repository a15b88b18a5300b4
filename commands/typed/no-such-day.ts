import { addDays, compareDates, localDate } from "../../src/almanac/calendar.ts";
import { daysInMonth, isLeapYear, type LocalDate } from "../../src/almanac/date.ts";
import type { NoSuchDay } from "./date.ts";
import { YEARS_AHEAD } from "./year.ts";

/** A year in which every month has all the days that it can have. */
const LEAP_YEAR = 2000;
const FEBRUARY = 2;

/** What a month, of a year or of any, has instead of a day that it has not: its last, and the day after that; of February also the next 29th. */
export function noSuchDay(year: number | undefined, month: number, today: LocalDate): NoSuchDay {
  const inYear = year ?? yearOfNext(month, today);
  const last = lastOf(inYear, month);
  const leap = Array.from({ length: YEARS_AHEAD + 1 }, (_, ahead) => inYear + ahead).find(isLeapYear);
  const near = [
    last,
    addDays(last, 1),
    ...(month === FEBRUARY && leap !== undefined && leap !== inYear ? [lastOf(leap, month)] : []),
  ].filter((date) => date.year <= 9_999);
  return { kind: "no-such-day", month, year, days: daysInMonth(year ?? LEAP_YEAR, month), near };
}

function lastOf(year: number, month: number): LocalDate {
  return localDate(year, month, daysInMonth(year, month));
}

/** The year in which the month comes to an end next. */
function yearOfNext(month: number, today: LocalDate): number {
  return compareDates(lastOf(today.year, month), today) >= 0 ? today.year : today.year + 1;
}
