import { localDate } from "../../src/almanac/calendar.ts";
import type { LocalDate, PartialDate } from "../../src/almanac/date.ts";
import type { Language } from "../../src/messages/language.ts";
import type { Refusal } from "../command.ts";
import { quoted } from "../refusal.ts";
import type { NoSuchDay, NotADate } from "./date.ts";

/** Why what was written is no date, and what to write instead. */
export function notADate(written: string, why: NotADate, today: LocalDate, language: Language): Refusal {
  return { kind: "refusal", text: whyNoDate(written, why, today, language) };
}

/** The same in plain text. */
export function whyNoDate(written: string, why: NotADate, today: LocalDate, language: Language): string {
  const { text } = language;
  const typed = quoted(written);
  switch (why.kind) {
    case "unreadable":
      return text("commands.error.not-a-date", { typed, example: language.date(today) });
    case "more-than-a-date":
      return text("commands.error.more-than-a-date", { typed, more: quoted(why.more) });
    case "no-such-day":
      return noSuchDay(typed, why, language);
    case "no-such-month":
      return text("commands.error.no-such-month", { typed, month: why.month, example: language.date(today) });
    case "whole":
      return text("commands.error.no-day", { typed, example: language.date(dayIn(why.date, today)) });
    case "month-of-any-year":
      return text("commands.error.no-day", {
        typed,
        example: language.dayOfYear({ month: why.month, day: today.day }),
      });
  }
}

function noSuchDay(
  typed: string,
  { month, year, days, near }: NoSuchDay,
  { text, date, month: nameOf, list }: Language,
) {
  const nearest = list(near.map(date));
  return year === undefined
    ? text("commands.error.no-such-day", { typed, month: nameOf(month), days, near: nearest })
    : text("commands.error.no-such-day-then", {
        typed,
        month: date({ precision: "month", year, month }),
        days,
        near: nearest,
      });
}

/** A day of a month or a year: that of today where it has one. */
export function dayIn(date: PartialDate, today: LocalDate): LocalDate {
  const month = date.precision === "year" ? today.month : date.month;
  return localDate(date.year, month, Math.min(today.day, 28));
}
