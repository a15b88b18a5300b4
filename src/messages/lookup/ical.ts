import type { DatedOccasion } from "../../almanac/almanac.ts";
import { addDays } from "../../almanac/calendar.ts";
import { formatDate, type LocalDate } from "../../almanac/date.ts";
import { linkTarget } from "../markdown.ts";
import { clean } from "../plain.ts";
import type { Reader } from "../sentence.ts";
import { anniversaryLine } from "../wording.ts";

/** RFC 5545, section 3.1: no line is longer, in octets without the line break. */
const LONGEST_LINE = 75;
/** When an entry was made says nothing here, and must not change while the entry does not. */
const STAMP = "19700101T000000Z";

/**
 * An iCalendar file (RFC 5545): one all-day entry an occasion that is marked on a day, transparent to free time. The same
 * occasions give the same file to the byte, with the same UIDs, so a calendar that reads it again doubles nothing.
 */
export function icalendar(title: string, occasions: readonly DatedOccasion[], reader: Reader): string {
  const entries = occasions.flatMap(({ on, occasion }) =>
    on.precision === "day" ? entryLines(on, occasion, reader) : [],
  );
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Attache//Diplomatic calendar//EN",
    "CALSCALE:GREGORIAN",
    `X-WR-CALNAME:${escapeText(title)}`,
    ...entries,
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${fold(line)}\r\n`).join("");
}

function entryLines(on: LocalDate, occasion: DatedOccasion["occasion"], reader: Reader): readonly string[] {
  const { event } = occasion.lead;
  const address = event.sources.map(({ url }) => linkTarget(url)).find((url) => url !== undefined);
  return [
    "BEGIN:VEVENT",
    `UID:${occasion.id}-${on.year}@attache`,
    `DTSTAMP:${STAMP}`,
    `DTSTART;VALUE=DATE:${basic(on)}`,
    `DTEND;VALUE=DATE:${basic(addDays(on, 1))}`,
    `SUMMARY:${escapeText(anniversaryLine(occasion, reader))}`,
    ...(address === undefined ? [] : [`URL:${address}`]),
    "TRANSP:TRANSPARENT",
    "END:VEVENT",
  ];
}

function basic(date: LocalDate): string {
  return formatDate(date).replaceAll("-", "");
}

/** RFC 5545, section 3.3.11. */
function escapeText(text: string): string {
  return clean(text).replaceAll(/[\\;,]/g, "\\$&");
}

/** Breaks a long line into lines that begin with a space, never inside a character. */
function fold(line: string): string {
  let folded = "";
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > LONGEST_LINE) {
      folded += "\r\n ";
      octets = 1;
    }
    folded += character;
    octets += size;
  }
  return folded;
}
