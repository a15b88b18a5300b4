import { formatDate, type LocalDate } from "../../src/almanac/date.ts";
import type { Language } from "../../src/messages/language.ts";
import { clean, shorten } from "../../src/messages/plain.ts";
import type { Choice, Reply } from "../command.ts";
import { type NotADate, readDates } from "./date.ts";

/** The dates that a typed text may mean, to choose from; nothing typed is today. */
export function suggestDates(text: string, today: LocalDate, language: Language): readonly Choice[] {
  const reading = readDates(text, language.locale, today);
  const dates = reading.ok ? reading.dates : [];
  return (text.trim() === "" ? [today] : dates).map((date) => ({
    name: language.weekday(date),
    value: formatDate(date),
  }));
}

/** Why what was written is no date, and what to write instead. */
export function notADate(written: string, why: NotADate, language: Language): Reply {
  const typed = shorten(clean(written), 80);
  return { kind: "refusal", text: refusalOf(typed, why, language) };
}

function refusalOf(typed: string, why: NotADate, { text }: Language): string {
  switch (why.kind) {
    case "unreadable":
      return text("commands.error.not-a-date", { typed });
    case "more-than-a-date":
      return text("commands.error.more-than-a-date", { typed, more: shorten(clean(why.more), 80) });
    case "no-such-day":
      return text("commands.error.no-such-day", { typed, days: why.days });
    case "no-leap-year":
      return text("commands.error.no-leap-year", { typed, year: String(why.year) });
  }
}
