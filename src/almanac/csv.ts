import { csvParseRows } from "d3-dsv";
import type { Fault, Report } from "./fault.ts";

/** One row of a table and the line it stands on. */
export interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}

/** Splits one line of CSV (RFC 4180); in data/ no field holds a line break, so a line is a row. */
export function parseLine(line: string): readonly string[] {
  return line.includes('"') ? (csvParseRows(line)[0] ?? []) : line.split(",");
}

/** Reads a table with exactly these columns. Rows that cannot be read are left out and reported. */
export function readTable(file: string, text: string, columns: readonly string[], faults: Fault[]): readonly Row[] {
  const report =
    (line: number): Report =>
    (rule, cure) =>
      faults.push({ file, line, rule, cure });
  const lines = asWritten(text, report(1)).split("\n");
  if (lines.at(-1) === "") lines.pop();
  else report(lines.length)("the last line does not end with a line break", "end the file with a single line break");
  const header = lines[0] ?? "";
  if (header !== columns.join(",")) {
    report(1)(`the columns are "${header}"`, `make the first line ${columns.join(",")}`);
    return [];
  }
  const rows: Row[] = [];
  for (let index = 1; index < lines.length; index++) {
    const cells = readCells(lines[index] ?? "", columns.length, report(index + 1));
    if (cells) rows.push({ line: index + 1, cells });
  }
  return rows;
}

/** The text without what spreadsheets put around it unseen, which is one fault of the file. */
function asWritten(text: string, report: Report): string {
  const [mark, rest] = text.startsWith("\uFEFF") ? [true, text.slice(1)] : [false, text];
  const windows = /^[^\n]*\r\n/.test(rest);
  if (mark || windows)
    report(
      mark ? "the file begins with a byte-order mark" : "the lines end as on Windows (CR LF)",
      "save it as plain UTF-8 with LF line ends",
    );
  return windows ? rest.replaceAll("\r\n", "\n") : rest;
}

function readCells(line: string, columns: number, report: Report): readonly string[] | undefined {
  if (line.endsWith("\r")) {
    report("the line ends as on Windows (CR LF)", "save the file with LF line ends");
    return undefined;
  }
  if (line.length < columns && line.trim() === "") {
    report("the line is empty", "delete it");
    return undefined;
  }
  if (line.includes('"') && line.split('"').length % 2 === 0) {
    report(
      "a quotation mark is not closed on this line",
      'close it, write " inside a field as "", keep a row on one line',
    );
    return undefined;
  }
  const cells = parseLine(line);
  if (cells.length !== columns) {
    const counts = `${cells.length} ${cells.length === 1 ? "cell" : "cells"} where the header has ${columns} columns`;
    report(counts, 'add or take away commas; put a field that holds a comma in "quotation marks"');
    return undefined;
  }
  return cells;
}
