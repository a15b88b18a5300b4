import { dsvFormat } from "d3-dsv";
import { OWN_FIELDS, OWN_LIMITS, type OwnField } from "../../src/almanac/own-event.ts";
import {
  type Entries,
  type Entry,
  type FieldOf,
  lineEnds,
  MOST_NAMES,
  NO_FIELDS,
  placeIn,
  type Read,
} from "./entry.ts";
import { fromCell } from "./formula.ts";

/** What spreadsheets put between cells: a comma, where the comma is in numbers a semicolon, a tab when copied. */
const DELIMITERS = [",", ";", "\t"] as const;
type Delimiter = (typeof DELIMITERS)[number];

/** Far more than a server's own dates need. */
const MOST_CELLS = 200_000;

/** So far the columns are looked for, to tell by what they are separated. */
const LONGEST_HEADER = 5_000;

/** What an own event cannot do without. */
const NEEDED = ["date", "text"] as const satisfies readonly OwnField[];

interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}

/** Reads a table (RFC 4180) whose first line names its columns, in any order; empty lines count as lines and are nothing else. */
export function readCsv(text: string, fieldOf: FieldOf): Read<Entries> {
  const delimiter = delimiterOf(text, fieldOf);
  const quote = brokenQuote(text, delimiter);
  if (quote !== undefined) return { ok: false, fault: { kind: "quote", line: placeIn(text, quote).line } };
  if (cellsIn(text, delimiter) > MOST_CELLS) return { ok: false, fault: { kind: "overfull" } };
  const [header, ...rows] = rowsOf(text, delimiter);
  const names = (header?.cells ?? []).slice(0, MOST_NAMES).map((name) => name.trim());
  const columns = names.map(fieldOf);
  const missing = NEEDED.find((field) => !columns.includes(field));
  const found = names.filter((name) => name !== "");
  if (missing !== undefined) return { ok: false, fault: { kind: "no-column", field: missing, found } };
  const twice = OWN_FIELDS.find((field) => columns.filter((each) => each === field).length > 1);
  if (twice !== undefined) return { ok: false, fault: { kind: "column-twice", field: twice, found } };
  if (rows.length > OWN_LIMITS.events) return { ok: false, fault: { kind: "too-many", count: rows.length } };
  const unknown = found.filter((name) => fieldOf(name) === undefined);
  return { ok: true, value: { entries: rows.map((row) => entryOf(row, columns)), unknown } };
}

/** That by which the first line names the most columns. */
function delimiterOf(text: string, fieldOf: FieldOf): Delimiter {
  const [declared] = /(?<=^sep=)./i.exec(text) ?? [];
  const known = (delimiter: Delimiter) =>
    firstLine(text)
      .split(delimiter)
      .filter((name) => isNamed(name, fieldOf)).length;
  const [best = ","] = DELIMITERS.toSorted((one, other) => known(other) - known(one));
  return DELIMITERS.find((delimiter) => delimiter === declared) ?? best;
}

/** The first line with anything in it; Excel's own sep= is none. */
function firstLine(text: string): string {
  const lines = text.slice(0, LONGEST_HEADER).split(/[\r\n]+/);
  return lines.find((line) => line.trim() !== "" && !SEPARATOR.test(line)) ?? "";
}

function isNamed(cell: string, fieldOf: FieldOf): boolean {
  return fieldOf(cell.replaceAll('"', "").trim()) !== undefined;
}

const SEPARATOR = /^sep=.\s*$/i;

/** d3-dsv takes the rest of the file for the cell where a quote stays open, without a word. Where such a one begins, if any does. */
function brokenQuote(text: string, delimiter: Delimiter): number | undefined {
  const opening = new RegExp(`(?<=^|[${delimiter}\r\n])"`, "g");
  const ends = new Set([delimiter, "\r", "\n", ""]);
  for (let found = opening.exec(text); found !== null; found = opening.exec(text)) {
    const close = afterQuote(text, found.index);
    if (close === undefined || !ends.has(text.charAt(close))) return found.index;
    opening.lastIndex = close;
  }
  return undefined;
}

/** Where a quoted cell that begins there is over; undefined where it never is. */
function afterQuote(text: string, open: number): number | undefined {
  for (let at = open + 1; ; at += 2) {
    at = text.indexOf('"', at);
    if (at < 0) return undefined;
    if (text.charAt(at + 1) !== '"') return at + 1;
  }
}

/** At most so many, or fewer where quoted texts have separators in them: enough to bound the work. */
function cellsIn(text: string, delimiter: Delimiter): number {
  let cells = 1;
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (character === delimiter || character === "\n" || character === "\r") cells += 1;
  }
  return cells;
}

function rowsOf(text: string, delimiter: Delimiter): readonly Row[] {
  const rows: Row[] = [];
  let line = 1;
  for (const cells of dsvFormat(delimiter).parseRows(text)) {
    const isEmpty = cells.every((cell) => cell.trim() === "");
    const isSeparator = line === 1 && SEPARATOR.test(cells.join(delimiter));
    if (!isEmpty && !isSeparator) rows.push({ line, cells });
    line += 1 + cells.reduce((sum, cell) => sum + lineEnds(cell), 0);
  }
  return rows;
}

function entryOf({ line, cells }: Row, columns: readonly (OwnField | undefined)[]): Entry {
  const fields = { ...NO_FIELDS };
  for (const [index, field] of columns.entries()) if (field !== undefined) fields[field] = fromCell(cells[index] ?? "");
  const beyond = cells.slice(columns.length).some((cell) => cell.trim() !== "");
  const wrong = beyond ? [{ kind: "cells", cells: cells.length, columns: columns.length } as const] : [];
  return { line, fields, wrong };
}
