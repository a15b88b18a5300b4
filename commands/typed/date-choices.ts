import { addDays, daysBetween, localDate } from "../../src/almanac/calendar.ts";
import { daysInMonth, formatDate, type LocalDate } from "../../src/almanac/date.ts";
import type { Language } from "../../src/messages/language.ts";
import type { Choice } from "../command.ts";
import { readDates } from "./date.ts";
import { dateWords } from "./date-words.ts";
import { wordsOf } from "./words.ts";

const MOST_CHOICES = 25;
const WEEK = 7;

/**
 * The dates that somebody who has typed so much may mean, as read in the end: the days of a week before anything is typed; then what is a
 * date already; then what begins as tomorrow, a weekday or a month does.
 */
export function suggestDates(typed: string, today: LocalDate, language: Language): readonly Choice[] {
  return datesFor(typed, today, language)
    .slice(0, MOST_CHOICES)
    .map((date) => ({ name: language.weekday(date), value: formatDate(date) }));
}

function datesFor(typed: string, today: LocalDate, language: Language): readonly LocalDate[] {
  const week = Array.from({ length: WEEK }, (_, ahead) => addDays(today, ahead));
  const text = wordsOf(typed).join(" ");
  if (text === "") return week;
  const reading = readDates(typed, language.locale, today);
  if (reading.ok) return reading.dates;
  const languages = [dateWords(language.locale), dateWords("en")];
  const relative = languages.flatMap(({ relative: words }) =>
    [...words].flatMap(([word, ahead]) => (word.startsWith(text) ? [addDays(today, ahead)] : [])),
  );
  const weekdays = week.filter((date) =>
    [language.locale, "en"].some((locale) => wordsOf(weekdayName(date, locale)).join(" ").startsWith(text)),
  );
  const months = languages.flatMap(({ months: forms }) =>
    forms.flatMap(([form, month]) => (form.startsWith(text) ? [month] : [])),
  );
  const dates = [...relative, ...weekdays, ...[...new Set(months)].flatMap((month) => daysOf(month, today))];
  return [...new Map(dates.map((date) => [formatDate(date), date])).values()];
}

const EPOCH = localDate(1970, 1, 1);
const DAY = 86_400_000;

function weekdayName(date: LocalDate, locale: string): string {
  const noon = (daysBetween(EPOCH, date) + 0.5) * DAY;
  return new Intl.DateTimeFormat(locale, { weekday: "long", timeZone: "UTC" }).format(noon);
}

/** Each day of the next such month that is not over. */
function daysOf(month: number, { year, month: present }: LocalDate): readonly LocalDate[] {
  const next = month < present ? year + 1 : year;
  return Array.from({ length: daysInMonth(next, month) }, (_, day) => localDate(next, month, day + 1));
}
