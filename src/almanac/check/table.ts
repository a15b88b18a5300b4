import { readFileSync } from "node:fs";
import { parseLine, type Row, readTable } from "../csv.ts";
import type { Fault, Report } from "../fault.ts";

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
  const text = readFileSync(file, "utf8");
  const rows = readTable(file, text, columns, faults).map((row) => ({ ...row, file }));
  for (const row of rows) {
    const untidy = row.cells.find((cell) => cell !== cell.trim() || cell.includes("  "));
    if (untidy !== undefined)
      reportAt(row, faults)(`stray spaces in "${untidy}"`, "take out spaces at the ends, and doubled ones inside");
  }
  return { rows, cells: text.trimEnd().split("\n").slice(1).map(parseLine) };
}

export function reportAt({ file, line }: { readonly file: string; readonly line: number }, faults: Fault[]): Report {
  return (rule, cure) => faults.push({ file, line, rule, cure });
}

export function placeOf({ file, line }: { readonly file: string; readonly line: number }): string {
  return `${file}:${line}`;
}

/** Reports rows whose keys are not in ascending order; rows that are left out of the keys do not count. */
export function checkOrder(
  rows: readonly { readonly row: PlacedRow; readonly key: string }[],
  cure: string,
  faults: Fault[],
): void {
  let before = "";
  for (const { row, key } of rows) {
    if (key < before) reportAt(row, faults)("the row is out of order", cure);
    else before = key;
  }
}
