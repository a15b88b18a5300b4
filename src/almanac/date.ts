/**
 * Dates as sources give them: EDTF level 0, proleptic Gregorian, known to the day, the month or the year.
 * Only a full day can have an anniversary on a day.
 */
export interface Day {
  readonly precision: "day";
  readonly year: number;
  readonly month: number;
  readonly day: number;
}
export interface Month {
  readonly precision: "month";
  readonly year: number;
  readonly month: number;
}
export interface Year {
  readonly precision: "year";
  readonly year: number;
}
export type PartialDate = Day | Month | Year;

/** A calendar day somewhere on earth, without a zone: the day a server lives in. */
export type LocalDate = Day;

const SHAPE = /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/;

/** By the Gregorian rule, also for the years before it was made. */
export function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** Days in a month (1 to 12) of a year. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** Reads YYYY, YYYY-MM or YYYY-MM-DD of the years 0001 to 9999; anything else, 31 June included, is undefined. */
export function parsePartialDate(text: string): PartialDate | undefined {
  if (!SHAPE.test(text)) return undefined;
  const year = Number(text.slice(0, 4));
  if (year < 1) return undefined;
  if (text.length === 4) return { precision: "year", year };
  const month = Number(text.slice(5, 7));
  if (month < 1 || month > 12) return undefined;
  if (text.length === 7) return { precision: "month", year, month };
  const day = Number(text.slice(8));
  return day < 1 || day > daysInMonth(year, month) ? undefined : { precision: "day", year, month, day };
}

/** Reads YYYY-MM-DD. */
export function parseLocalDate(text: string): LocalDate | undefined {
  const date = parsePartialDate(text);
  return date?.precision === "day" ? date : undefined;
}

/** The inverse of parsePartialDate. */
export function formatDate(date: PartialDate): string {
  const year = String(date.year).padStart(4, "0");
  if (date.precision === "year") return year;
  const month = `${year}-${String(date.month).padStart(2, "0")}`;
  return date.precision === "month" ? month : `${month}-${String(date.day).padStart(2, "0")}`;
}
