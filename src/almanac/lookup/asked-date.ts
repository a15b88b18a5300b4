import { dateNumber } from "../calendar.ts";
import { parsePartialDate } from "../date.ts";

/** A date that words name: a day or a month of a year, or a day of any year. */
export type AskedDate =
  | { readonly of: "year"; readonly first: number; readonly last: number }
  | { readonly of: "any-year"; readonly monthDay: number };

const MONTHS = "january february march april may june july august september october november december".split(" ");
/** "Jan", "Sept": fewer letters are no month. */
const SHORTEST_MONTH = 3;

/**
 * The date that folded words begin with, in English as the facts are, and how many of them it takes: 4 April 1949,
 * April 4th 1949, 4 April, April 1949, 1949-04-04, 1949-04. A year alone is a word as others are. Dates as in dateNumber;
 * a month has with its days what is known to the month.
 */
export function dateAt(words: readonly string[]): { readonly date: AskedDate; readonly length: number } | undefined {
  for (const shape of SHAPES) {
    const date = shape.read(words.slice(0, shape.length));
    if (date !== undefined) return { date, length: shape.length };
  }
  return undefined;
}

interface Shape {
  readonly length: number;
  /** Of just so many words, or of the fewer that there are. */
  readonly read: (words: readonly string[]) => AskedDate | undefined;
}

const SHAPES: readonly Shape[] = [
  { length: 4, read: ([day, of, month, year]) => (of === "of" ? dated(year, monthOf(month), dayOf(day)) : undefined) },
  { length: 3, read: ([day, month, year]) => dated(year, monthOf(month), dayOf(day)) },
  { length: 3, read: ([month, day, year]) => dated(year, monthOf(month), dayOf(day)) },
  { length: 3, read: ([year, month, day]) => dated(year, twoDigits(month), twoDigits(day)) },
  { length: 2, read: ([month, year]) => dated(year, monthOf(month), "") },
  { length: 2, read: ([year, month]) => dated(year, twoDigits(month), "") },
  { length: 2, read: ([day, month]) => ofAnyYear(monthOf(month), dayOf(day)) },
  { length: 2, read: ([month, day]) => ofAnyYear(monthOf(month), dayOf(day)) },
];

/** Two digits, so that 2000 and 29 February go together where no year is said. */
function ofAnyYear(month: string | undefined, day: string | undefined): AskedDate | undefined {
  const found = dated("2000", month, day);
  return found?.of === "year" ? { of: "any-year", monthDay: found.first % 10_000 } : undefined;
}

function dated(year = "", month: string | undefined, day: string | undefined): AskedDate | undefined {
  if (month === undefined || day === undefined) return undefined;
  const date = parsePartialDate([year, month, ...(day === "" ? [] : [day])].join("-"));
  if (date === undefined) return undefined;
  const first = dateNumber(date);
  return { of: "year", first, last: date.precision === "day" ? first : first + 99 };
}

function monthOf(word = ""): string | undefined {
  const month = word.length < SHORTEST_MONTH ? -1 : MONTHS.findIndex((name) => name.startsWith(word));
  return month < 0 ? undefined : String(month + 1).padStart(2, "0");
}

function dayOf(word = ""): string | undefined {
  return /^(\d{1,2})(?:st|nd|rd|th)?$/.exec(word)?.[1]?.padStart(2, "0");
}

function twoDigits(word = ""): string | undefined {
  return /^\d{2}$/.test(word) ? word : undefined;
}
