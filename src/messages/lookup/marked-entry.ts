import type { DatedOccasion } from "../../almanac/almanac.ts";
import type { LocalDate } from "../../almanac/date.ts";
import { occasionLine, sourceLink } from "../line.ts";
import { bold, escapeMarkdown } from "../markdown.ts";
import type { Reader } from "../sentence.ts";
import { anniversaryLine } from "../wording.ts";
import type { Entry } from "./listing.ts";
import { fromNow } from "./timestamp.ts";

/** An anniversary with the date on which it is marked, and how far off that is; without a day, the month or the year. */
export function markedEntry({ on, occasion }: DatedOccasion, today: LocalDate, reader: Reader): Entry {
  const { language } = reader;
  const date = language.date(on);
  const line = occasionLine(occasion, reader).markdown;
  return {
    markdown:
      on.precision === "day"
        ? language.text("lookup.marked", {
            date: bold(escapeMarkdown(date)),
            fromNow: fromNow(on, today, language),
            line,
          })
        : language.text("post.dated", { date: bold(escapeMarkdown(date)), what: line }),
    plain: () => language.text("post.dated", { date, what: anniversaryLine(occasion, reader) }),
    source: sourceLink(occasion.lead.event, reader),
  };
}
