import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readTable } from "../../src/almanac/csv.ts";
import { DataError, type Fault } from "../../src/almanac/fault.ts";

/** One row of a table that people keep for the import. */
export interface TableRow<Column extends string> {
  readonly line: number;
  /** What stands in a column; empty where nothing does. */
  readonly cell: (column: Column) => string;
}

/** Where the hand-made tables of the import lie: decisions that somebody took by reading, each with its reason. */
const FOLDER = join(import.meta.dirname, "tables");

/** Reads a table of tools/import/tables; throws with file, line, rule and cure where it has other columns. */
export function readImportTable<Column extends string>(
  name: string,
  columns: readonly Column[],
): readonly TableRow<Column>[] {
  const faults: Fault[] = [];
  const file = `tools/import/tables/${name}.csv`;
  const rows = readTable(file, readFileSync(join(FOLDER, `${name}.csv`), "utf8"), columns, faults);
  if (faults.length > 0) throw new DataError(faults);
  return rows.map(({ line, cells }) => ({ line, cell: (column) => cells[columns.indexOf(column)] ?? "" }));
}
