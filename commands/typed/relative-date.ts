import { addDays, daysBetween, localDate } from "../../src/almanac/calendar.ts";
import { daysInMonth, formatDate, type LocalDate, type Month, parseLocalDate } from "../../src/almanac/date.ts";
import type { Language } from "../../src/messages/language.ts";
import type { Candidate } from "./date.ts";
import { datePhrases, type Filled, type Phrase, type Unit } from "./date-phrases.ts";
import { type DateWords, dateWords } from "./date-words.ts";
import { noSuchDay } from "./no-such-day.ts";

/**
 * What words mean by their distance from today: "tomorrow", "in 3 days", "two weeks ago", "next Friday", "last week", "this day in 1945",
 * "last June"; likeliest first. As a language and English write it.
 */
export function relativeDates(words: readonly string[], language: Language, today: LocalDate): readonly Candidate[] {
  const text = words.join(" ");
  if (text === "") return [];
  for (const each of languagesOf(language)) {
    const dates = [...dayNamed(text, each, today), ...counted(words, each, today), ...week(text, each, today)];
    if (dates.length > 0) return inRange(dates);
  }
  return datePhrases(language)
    .meant(text)
    .flatMap((filled) => MEANING[filled.phrase](filled, today));
}

/** The words with months and years in place of what they are called by their distance: "5 June last year", "the 5th of next month". */
export function withYears(words: readonly string[], language: Language, today: LocalDate): readonly string[] {
  return languagesOf(language).reduce((said, { yearsAhead, monthsAhead }) => {
    const years = replaced(said, yearsAhead, (ahead) => [String(today.year + ahead)]);
    return replaced(years, monthsAhead, (ahead) => {
      const { year, month } = monthsFrom(today, ahead);
      return [MONTHS[month - 1] ?? "", String(year)];
    });
  }, words);
}

const MONTHS = dateWords("en").months.flatMap(([form, month], at, all) =>
  all.findIndex(([, each]) => each === month) === at ? [form] : [],
);

function languagesOf({ readerLocale }: Language): readonly [DateWords, DateWords] {
  return [dateWords(readerLocale), dateWords("en")];
}

function replaced(
  words: readonly string[],
  names: ReadonlyMap<string, number>,
  as: (ahead: number) => readonly string[],
): readonly string[] {
  for (const [name, ahead] of names) {
    const wanted = name.split(" ");
    if (/\d/u.test(name)) continue;
    const at = words.findIndex((_, start) => wanted.every((word, index) => words[start + index] === word));
    if (at >= 0) return [...words.slice(0, at), ...as(ahead), ...words.slice(at + wanted.length)];
  }
  return words;
}

function inRange(dates: readonly LocalDate[]): readonly Candidate[] {
  return dates
    .filter(({ year }) => year >= 1 && year <= 9_999)
    .map((date) => ({ kind: "date", date, hasYear: true }) as const);
}

function dayNamed(text: string, { relative }: DateWords, today: LocalDate): readonly LocalDate[] {
  const ahead = relative.get(text);
  return ahead === undefined ? [] : [addDays(today, ahead)];
}

/** The day a week away, then the others of that week. */
function week(text: string, { weeks }: DateWords, today: LocalDate): readonly LocalDate[] {
  const ahead = weeks.get(text);
  if (ahead === undefined) return [];
  const day = addDays(today, 7 * ahead);
  const monday = addDays(day, 1 - weekdayOf(day));
  const all = Array.from({ length: 7 }, (_, index) => addDays(monday, index));
  return [day, ...all.filter((each) => daysBetween(each, day) !== 0)];
}

/** The date so many of a unit from another; a month that has no such day ends with its last. */
function dateAhead(from: LocalDate, { of, times }: Unit, count: number): LocalDate {
  if (of === "day") return addDays(from, times * count);
  const { year, month } = monthsFrom(from, times * count);
  return localDate(year, month, Math.min(from.day, daysInMonth(year, month)));
}

function monthsFrom({ year, month }: LocalDate, months: number): Month {
  const index = year * 12 + month - 1 + months;
  return { precision: "month", year: Math.floor(index / 12), month: (((index % 12) + 12) % 12) + 1 };
}

export const UNITS = ["day", "week", "month", "year"] as const;
const LENGTHS = {
  day: { of: "day", times: 1 },
  week: { of: "day", times: 7 },
  month: { of: "month", times: 1 },
  year: { of: "month", times: 12 },
} as const satisfies Readonly<Record<(typeof UNITS)[number], Unit>>;

