import { daysBetween, localDate } from "../../almanac/calendar.ts";
import type { LocalDate } from "../../almanac/date.ts";

const EPOCH = localDate(1970, 1, 1);
const DAY = 86_400;

/**
 * A date as Discord's markdown for a point in time, told from now ("in 3 days") by the reader's own clock. Noon UTC, which is
 * that date nearly everywhere.
 */
export function fromNow(date: LocalDate): string {
  return `<t:${daysBetween(EPOCH, date) * DAY + DAY / 2}:R>`;
}
