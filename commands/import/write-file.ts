import { csvFormatRows } from "d3-dsv";
import { formatOwnDate, OWN_FIELDS, type OwnEventContent } from "../../src/almanac/own-event.ts";
import type { Attachment } from "../../src/ports.ts";
import { toCell } from "./formula.ts";

export const FORMATS = ["csv", "json"] as const;
export type Format = (typeof FORMATS)[number];

/** Tells spreadsheets that the file is UTF-8. */
const MARK = "\uFEFF";

/** Own events as a file that entriesOf reads again. */
export function fileOf(events: readonly OwnEventContent[], format: Format, name: string): Attachment {
  const text = format === "csv" ? csvOf(events) : jsonOf(events);
  const contentType = format === "csv" ? "text/csv; charset=utf-8" : "application/json; charset=utf-8";
  return { name: `${name}.${format}`, contentType, data: Buffer.from(text) };
}

/** RFC 4180: commas, CRLF; no spreadsheet runs what is in it. */
function csvOf(events: readonly OwnEventContent[]): string {
  const rows = events.map(({ date, text, parties, kind, link }) =>
    [formatOwnDate(date), text, parties.join(", "), kind ?? "", link ?? ""].map(toCell),
  );
  const lines = csvFormatRows([[...OWN_FIELDS], ...rows]).replaceAll("\n", "\r\n");
  return `${MARK}${lines}\r\n`;
}

function jsonOf(events: readonly OwnEventContent[]): string {
  const all = events.map(({ date, text, parties, kind, link }) => ({
    date: formatOwnDate(date),
    text,
    countries: parties,
    ...(kind !== undefined && { kind }),
    ...(link !== undefined && { link }),
  }));
  return `${JSON.stringify(all, null, 2)}\n`;
}
