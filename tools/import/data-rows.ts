import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { csvParse } from "d3-dsv";

/** One row of a table of data/, its cells by column; a column that is missing is empty. */
export type Row = Readonly<Record<string, string>>;

/** The tables under a folder, by path inside it, in order of path. */
export function readTables(folder: string): ReadonlyMap<string, readonly Row[]> {
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".csv"));
  return new Map(paths.toSorted().map((path) => [path, csvParse(readFileSync(join(folder, path), "utf8")).map(asRow)]));
}

/** The codes in the cell of parties, without the bar after the principal ones. */
export function partiesIn(cell: string): readonly string[] {
  return cell.split(" ").filter((code) => code !== "" && code !== "/");
}

function asRow(cells: object): Row {
  return Object.fromEntries(Object.entries(cells).map(([column, cell]) => [column, String(cell)]));
}
