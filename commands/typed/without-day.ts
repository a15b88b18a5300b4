import type { LocalDate } from "../../src/almanac/date.ts";
import type { NotADate } from "./date.ts";
import { BESIDE, dateWords } from "./date-words.ts";
import { yearOf } from "./year.ts";

/** Before the year 1000 little is on record, and a number with a zero before it is hardly a year. */
const YEAR = /^[1-9]\d{3}$/;
/** "Febr" begins a month; fewer letters are of many words. */
const SHORTEST_BEGUN = 3;

/** What is a whole year (1963), a month of one (June 1963, 6/1963, 1963-06), or of any (June), in the reader's language or else in English. */
export function withoutDay(words: readonly string[], locale: string, today: LocalDate): readonly NotADate[] {
  const numbers = words.filter((word) => /^\d+$/.test(word));
  const { monthSigns, between } = dateWords(locale);
  const isNamed = words.some((word) => monthSigns.has(word));
  const names = words.filter(
    (word) => ![BESIDE, between, monthSigns].some((beside) => beside.has(word)) && !numbers.includes(word),
  );
  if (names.length === 0)
    return isNamed && numbers.length === 1 ? ofAnyYear(Number(numbers[0])) : inNumbers(numbers, today);
  const month = monthIn(names, locale);
  const [year, ...more] = numbers;
  if (month === undefined || more.length > 0) return [];
  if (year === undefined) return [{ kind: "month-of-any-year", month }];
  return year.length === 2 || YEAR.test(year) ? ofYear(yearOf(year, today), month) : [];
}

function inNumbers([first = "", second, ...more]: readonly string[], today: LocalDate): readonly NotADate[] {
  if (more.length > 0) return [];
  if (second === undefined) return YEAR.test(first) ? ofYear(yearOf(first, today)) : [];
  const [year, month] = YEAR.test(first) ? [first, second] : [second, first];
  return YEAR.test(year) && month.length <= 2 ? ofYear(yearOf(year, today), Number(month)) : [];
}

function ofYear(year: number, month?: number): readonly NotADate[] {
  if (month === undefined) return [{ kind: "whole", date: { precision: "year", year } }];
  if (month > 12) return [{ kind: "no-such-month", month }];
  return month < 1 ? [] : [{ kind: "whole", date: { precision: "month", year, month } }];
}

function ofAnyYear(month: number): readonly NotADate[] {
  return month >= 1 && month <= 12 ? [{ kind: "month-of-any-year", month }] : [{ kind: "no-such-month", month }];
}

/** The month that one of the words names, or that alone begins with it. */
function monthIn(names: readonly string[], locale: string): number | undefined {
  for (const { months } of [dateWords(locale), dateWords("en")]) {
    const written = [...names, names.join("")];
    const exact = months.filter(([form]) => written.includes(form));
    const begun = months.filter(([form]) =>
      names.some((name) => name.length >= SHORTEST_BEGUN && form.startsWith(name)),
    );
    const [month, ...others] = new Set((exact.length > 0 ? exact : begun).map(([, number]) => number));
    if (month !== undefined && others.length === 0) return month;
  }
  return undefined;
}
