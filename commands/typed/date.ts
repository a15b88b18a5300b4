import { compareDates, localDate } from "../../src/almanac/calendar.ts";
import {
  daysInMonth,
  formatDate,
  type LocalDate,
  type Month,
  parseLocalDate,
  type Year,
} from "../../src/almanac/date.ts";
import type { Language } from "../../src/messages/language.ts";
import { datePhrases } from "./date-phrases.ts";
import { BESIDE, type DateWords, dateWords } from "./date-words.ts";
import { noSuchDay } from "./no-such-day.ts";
import { relativeDates, withYears } from "./relative-date.ts";
import { withoutDay } from "./without-day.ts";
import { wordsOf } from "./words.ts";
import { YEARS_AHEAD, yearOf } from "./year.ts";

/** 25th, 1er, 1º: only right behind a number, because TH by itself is Thailand. */
const ENDING = /(?<=\d)(?:st|nd|rd|th|er|[eoaºª])(?!\p{L})/giu;

/** With dots the day comes first also where with slashes the month does; not where the year comes first. */
const DOTTED = /^\s*\d{1,2}\s*\.\s*\d{1,2}(?!\d)/;

/** A number below zero is no day of this month. */
const NEGATIVE = /^\s*[-−]\s*\d+\s*$/;

/**
 * Why a text is no date: nothing in it is one, or words beside it are not of it, or the month has no such day, or the year no such month;
 * or it is a whole year or month of one, or a month of any year.
 */
export type NotADate =
  | { readonly kind: "unreadable" }
  | { readonly kind: "more-than-a-date"; readonly more: string }
  | NoSuchDay
  | { readonly kind: "no-such-month"; readonly month: number }
  | { readonly kind: "whole"; readonly date: Month | Year }
  | { readonly kind: "month-of-any-year"; readonly month: number };

/** A day that a month, of a year or of any, does not have; how many it has at most, and the days that come nearest. */
export interface NoSuchDay {
  readonly kind: "no-such-day";
  readonly month: number;
  readonly year: number | undefined;
  readonly days: number;
  readonly near: readonly LocalDate[];
}

export type DateReading =
  | {
      readonly ok: true;
      readonly dates: readonly [LocalDate, ...LocalDate[]];
      /** Whether the text says which year, and not only a day of any. */
      readonly hasYear: boolean;
    }
  | { readonly ok: false; readonly why: NotADate };

/** A date and whether its year was said, or why the calendar has none of that day, month and year. */
export type Candidate = { readonly kind: "date"; readonly date: LocalDate; readonly hasYear: boolean } | NotADate;

/**
 * The dates that a typed text may mean, likeliest first, each once: 2026-06-25, 25/6, 6/25/2026, "25 June", "June 25 1992",
 * "6월 25일", "tomorrow", "Friday", "in two weeks", in the reader's language or else in English; 03/04 in the order of the language, 3.4. with
 * the day first, then the other way round. Without a year it is the next one, today included, then the one that is just past. Or why it means none;
 * never throws.
 */
export function readDates(typed: string, language: Language, today: LocalDate): DateReading {
  const relative = relativeDates(wordsOf(typed), language, today);
  if (relative.length > 0) return readingOf(relative);
  const locale = language.readerLocale;
  const rewritten = (text: string) => withYears(inDigits(wordsOf(text), language), language, today);
  const words = rewritten(typed);
  const said = relativeDates(words, language, today);
  if (said.length > 0) return readingOf(said);
  const isNegative = NEGATIVE.test(typed);
  const withDay = isNegative ? [] : candidatesOf(words, locale, today, DOTTED.test(typed));
  const candidates = isNegative || withDay.length > 0 ? withDay : withoutDay(words, locale, today);
  const more = candidates.length > 0 ? strangers(rewritten(typed.replaceAll(ENDING, "")), locale) : [];
  if (more.length > 0) return { ok: false, why: { kind: "more-than-a-date", more: more.join(" ") } };
  return readingOf(candidates);
}

function readingOf(candidates: readonly Candidate[]): DateReading {
  const found = candidates.filter((candidate) => candidate.kind === "date");
  const [first, ...others] = unique(found.map(({ date }) => date));
  if (first !== undefined) return { ok: true, dates: [first, ...others], hasYear: found[0]?.hasYear === true };
  return { ok: false, why: candidates.find((candidate) => candidate.kind !== "date") ?? { kind: "unreadable" } };
}

/** "The twenty-third of March" with its number in digits. */
function inDigits(words: readonly string[], language: Language): readonly string[] {
  const { ordinals } = datePhrases(language);
  return words.flatMap((word, at) => {
    if (ordinals.has(`${words[at - 1]} ${word}`)) return [];
    const number = ordinals.get(`${word} ${words[at + 1]}`) ?? ordinals.get(word);
    return [number === undefined ? word : String(number)];
  });
}