/** "In 3 days", "3 days ago", as Intl counts in the language. */
function counted(words: readonly string[], { countOf }: DateWords, today: LocalDate): readonly LocalDate[] {
  const [number, ...others] = words.filter((word) => /^\d{1,3}$/.test(word));
  if (number === undefined || others.length > 0) return [];
  const text = words.join(" ");
  return UNITS.flatMap((unit) =>
    [Number(number), -Number(number)].flatMap((count) =>
      countOf(count, unit) === text ? [dateAhead(today, LENGTHS[unit], count)] : [],
    ),
  );
}

/** The first day of 1970 was a Thursday, the fourth of a week. */
const EPOCH = localDate(1970, 1, 1);
const THURSDAY = 4;

/** From 1, Monday, to 7. */
function weekdayOf(date: LocalDate): number {
  return ((((daysBetween(EPOCH, date) + THURSDAY - 1) % 7) + 7) % 7) + 1;
}

/** The first such weekday from so many days ahead on. */
function weekdayFrom(weekday: number, today: LocalDate, days: number): LocalDate {
  const from = addDays(today, days);
  return addDays(from, (((weekday - weekdayOf(from)) % 7) + 7) % 7);
}

/** That weekday in the week, from Monday on, so many weeks away. */
function weekdayIn(weekday: number, today: LocalDate, weeks: number): LocalDate {
  return addDays(today, weekday - weekdayOf(today) + 7 * weeks);
}

const SATURDAY = 6;

/** A Saturday and its Sunday. */
function weekend(saturday: LocalDate): readonly LocalDate[] {
  return [saturday, addDays(saturday, 1)];
}

type Meaning = (filled: Filled, today: LocalDate) => readonly Candidate[];

const onWeekday =
  (find: (weekday: number, today: LocalDate) => readonly LocalDate[]): Meaning =>
  ({ weekday = 1 }, today) =>
    inRange(find(weekday, today));

const inMonth =
  (yearOf: (month: number, today: LocalDate) => number): Meaning =>
  ({ month = 1 }, today) => [{ kind: "whole", date: { precision: "month", year: yearOf(month, today), month } }];

const DAY: Unit = LENGTHS.day;

const MEANING: Readonly<Record<Phrase, Meaning>> = {
  ahead: ({ count = 0, unit = DAY }, today) => inRange([dateAhead(today, unit, count)]),
  ago: ({ count = 0, unit = DAY }, today) => inRange([dateAhead(today, unit, -count)]),
  "two-days-ahead": (_, today) => inRange([addDays(today, 2)]),
  "two-days-ago": (_, today) => inRange([addDays(today, -2)]),
  "weekday-on": onWeekday((weekday, today) => [weekdayFrom(weekday, today, 0)]),
  "weekday-coming": onWeekday((weekday, today) => [weekdayFrom(weekday, today, 1)]),
  // to some the first one to come, to others that of the week after
  "weekday-next": onWeekday((weekday, today) => [1, 8].map((days) => weekdayFrom(weekday, today, days))),
  "weekday-last": onWeekday((weekday, today) => [weekdayFrom(weekday, today, -7)]),
  "weekday-of-next-week": onWeekday((weekday, today) => [weekdayIn(weekday, today, 1)]),
  "weekday-of-last-week": onWeekday((weekday, today) => [weekdayIn(weekday, today, -1)]),
  weekend: (_, today) => inRange(weekend(weekdayIn(SATURDAY, today, 0))),
  // as with "next Friday" there are two ways to mean it
  "weekend-next": (_, today) => inRange([1, 0].flatMap((weeks) => weekend(weekdayIn(SATURDAY, today, weeks)))),
  "weekend-last": (_, today) => inRange(weekend(weekdayIn(SATURDAY, today, -1))),
  "month-next": inMonth((month, today) => (month > today.month ? today.year : today.year + 1)),
  "month-last": inMonth((month, today) => (month < today.month ? today.year : today.year - 1)),
  "month-this": inMonth((_, today) => today.year),
  "today-in": ({ year = "" }, today) => {
    const date = parseLocalDate(formatDate(localDate(Number(year), today.month, today.day)));
    return date === undefined ? [noSuchDay(Number(year), today.month, today)] : inRange([date]);
  },
};
