import type { LeapDayRule } from "./anniversary.ts";
import { daysInMonth, isLeapYear, type LocalDate, type PartialDate } from "./date.ts";

/** A day of any year. */
export interface MonthDay {
  readonly month: number;
  readonly day: number;
}

/** A year, 29 February included: so many days ahead it is looked for what is marked. */
export const YEAR_AHEAD = 366;

/** Orders by year, month and day; what is known less precisely comes first: 1992, 1992-08, 1992-08-01. */
export function compareDates(a: PartialDate, b: PartialDate): number {
  return dateNumber(a) - dateNumber(b);
}

/** A date as one number that sorts as compareDates does: 19920825, 19920800 and 19920000. */
export function dateNumber(date: PartialDate): number {
  const month = date.precision === "year" ? 0 : date.month;
  const day = date.precision === "day" ? date.day : 0;
  return date.year * 10_000 + month * 100 + day;
}

/** The inverse of dateNumber. */
export function dateOfNumber(number: number): PartialDate {
  const year = Math.floor(number / 10_000);
  const month = Math.floor(number / 100) % 100;
  const day = number % 100;
  if (month === 0) return { precision: "year", year };
  return day === 0 ? { precision: "month", year, month } : { precision: "day", year, month, day };
}

/** The day of that year, month (1 to 12) and day, which must exist: parsePartialDate checks what others typed. */
export function localDate(year: number, month: number, day: number): LocalDate {
  return { precision: "day", year, month, day };
}

/** The date so many days later (or earlier, if negative). */
export function addDays(date: LocalDate, days: number): LocalDate {
  return dateOfDayNumber(dayNumber(date) + days);
}

/** How many days b lies after a; negative where it lies before. */
export function daysBetween(a: LocalDate, b: LocalDate): number {
  return dayNumber(b) - dayNumber(a);
}

/** How many whole years lie between a date and a later day; a date known to the year or month counts from its beginning. */
export function wholeYears(since: PartialDate, day: LocalDate): number {
  const isBefore = dateNumber(day) % 10_000 < dateNumber(since) % 10_000;
  return day.year - since.year - (isBefore ? 1 : 0);
}

/**
 * The days of the year that are marked on a local date: the day itself, and 29 February on 28 February or 1 March of
 * a common year.
 */
export function markedOn(date: LocalDate, leapDay: LeapDayRule): readonly MonthDay[] {
  const own = { month: date.month, day: date.day };
  if (isLeapYear(date.year)) return [own];
  const [month, day] = leapDay === "02-28" ? [2, 28] : [3, 1];
  return date.month === month && date.day === day ? [own, { month: 2, day: 29 }] : [own];
}

/** The local date of a year on which a day of the year is marked: the inverse of markedOn. */
export function markedIn(year: number, { month, day }: MonthDay, leapDay: LeapDayRule): LocalDate {
  if (day <= daysInMonth(year, month)) return localDate(year, month, day);
  return leapDay === "02-28" ? localDate(year, 2, 28) : localDate(year, 3, 1);
}

/** Every day of the year, 29 February included: 366 of them, in order. */
export const DAYS_OF_YEAR: readonly MonthDay[] = Array.from({ length: 366 }, (_, index) => {
  const { month, day } = dateOfDayNumber(dayNumber(localDate(2000, 1, 1)) + index);
  return { month, day };
});

/** Days since 0000-03-01 of the proleptic Gregorian calendar; years begin in March so that leap days come last. */
function dayNumber({ year, month, day }: LocalDate): number {
  const marchYear = month > 2 ? year : year - 1;
  const monthFromMarch = (month + 9) % 12;
  return leapDaysBefore(marchYear) + 365 * marchYear + Math.floor((153 * monthFromMarch + 2) / 5) + day - 1;
}

function dateOfDayNumber(number: number): LocalDate {
  let marchYear = Math.floor((number + 1) / 365.2425);
  if (number < 365 * marchYear + leapDaysBefore(marchYear)) marchYear -= 1;
  else if (number >= 365 * (marchYear + 1) + leapDaysBefore(marchYear + 1)) marchYear += 1;
  const dayOfYear = number - 365 * marchYear - leapDaysBefore(marchYear);
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  const month = ((monthFromMarch + 2) % 12) + 1;
  return localDate(month > 2 ? marchYear : marchYear + 1, month, day);
}

function leapDaysBefore(marchYear: number): number {
  return Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400);
}
