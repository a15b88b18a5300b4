import type { LeapDayRule } from "../anniversary.ts";
import { listAt } from "../archive/lists.ts";
import { dayKey, type Index } from "../archive/shape.ts";
import { addDays, DAYS_OF_YEAR, dateNumber, markedIn, markedOn } from "../calendar.ts";
import type { LocalDate } from "../date.ts";

/** The rows, oldest first, of everything known to the day that is marked on a local date of a later year. */
export function rowsMarkedOn(index: Index, date: LocalDate, leapDay: LeapDayRule): readonly number[] {
  const days = markedOn(date, leapDay);
  const rows: number[] = [];
  for (const { month, day } of days)
    for (const row of listAt(index.rowsOfDay, dayKey(month * 100 + day)))
      if (yearsAt(index, row, date.year) > 0) rows.push(row);
  return days.length === 1 ? rows : rows.sort((a, b) => a - b);
}

/** How many years before that year the row's event was. */
export function yearsAt(index: Index, row: number, year: number): number {
  return year - Math.floor((index.dates[row] ?? 0) / 10_000);
}

/** The keys of the days of which something is marked on one of so many days from a date on. */
export function keysMarkedOn(from: LocalDate, days: number, leapDay: LeapDayRule): ReadonlySet<number> {
  const keys = new Set<number>();
  for (let date = from, left = days; left > 0; date = addDays(date, 1), left--)
    for (const { month, day } of markedOn(date, leapDay)) keys.add(dayKey(month * 100 + day));
  return keys;
}

/**
 * By year: when what happened on a day of the year (month times 100 plus day; less precise: month times 100, or 0) is marked
 * in it (dateNumber); 0 where it is not asked for.
 */
export type MarkedDates = ReadonlyMap<number, Uint32Array>;

/** Days of the year as numbers stay below. */
const END = 1232;

/** So many days from a date on. */
export function datesOfDays(from: LocalDate, days: number, leapDay: LeapDayRule): MarkedDates {
  const ofYears = new Map<number, Uint32Array>();
  for (let date = from, left = days; left > 0; date = addDays(date, 1), left--) {
    const dates = ofYears.get(date.year) ?? new Uint32Array(END);
    ofYears.set(date.year, dates);
    for (const { month, day } of markedOn(date, leapDay)) dates[month * 100 + day] = dateNumber(date);
  }
  return ofYears;
}

/** A year, or a month of it; month 0 is what is known to the year only. */
export function datesOfYear(year: number, month: number | undefined, leapDay: LeapDayRule): MarkedDates {
  const dates = new Uint32Array(END);
  const mark = (dayOfYear: number, date: number): void => {
    if (month === undefined || Math.floor(date / 100) % 100 === month) dates[dayOfYear] = date;
  };
  for (let each = 0; each <= 12; each++) mark(each * 100, year * 10_000 + each * 100);
  for (const day of DAYS_OF_YEAR) mark(day.month * 100 + day.day, dateNumber(markedIn(year, day, leapDay)));
  return new Map([[year, dates]]);
}
