import { isUtf8 } from "node:buffer";
import { readFileSync } from "node:fs";
import { parseLine, type Row, readTable } from "../csv.ts";
import type { Fault, Report } from "../fault.ts";
import { asMeant, tidied } from "../tidy.ts";

/** A row of a table and the file it is in. */
export interface PlacedRow extends Row {
  readonly file: string;
}

/** A table as the check sees it. */
export interface CheckedTable {
  readonly rows: readonly PlacedRow[];
  /** The cells of every line but the first, those of faulty rows as well as they can be told: what these name is not lost. */
  readonly cells: readonly (readonly string[])[];
}

/** Reads a table for the check: what the reader forgives is reported too. */
export function readForCheck(file: string, columns: readonly string[], faults: Fault[]): CheckedTable {
  const bytes = readFileSync(file);
  for (const line of linesOfOtherEncodings(bytes))
    reportAt({ file, line }, faults)("the line is not UTF-8", "save the file in UTF-8, then write its letters anew");
  const text = bytes.toString("utf8");
  const rows = readTable(file, text, columns, faults).map(({ line, cells }) => ({
    line,
    file,
    cells: tidied(cells, reportAt({ file, line }, faults)),
  }));
  return {
    rows,
    cells: text
      .trimEnd()
      .split("\n")
      .slice(1)
      .map((line) => parseLine(line).map(asMeant)),
  };
}

/** The numbers of the lines, from 1, whose bytes are no UTF-8. */
function linesOfOtherEncodings(bytes: Buffer): readonly number[] {
  if (isUtf8(bytes)) return [];
  // Latin-1 has a letter for every byte, so that the lines come back as they are
  const lines = bytes.toString("latin1").split("\n");
  return lines.flatMap((line, index) => (isUtf8(Buffer.from(line, "latin1")) ? [] : [index + 1]));
}

/** Reports faults of that line. */
export function reportAt({ file, line }: { readonly file: string; readonly line: number }, faults: Fault[]): Report {
  return (rule, cure) => faults.push({ file, line, rule, cure });
}

/** file:line, as editors and terminals open it. */
export function placeOf({ file, line }: { readonly file: string; readonly line: number }): string {
  return `${file}:${line}`;
}

/** Reports the fewest rows whose removal leaves the keys in ascending order; rows that are left out of the keys do not count. */
export function checkOrder(
  rows: readonly { readonly row: PlacedRow; readonly key: string }[],
  cure: string,
  faults: Fault[],
): void {
  const inOrder = longestRun(rows.map(({ key }) => key));
  for (const [index, { row }] of rows.entries())
    if (!inOrder.has(index)) reportAt(row, faults)("the row is out of order", cure);
}

/** The places of a longest ascending run of keys, others between them left out (patience sorting). */
function longestRun(keys: readonly string[]): ReadonlySet<number> {
  const ends: number[] = [];
  const before: (number | undefined)[] = [];
  for (const [index, key] of keys.entries()) {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((keys[ends[middle] ?? 0] ?? "") <= key) low = middle + 1;
      else high = middle;
    }
    before[index] = ends[low - 1];
    ends[low] = index;
  }
  const run = new Set<number>();
  for (let at = ends.at(-1); at !== undefined; at = before[at]) run.add(at);
  return run;
}
