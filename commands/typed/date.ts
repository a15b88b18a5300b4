import { addDays, localDate } from "../../src/almanac/calendar.ts";
import { daysInMonth, formatDate, type LocalDate, parseLocalDate } from "../../src/almanac/date.ts";
import { type DateWords, dateWords } from "./date-words.ts";
import { wordsOf } from "./words.ts";

/** The Buddhist years that Thai people may mean, and how far they are ahead. */
const BUDDHIST = { first: 2_400, last: 2_700, ahead: 543 };

/** What also stands in dates beside what Intl writes: "on the 25th of June", 25日 in any language. */
const BESIDE = new Set("on the of 年 月 日 년 월 일".split(" ").flatMap(wordsOf));

/** 25th, 1er, 1º: only right behind a number, because TH by itself is Thailand. */
const ENDING = /(?<=\d)(?:st|nd|rd|th|er|[eoaºª])(?!\p{L})/giu;

/** A number below zero is no day of this month. */
const NEGATIVE = /^\s*[-−]\s*\d+\s*$/;

/** Why a text is no date: nothing in it is one, or words beside it are not of it, or the month has no such day. */
export type NotADate =
  | { readonly kind: "unreadable" }
  | { readonly kind: "more-than-a-date"; readonly more: string }
  | { readonly kind: "no-such-day"; readonly days: number }
  | { readonly kind: "no-leap-year"; readonly year: number };

export type DateReading =
  | { readonly ok: true; readonly dates: readonly [LocalDate, ...LocalDate[]] }
  | { readonly ok: false; readonly why: NotADate };

/** A date, or why the calendar has none of that day, month and year. */
type Candidate = LocalDate | NotADate;

/**
 * The dates that a typed text may mean, likeliest first, each once: 2026-06-25, 25/6, 6/25/2026, "25 June", "June 25 1992",
 * "6월 25일", "tomorrow", in the reader's language or else in English; 03/04 in the order of the language, then the other
 * way round. Without a year it is the first one from today's on that has the day. Or why it means none; never throws.
 */
export function readDates(typed: string, locale: string, today: LocalDate): DateReading {
  const words = wordsOf(typed);
  const candidates = NEGATIVE.test(typed) ? [] : candidatesOf(words, locale, today);
  const more = candidates.length > 0 ? strangers(wordsOf(typed.replaceAll(ENDING, "")), locale) : [];
  if (more.length > 0) return { ok: false, why: { kind: "more-than-a-date", more: more.join(" ") } };
  const [first, ...others] = unique(candidates.filter((candidate) => "precision" in candidate));
  if (first !== undefined) return { ok: true, dates: [first, ...others] };
  return { ok: false, why: candidates.find((candidate) => "kind" in candidate) ?? { kind: "unreadable" } };
}

function candidatesOf(words: readonly string[], locale: string, today: LocalDate): readonly Candidate[] {
  for (const language of [dateWords(locale), dateWords("en")]) {
    const named = [...relativeDay(words, language, today), ...withMonthName(words, language, today)];
    if (named.length > 0) return named;
  }
  return inNumbers(words, dateWords(locale), today);
}

/** The words that belong to no date, nor begin a month where none is named. */
function strangers(words: readonly string[], locale: string): readonly string[] {
  const languages = [dateWords(locale), dateWords("en")];
  if (languages.some(({ relative }) => relative.has(words.join(" ")))) return [];
  const months = languages.flatMap((language) => language.months.map(([form]) => form));
  const isNamed = words.some((word) => months.includes(word));
  const belongs = (word: string) =>
    /^\d+$/.test(word) ||
    BESIDE.has(word) ||
    languages.some(({ all }) => all.has(word)) ||
    months.some((form) => (isNamed ? form === word : form.startsWith(word)));
  return words.filter((word) => !belongs(word));
}

function unique(dates: readonly LocalDate[]): readonly LocalDate[] {
  return [...new Map(dates.map((date) => [formatDate(date), date])).values()];
}

function relativeDay(words: readonly string[], { relative }: DateWords, today: LocalDate): readonly LocalDate[] {
  const ahead = relative.get(words.join(" "));
  return ahead === undefined ? [] : [addDays(today, ahead)];
}

function withMonthName(words: readonly string[], { months }: DateWords, today: LocalDate): readonly Candidate[] {
  const numbers = words.filter((word) => /^\d+$/.test(word));
  const names = words.filter((word) => !/^\d+$/.test(word));
  const [first, second] = numbers;
  if (first === undefined || names.length === 0 || numbers.length > 2) return [];
  const written = [...names, names.join("")];
  const exact = months.filter(([form]) => written.includes(form));
  const begun = months.filter(([form]) => names.some((name) => form.startsWith(name)));
  const meant = new Set((exact.length > 0 ? exact : begun).map(([, month]) => month));
  return [...meant].flatMap((month) =>
    first.length > 2 ? dated(first, month, second, today) : dated(second, month, first, today),
  );
}

function inNumbers(words: readonly string[], { order }: DateWords, today: LocalDate): readonly Candidate[] {
  const numbers = words.filter((word) => /^\d+$/.test(word));
  const [first, second, third] = numbers;
  if (first === undefined || numbers.length > 3) return [];
  if (second === undefined) return words.length === 1 ? compact(first, today) : [];
  if (third !== undefined && first.length > 2) return dated(first, Number(second), third, today);
  if (third === undefined && first.length > 2) return [];
  const monthFirst = order.indexOf("m") < order.indexOf("d");
  const oneWay = dated(third, Number(second), first, today);
  const otherWay = dated(third, Number(first), second, today);
  const yearFirst = third !== undefined && order.startsWith("y") ? dated(first, Number(second), third, today) : [];
  return [...yearFirst, ...(monthFirst ? [...otherWay, ...oneWay] : [...oneWay, ...otherWay])];
}

/** 20260625, or the day of this month. */
function compact(number: string, today: LocalDate): readonly Candidate[] {
  if (number.length === 8) return dated(number.slice(0, 4), Number(number.slice(4, 6)), number.slice(6), today);
  return number.length <= 2 ? dated(String(today.year), today.month, number, today) : [];
}

/** The date of a year, a month and a day, or that the month has no such day; nothing where they can be none. */
function dated(
  year: string | undefined,
  month: number,
  day: string | undefined,
  today: LocalDate,
): readonly Candidate[] {
  if (day === undefined || day.length > 2 || month < 1 || month > 12) return [];
  const years = year === undefined ? Array.from({ length: 9 }, (_, ahead) => today.year + ahead) : yearsOf(year, today);
  const date = years.map((each) => existing(each, month, Number(day))).find((each) => each !== undefined);
  if (date !== undefined) return [date];
  const [soon = today.year] = years;
  return Number(day) > 31 || Number(day) <= daysInMonth(soon, month) ? [] : [noSuchDay(soon, month, Number(day))];
}

function noSuchDay(year: number, month: number, day: number): NotADate {
  if (month === 2 && day === 29) return { kind: "no-leap-year", year };
  return { kind: "no-such-day", days: daysInMonth(year, month) };
}

function yearsOf(year: string, today: LocalDate): readonly number[] {
  const number = Number(year);
  if (year.length <= 2) return [today.year - (today.year % 100) + number];
  return number >= BUDDHIST.first && number <= BUDDHIST.last ? [number - BUDDHIST.ahead] : [number];
}

function existing(year: number, month: number, day: number): LocalDate | undefined {
  if (year > 9_999) return undefined;
  return parseLocalDate(formatDate(localDate(year, month, day)));
}