function candidatesOf(
  words: readonly string[],
  locale: string,
  today: LocalDate,
  isDotted: boolean,
): readonly Candidate[] {
  for (const language of [dateWords(locale), dateWords("en")]) {
    const named = withMonthName(words, language, today);
    if (named.length > 0) return named;
  }
  const { order } = dateWords(locale);
  return inNumbers(words, isDotted && order.startsWith("m") ? "dmy" : order, today);
}

/** The words that belong to no date, nor begin a month where none is named. */
function strangers(words: readonly string[], locale: string): readonly string[] {
  const languages = [dateWords(locale), dateWords("en")];
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

function withMonthName(words: readonly string[], { months }: DateWords, today: LocalDate): readonly Candidate[] {
  const numbers = words.filter((word) => /^\d+$/.test(word));
  const names = words.filter((word) => !/^\d+$/.test(word));
  const [first, second] = numbers;
  if (first === undefined || names.length === 0 || numbers.length > 2) return [];
  const written = [...names, names.join("")];
  const exact = months.filter(([form]) => written.includes(form));
  const begun = months.filter(([form]) => names.some((name) => form.startsWith(name)));
  const meant = new Set((exact.length > 0 ? exact : begun).map(([, month]) => month));
  // "32 May" means a day, "May 63" perhaps a year
  const isDay = second !== undefined || /^\d/.test(words[0] ?? "");
  return [...meant].flatMap((month) =>
    first.length > 2 ? dated(first, month, second, today, isDay) : dated(second, month, first, today, isDay),
  );
}

function inNumbers(words: readonly string[], order: DateWords["order"], today: LocalDate): readonly Candidate[] {
  const numbers = words.filter((word) => /^\d+$/.test(word));
  const [first, second, third] = numbers;
  if (first === undefined || numbers.length > 3) return [];
  if (second === undefined) return words.length === 1 ? compact(first, today) : [];
  if (third === undefined && Math.max(first.length, second.length) > 2) return [];
  const monthFirst = order.indexOf("m") < order.indexOf("d");
  if (Math.min(Number(first), Number(second)) > 12)
    return [{ kind: "no-such-month", month: Number(monthFirst && first.length <= 2 ? first : second) }];
  if (third !== undefined && first.length > 2) return dated(first, Number(second), third, today, true);
  const isWhole = third !== undefined;
  const oneWay = dated(third, Number(second), first, today, isWhole || !monthFirst);
  const otherWay = dated(third, Number(first), second, today, isWhole);
  const yearFirst = isWhole && order.startsWith("y") ? dated(first, Number(second), third, today) : [];
  return [...yearFirst, ...(monthFirst ? [...otherWay, ...oneWay] : [...oneWay, ...otherWay])];
}

/** 20260625, or the next such day of a month. */
function compact(number: string, today: LocalDate): readonly Candidate[] {
  if (number.length === 8) return dated(number.slice(0, 4), Number(number.slice(4, 6)), number.slice(6), today);
  if (number.length > 2) return [];
  const months = Array.from({ length: 4 }, (_, ahead) => today.year * 12 + today.month - 1 + ahead);
  return nextAndPast(
    months.flatMap((month) => existing(Math.floor(month / 12), (month % 12) + 1, Number(number)) ?? []),
    today,
  );
}

/** The dates of a year, a month and a day, or that the month has no such day; nothing where they can be none, as more than 31 may be a year. */
function dated(
  year: string | undefined,
  month: number,
  day: string | undefined,
  today: LocalDate,
  isDay = false,
): readonly Candidate[] {
  if (day === undefined || day.length > 2 || month < 1 || month > 12) return [];
  const number = Number(day);
  if (year === undefined) {
    const years = Array.from({ length: YEARS_AHEAD + 1 }, (_, ahead) => today.year + ahead);
    const found = nextAndPast(
      years.flatMap((each) => existing(each, month, number) ?? []),
      today,
    );
    return found.length > 0 || (number > 31 && !isDay) || number === 0 ? found : [noSuchDay(undefined, month, today)];
  }
  const inYear = yearOf(year, today);
  const date = existing(inYear, month, number);
  if (date !== undefined) return [{ kind: "date", date, hasYear: true }];
  return (number > 31 && !isDay) || number <= daysInMonth(inYear, month) ? [] : [noSuchDay(inYear, month, today)];
}

/** Of dates in order the next one, and the one before it where that is of the year or month that is not over. */
function nextAndPast(dates: readonly LocalDate[], today: LocalDate): readonly Candidate[] {
  const next = dates.find((date) => compareDates(date, today) >= 0);
  const past = dates.findLast((date) => compareDates(date, today) < 0);
  return [next, past].flatMap((date) => (date === undefined ? [] : [{ kind: "date", date, hasYear: false } as const]));
}

function existing(year: number, month: number, day: number): LocalDate | undefined {
  if (year > 9_999) return undefined;
  return parseLocalDate(formatDate(localDate(year, month, day)));
}
