import { addDays, localDate } from "../../src/almanac/calendar.ts";
import { formatDate, type LocalDate, parseLocalDate } from "../../src/almanac/date.ts";
import { type DateWords, dateWords } from "./date-words.ts";
import { wordsOf } from "./words.ts";

/** The Buddhist years that Thai people may mean, and how far they are ahead. */
const BUDDHIST = { first: 2_400, last: 2_700, ahead: 543 };

/**
 * The dates that a typed text may mean, likeliest first, each once: 2026-06-25, 25/6, 6/25/2026, "25 June", "June 25 1992",
 * "6월 25일", "tomorrow", in the reader's language or else in English; 03/04 in the order of the language, then the other
 * way round. Without a year it is the first one from today's on that has the day. Empty where it means none; never throws.
 */
export function readDates(typed: string, locale: string, today: LocalDate): readonly LocalDate[] {
  const words = wordsOf(typed);
  for (const language of [dateWords(locale), dateWords("en")]) {
    const named = [...relativeDay(words, language, today), ...withMonthName(words, language, today)];
    if (named.length > 0) return unique(named);
  }
  return unique(inNumbers(words, dateWords(locale), today));
}

function unique(dates: readonly LocalDate[]): readonly LocalDate[] {
  return [...new Map(dates.map((date) => [formatDate(date), date])).values()];
}

function relativeDay(words: readonly string[], { relative }: DateWords, today: LocalDate): readonly LocalDate[] {
  const ahead = relative.get(words.join(" "));
  return ahead === undefined ? [] : [addDays(today, ahead)];
}

function withMonthName(words: readonly string[], { months }: DateWords, today: LocalDate): readonly LocalDate[] {
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

function inNumbers(words: readonly string[], { order }: DateWords, today: LocalDate): readonly LocalDate[] {
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
function compact(number: string, today: LocalDate): readonly LocalDate[] {
  if (number.length === 8) return dated(number.slice(0, 4), Number(number.slice(4, 6)), number.slice(6), today);
  return number.length <= 2 ? dated(String(today.year), today.month, number, today) : [];
}

/** The date of a year, a month and a day, where there is one. */
function dated(
  year: string | undefined,
  month: number,
  day: string | undefined,
  today: LocalDate,
): readonly LocalDate[] {
  if (day === undefined || day.length > 2 || month < 1 || month > 12) return [];
  const years = year === undefined ? Array.from({ length: 9 }, (_, ahead) => today.year + ahead) : yearsOf(year, today);
  const date = years.map((each) => existing(each, month, Number(day))).find((each) => each !== undefined);
  return date === undefined ? [] : [date];
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
