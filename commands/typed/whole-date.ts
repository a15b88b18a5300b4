import type { LocalDate, Month, Year } from "../../src/almanac/date.ts";
import type { NotADate } from "./date.ts";

/** The whole year or month that was asked for instead of a day: of a month of any year the one that is, or comes next. */
export function wholeAsked(why: NotADate, { year, month }: LocalDate): Month | Year | undefined {
  if (why.kind === "whole") return why.date;
  if (why.kind !== "month-of-any-year") return undefined;
  return { precision: "month", year: why.month < month ? year + 1 : year, month: why.month };
}
