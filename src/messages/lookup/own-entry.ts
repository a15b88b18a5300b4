import type { LocalDate } from "../../almanac/date.ts";
import type { OwnAnniversary } from "../../digest/own.ts";
import type { Language } from "../language.ts";
import { bold, escapeMarkdown } from "../markdown.ts";
import { ownLine, ownText } from "../own/own-line.ts";
import type { Entry } from "./listing.ts";
import { fromNow } from "./timestamp.ts";

/** One of a server's own dates with the day on which it is marked, among the archive's; it says whose it is. */
export function ownEntry(own: OwnAnniversary, today: LocalDate, language: Language): Entry {
  const date = language.date(own.on);
  const said = (what: string): string => language.text("own.among-others", { what });
  return {
    markdown: language.text("lookup.marked", {
      date: bold(escapeMarkdown(date)),
      fromNow: fromNow(own.on, today, language),
      line: said(ownLine(own, language).markdown),
    }),
    plain: () => language.text("post.dated", { date, what: said(ownText(own, language)) }),
  };
}
