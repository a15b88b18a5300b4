import type { Language } from "../../src/messages/language.ts";
import type { Refusal } from "../command.ts";
import { quoted } from "../refusal.ts";
import type { NotADate } from "./date.ts";

/** Why what was written is no date, and what to write instead. */
export function notADate(written: string, why: NotADate, language: Language): Refusal {
  const typed = quoted(written);
  return { kind: "refusal", text: refusalOf(typed, why, language) };
}

function refusalOf(typed: string, why: NotADate, { text }: Language): string {
  switch (why.kind) {
    case "unreadable":
      return text("commands.error.not-a-date", { typed });
    case "more-than-a-date":
      return text("commands.error.more-than-a-date", { typed, more: quoted(why.more) });
    case "no-such-day":
      return text("commands.error.no-such-day", { typed, days: why.days });
    case "no-such-month":
      return text("commands.error.no-such-month", { typed, month: why.month });
    case "no-leap-year":
      return text("commands.error.no-leap-year", { typed, year: String(why.year) });
  }
}
