import type { DatedOccasion } from "../../almanac/almanac.ts";
import type { LocalDate } from "../../almanac/date.ts";
import type { PartyCode } from "../../almanac/party.ts";
import type { OwnAnniversary } from "../../digest/own.ts";
import { occasionLine, sourceLink } from "../line.ts";
import { bold, escapeMarkdown } from "../markdown.ts";
import type { Reader } from "../sentence.ts";
import { anniversaryLine } from "../wording.ts";
import type { Entry } from "./listing.ts";
import { ownEntry } from "./own-entry.ts";
import { eventSelect, type SelectRow } from "./selects.ts";
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

/** What a list by date holds: an anniversary of the archive, or one of a server's own. */
export type Marked = OwnAnniversary | DatedOccasion;

/** Each as a line of the list. */
export function markedEntries(marked: readonly Marked[], today: LocalDate, reader: Reader): readonly Entry[] {
  return marked.map((each) =>
    "occasion" in each ? markedEntry(each, today, reader) : ownEntry(each, today, reader.language),
  );
}

/** Opens one of those of the archive in full; no row where there are none. */
export function markedSelect(
  marked: readonly Marked[],
  reader: Reader,
  following: readonly PartyCode[],
): readonly SelectRow[] {
  const occasions = marked.flatMap((each) => ("occasion" in each ? each.occasion : []));
  return eventSelect(occasions, reader, following);
}
