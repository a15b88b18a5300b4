import { daysBetween, localDate } from "../../almanac/calendar.ts";
import type { LocalDate } from "../../almanac/date.ts";
import type { Language } from "../language.ts";

const EPOCH = localDate(1970, 1, 1);
const DAY = 86_400;

/**
 * A date told from now. Today is "today": its hours have nothing to do with what is marked. Another is Discord's markdown for a point in
 * time ("in 3 days"), which goes by the reader's own clock: noon UTC, which is that date nearly everywhere.
 */
export function fromNow(date: LocalDate, today: LocalDate, language: Language): string {
  if (daysBetween(today, date) === 0) return language.text("lookup.today");
  return `<t:${daysBetween(EPOCH, date) * DAY + DAY / 2}:R>`;
}
