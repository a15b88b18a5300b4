import { addDays, daysBetween, localDate } from "../../src/almanac/calendar.ts";
import { daysInMonth, type LocalDate } from "../../src/almanac/date.ts";
import { type DateWords, dateWords } from "./date-words.ts";

/** Beside a weekday, in English: CLDR has no such words. The days from today from which on, or before which, it is looked for. */
const BESIDE_WEEKDAY: ReadonlyMap<string, readonly number[]> = new Map([
  ["on", [0]],
  ["this", [0]],
  ["coming", [1]],
  // to some the first one to come, to others that of the week after
  ["next", [1, 8]],
  ["last", [-7]],
  ["past", [-7]],
]);

/** Those of them that are completed. */
export const WEEKDAY_PHRASES = ["next", "last", "this"] as const;

/** The dates that words mean by their distance from today: "tomorrow", "in 3 days", "2 weeks ago", "Friday", "next Friday"; likeliest first. */
export function relativeDates(words: readonly string[], locale: string, today: LocalDate): readonly LocalDate[] {
  const found = [dateWords(locale), dateWords("en")].map((language) =>
    [
      ...dayNamed(words, language, today),
      ...counted(words, language, today),
      ...weekday(words, language, today),
    ].filter(({ year }) => year >= 1 && year <= 9_999),
  );
  return found.find((dates) => dates.length > 0) ?? [];
}

function dayNamed(words: readonly string[], { relative }: DateWords, today: LocalDate): readonly LocalDate[] {
  const ahead = relative.get(words.join(" "));
  return ahead === undefined ? [] : [addDays(today, ahead)];
}

/** How a date so many of a unit from another is found; a month that has no such day ends with its last. */
const AHEAD = {
  day: (from: LocalDate, days: number) => addDays(from, days),
  week: (from: LocalDate, weeks: number) => addDays(from, 7 * weeks),
  month: (from: LocalDate, months: number) => monthsAhead(from, months),
  year: (from: LocalDate, years: number) => monthsAhead(from, 12 * years),
} as const;
export const UNITS = ["day", "week", "month", "year"] as const satisfies readonly (keyof typeof AHEAD)[];

function monthsAhead({ year, month, day }: LocalDate, months: number): LocalDate {
  const index = year * 12 + month - 1 + months;
  const [inYear, inMonth] = [Math.floor(index / 12), (((index % 12) + 12) % 12) + 1];
  return localDate(inYear, inMonth, Math.min(day, daysInMonth(inYear, inMonth)));
}

/** "In 3 days", "3 days ago", as the language counts. */
function counted(words: readonly string[], { countOf }: DateWords, today: LocalDate): readonly LocalDate[] {
  const [number, ...others] = words.filter((word) => /^\d{1,3}$/.test(word));
  if (number === undefined || others.length > 0) return [];
  const text = words.join(" ");
  return UNITS.flatMap((unit) =>
    [Number(number), -Number(number)].flatMap((count) =>
      countOf(count, unit) === text ? [AHEAD[unit](today, count)] : [],
    ),
  );
}

/** The first day of 1970 was a Thursday, the fourth of a week. */
const EPOCH = localDate(1970, 1, 1);
const THURSDAY = 4;

function weekday(words: readonly string[], { weekdays }: DateWords, today: LocalDate): readonly LocalDate[] {
  const [wanted, ...more] = words.flatMap((word) => weekdays.get(word) ?? []);
  const [beside = "on", ...others] = words.filter((word) => !weekdays.has(word));
  const starts = BESIDE_WEEKDAY.get(beside);
  if (wanted === undefined || more.length > 0 || others.length > 0 || starts === undefined) return [];
  return starts.map((ahead) => {
    const from = addDays(today, ahead);
    const present = daysBetween(EPOCH, from) + THURSDAY;
    return addDays(from, (((wanted - present) % 7) + 7) % 7);
  });
}
