import { daysBetween, localDate, type MonthDay } from "../almanac/calendar.ts";
import type { Day, PartialDate } from "../almanac/date.ts";
import { remembering } from "../almanac/remembering.ts";

/** Dates in a language: proleptic Gregorian in every locale, never more precise than the date is. */
export interface DateStyle {
  /** 25 June 1952; June 1952; 1952. */
  readonly date: (date: PartialDate) => string;
  /** Thursday 25 June 2026; without a day, as date. */
  readonly weekday: (date: PartialDate) => string;
  /** Thursday 25 June: a day of the weeks around. */
  readonly dayOfWeek: (date: Day) => string;
  /** 25 June: a day of any year. */
  readonly dayOfYear: (day: MonthDay) => string;
  /** June: a month (1 to 12) of any year. */
  readonly month: (month: number) => string;
  /** 8–11 March 1992; of unequal precision, as "8 March 1992 – 1993". */
  readonly range: (start: PartialDate, end: PartialDate) => string;
}

const PARTS = {
  day: { year: "numeric", month: "long", day: "numeric" },
  month: { year: "numeric", month: "long" },
  year: { year: "numeric" },
} as const satisfies Record<PartialDate["precision"], Intl.DateTimeFormatOptions>;

/** Has every day of the year. */
const LEAP_YEAR = 2024;

const EPOCH = localDate(1970, 1, 1);
const DAY_MS = 86_400_000;

/** Midnight UTC of a date's first day, in milliseconds. */
function epoch(date: PartialDate): number {
  const month = date.precision === "year" ? 1 : date.month;
  const day = date.precision === "day" ? date.day : 1;
  return daysBetween(EPOCH, localDate(date.year, month, day)) * DAY_MS;
}

/** How dates and spans are written in a language: "25 August 1992", "August 1992", "8–11 March 1992". */
export function dateStyle(locale: string): DateStyle {
  const formatter = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
    new Intl.DateTimeFormat(locale, { ...options, calendar: "gregory", timeZone: "UTC" });
  const plain = { day: formatter(PARTS.day), month: formatter(PARTS.month), year: formatter(PARTS.year) };
  const weekday = formatter({ ...PARTS.day, weekday: "long" });
  const dayOfWeek = formatter({ weekday: "long", month: "long", day: "numeric" });
  const dayOfYear = formatter({ month: "long", day: "numeric" });
  const monthOfYear = formatter({ month: "long" });
  // nearly every line says a year, and there are few of them
  const yearOf = remembering((year: number) => plain.year.format(epoch({ precision: "year", year })));
  const style = (date: PartialDate): string =>
    date.precision === "year" ? yearOf(date.year) : plain[date.precision].format(epoch(date));
  return {
    date: style,
    weekday: (date) => (date.precision === "day" ? weekday.format(epoch(date)) : style(date)),
    dayOfWeek: (date) => dayOfWeek.format(epoch(date)),
    dayOfYear: ({ month, day }) => dayOfYear.format(epoch({ precision: "day", year: LEAP_YEAR, month, day })),
    month: (month) => monthOfYear.format(epoch({ precision: "month", year: LEAP_YEAR, month })),
    range: (start, end) =>
      start.precision === end.precision && epoch(start) <= epoch(end)
        ? plain[start.precision].formatRange(epoch(start), epoch(end))
        : `${style(start)} – ${style(end)}`,
  };
}
