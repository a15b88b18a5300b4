import { addDays, compareDates, localDate } from "../../src/almanac/calendar.ts";
import { daysInMonth, formatDate, type LocalDate, type Month, type PartialDate } from "../../src/almanac/date.ts";
import type { Language } from "../../src/messages/language.ts";
import { shorten } from "../../src/messages/plain.ts";
import { LONGEST_CHOICE, MOST_CHOICES } from "../choices.ts";
import type { Choice } from "../command.ts";
import { type NotADate, readDates } from "./date.ts";
import { datePhrases } from "./date-phrases.ts";
import { type DateWords, dateWords } from "./date-words.ts";
import { nearDates } from "./near-dates.ts";
import { UNITS } from "./relative-date.ts";
import { dayIn, whyNoDate } from "./typed-date.ts";
import { wordsOf } from "./words.ts";

const WEEK = 7;

/**
 * The dates that somebody who has typed so much may mean, as read in the end: the days of a week before anything is typed; then what is a
 * date already; then what begins as tomorrow, a weekday or a month does, and the days of a month that begin with a digit. A whole month or
 * year comes before days of it, where it is taken as well; of what the calendar does not have, why, and the days that come nearest.
 */
export function suggestDates(
  typed: string,
  today: LocalDate,
  language: Language,
  { wholes = false }: { readonly wholes?: boolean } = {},
): readonly Choice[] {
  const reading = readDates(typed, language, today);
  const days = choicesOf(datesFor(typed, today, language), language, wholes);
  const instead = reading.ok ? [] : insteadOf(typed, reading.why, today, language, wholes);
  const near =
    reading.ok || days.length + instead.length > 0
      ? []
      : choicesOf(nearDates(typed, reading.why, today, language), language, wholes);
  const all = new Map([...instead, ...days, ...near].map((choice) => [choice.value, choice]));
  return [...all.values()].slice(0, MOST_CHOICES);
}

/** Days, and whole months and years where these are taken as well. */
function choicesOf(dates: readonly PartialDate[], language: Language, wholes: boolean): readonly Choice[] {
  return dates.flatMap((date) => {
    const value = formatDate(date);
    if (date.precision === "day") return [{ name: language.weekday(date), value }];
    return wholes ? [{ name: language.text("commands.date.whole", { date: language.date(date) }), value }] : [];
  });
}

/** What is offered for what is no date but comes near one. */
function insteadOf(
  typed: string,
  why: NotADate,
  today: LocalDate,
  language: Language,
  wholes: boolean,
): readonly Choice[] {
  const choices = (...dates: readonly PartialDate[]) => choicesOf(dates, language, wholes);
  switch (why.kind) {
    case "no-such-day":
      return [sayingWhy(typed, why, today, language), ...choices(...why.near)];
    case "no-such-month":
      return [sayingWhy(typed, why, today, language)];
    case "whole": {
      const { date } = why;
      if (date.precision === "month") return choices(date, ...daysOfMonth(date));
      const months = MONTHS.map((month): Month => ({ precision: "month", year: date.year, month }));
      const inYear = wholes ? months : months.map(({ month }) => localDate(date.year, month, 1));
      return choices(date, dayIn(date, today), ...inYear);
    }
    case "unreadable":
    case "more-than-a-date":
    case "month-of-any-year":
      return [];
  }
}

const MONTHS = Array.from({ length: 12 }, (_, index) => index + 1);

/** Chosen, it is refused with the same words. */
function sayingWhy(typed: string, why: NotADate, today: LocalDate, language: Language): Choice {
  return {
    name: shorten(whyNoDate(typed, why, today, language), LONGEST_CHOICE),
    value: typed.slice(0, LONGEST_CHOICE),
  };
}

function daysOfMonth({ year, month }: Month): readonly LocalDate[] {
  return Array.from({ length: daysInMonth(year, month) }, (_, day) => localDate(year, month, day + 1));
}

function datesFor(typed: string, today: LocalDate, language: Language): readonly PartialDate[] {
  const words = wordsOf(typed);
  const locale = language.readerLocale;
  if (words.length === 0) return Array.from({ length: WEEK }, (_, ahead) => addDays(today, ahead));
  const reading = readDates(typed, language, today);
  const dates = [
    ...(reading.ok ? reading.dates : []),
    ...phrasesBegunBy(words, language).flatMap((phrase) => meantBy(phrase, today, language)),
    ...monthsBegunBy(words.join(" "), locale).flatMap((month) => daysOf(month, today)),
    ...daysBegunBy(words, language, today),
  ];
  return [...new Map(dates.map((date) => [formatDate(date), date])).values()];
}

/** "Tomorrow", "last month", "next Friday", "in 3 days", where they begin so. */
function phrasesBegunBy(words: readonly string[], language: Language): readonly string[] {
  const text = words.join(" ");
  const languages = [dateWords(language.readerLocale), dateWords("en")];
  const phrases = languages.flatMap(({ relative, weeks, monthsAhead, yearsAhead, countOf }) => [
    ...[relative, weeks, monthsAhead, yearsAhead].flatMap((named) => [...named.keys()]),
    ...(words.length > 1 ? countsOf(words, countOf) : []),
  ]);
  return [...phrases.filter((phrase) => phrase.startsWith(text)), ...datePhrases(language).begunBy(text)];
}

/** What a phrase means: days, or else a whole month or year. */
function meantBy(phrase: string, today: LocalDate, language: Language): readonly PartialDate[] {
  const reading = readDates(phrase, language, today);
  if (reading.ok) return reading.dates;
  return reading.why.kind === "whole" ? [reading.why.date] : [];
}

/** "In 5" may become "in 5 days", weeks, months or years. */
function countsOf(words: readonly string[], countOf: DateWords["countOf"]): readonly string[] {
  const [number, ...others] = words.filter((word) => /^\d{1,3}$/.test(word)).map(Number);
  if (number === undefined || others.length > 0) return [];
  return UNITS.flatMap((unit) => [countOf(number, unit), countOf(-number, unit)]);
}

function monthsBegunBy(text: string, locale: string): readonly number[] {
  const forms = [dateWords(locale), dateWords("en")].flatMap(({ months }) => months);
  return [...new Set(forms.flatMap(([form, month]) => (form.startsWith(text) ? [month] : [])))];
}

/** The next days of such a month, those of next year included once this one has no more. */
function daysOf(month: number, today: LocalDate): readonly LocalDate[] {
  const dates = [today.year, today.year + 1].flatMap((year) => daysOfMonth({ precision: "month", year, month }));
  const next = dates.findIndex((date) => compareDates(date, today) >= 0);
  return dates.slice(next, next + MOST_CHOICES);
}

/** "March 2" may become 2 March, and 20 to 29 March. */
function daysBegunBy(words: readonly string[], language: Language, today: LocalDate): readonly LocalDate[] {
  const digit = words.at(-1) ?? "";
  const month = words.slice(0, -1).join(" ");
  if (month === "" || !/^[1-3]$/.test(digit)) return [];
  const days = Array.from({ length: 10 }, (_, unit) => `${month} ${digit}${unit}`);
  return days.flatMap((day) => {
    const reading = readDates(day, language, today);
    return reading.ok && !reading.hasYear ? [reading.dates[0]] : [];
  });
}
