import type { DatedOccasion } from "../../almanac/almanac.ts";
import { addDays } from "../../almanac/calendar.ts";
import { formatDate, type LocalDate } from "../../almanac/date.ts";
import type { Source } from "../../almanac/event.ts";
import type { OwnAnniversary } from "../../digest/own.ts";
import { linkTarget } from "../markdown.ts";
import { ownText } from "../own/own-line.ts";
import { clean } from "../plain.ts";
import type { Reader } from "../sentence.ts";
import { anniversaryLine } from "../wording.ts";

/** RFC 5545, section 3.1: no line is longer, in octets without the line break. */
const LONGEST_LINE = 75;
/** When an entry was made says nothing here, and must not change while the entry does not. */
const STAMP = "19700101T000000Z";

/**
 * An iCalendar file (RFC 5545): one all-day entry an own date of a server and an occasion that is marked on a day, transparent to free time. The same
 * ones give the same file to the byte, with the same UIDs, so a calendar that reads it again doubles nothing.
 */
export function icalendar(
  title: string,
  occasions: readonly DatedOccasion[],
  reader: Reader,
  own: readonly OwnAnniversary[],
): string {
  const entries = [
    ...own.map((each) => ownEntry(each, reader)),
    ...occasions.map(({ on, occasion }) => (on.precision === "day" ? occasionEntry(on, occasion, reader) : "")),
  ];
  return `BEGIN:VCALENDAR\r
VERSION:2.0\r
PRODID:-//Attache//Diplomatic calendar//EN\r
CALSCALE:GREGORIAN\r
${fold(`X-WR-CALNAME:${escapeText(title)}`)}\r
${entries.join("")}END:VCALENDAR\r
`;
}

function occasionEntry(on: LocalDate, occasion: DatedOccasion["occasion"], reader: Reader): string {
  const { event } = occasion.lead;
  const summary = anniversaryLine(occasion, reader);
  return entryText({ id: occasion.id, on, summary, address: firstAddress(event.sources) });
}

function ownEntry(own: OwnAnniversary, { language }: Reader): string {
  const { id, link } = own.event;
  const address = link === undefined ? undefined : linkTarget(link);
  return entryText({ id: `own-${id}`, on: own.on, summary: ownText(own, language), address });
}

interface CalendarEntry {
  /** With the year it is the entry's UID. */
  readonly id: string;
  readonly on: LocalDate;
  /** Plain text. */
  readonly summary: string;
  readonly address: string | undefined;
}

function entryText({ id, on, summary, address }: CalendarEntry): string {
  return `BEGIN:VEVENT\r
${fold(`UID:${id}-${on.year}@attache`)}\r
DTSTAMP:${STAMP}\r
DTSTART;VALUE=DATE:${basic(on)}\r
DTEND;VALUE=DATE:${basic(addDays(on, 1))}\r
${fold(`SUMMARY:${escapeText(summary)}`)}\r
${address === undefined ? "" : `${fold(`URL:${address}`)}\r\n`}TRANSP:TRANSPARENT\r
END:VEVENT\r
`;
}

/** Of the best source that can be opened. */
function firstAddress(sources: readonly Source[]): string | undefined {
  for (const { url } of sources) {
    const address = linkTarget(url);
    if (address !== undefined) return address;
  }
  return undefined;
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
  if (Buffer.byteLength(line) <= LONGEST_LINE) return line;
  let folded = "";
  let octets = 0;
  let from = 0;
  for (let at = 0; at < line.length; ) {
    const code = line.codePointAt(at) ?? 0;
    const size = octetsOf(code);
    if (octets + size > LONGEST_LINE) {
      folded += `${line.slice(from, at)}\r\n `;
      [from, octets] = [at, 1];
    }
    octets += size;
    at += code > 0xff_ff ? 2 : 1;
  }
  return folded + line.slice(from);
}

/** Of a code point in UTF-8 (RFC 3629, section 3). */
function octetsOf(code: number): number {
  if (code < 0x80) return 1;
  if (code < 0x8_00) return 2;
  return code < 0x1_00_00 ? 3 : 4;
}
