import { daysInMonth, type PartialDate } from "../date.ts";
import type { Party } from "../party.ts";

/** The first day that a date may mean, as a number that sorts: 19920825. */
export function firstDayOf(date: PartialDate): number {
  return (
    date.year * 10_000 + (date.precision === "year" ? 1 : date.month) * 100 + (date.precision === "day" ? date.day : 1)
  );
}

/** The last day that a date may mean. */
export function lastDayOf(date: PartialDate): number {
  const month = date.precision === "year" ? 12 : date.month;
  const day = date.precision === "day" ? date.day : daysInMonth(date.year, month);
  return date.year * 10_000 + month * 100 + day;
}

/** Whether a party may have existed on a date: false only if every day the date may mean is before or after it. */
export function existedOn(party: Party, date: PartialDate): boolean {
  const from = party.agreed ?? party.from;
  const begun = from === undefined || firstDayOf(from) <= lastDayOf(date);
  const lasted = party.until === undefined || firstDayOf(date) <= lastDayOf(party.until);
  return begun && lasted;
}
