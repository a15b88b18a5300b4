import { readImportTable, type TableRow } from "./tables.ts";

const COLUMNS = ["what", "small", "written", "reason"] as const;
const ROWS: readonly TableRow<(typeof COLUMNS)[number]>[] = readImportTable("proper-nouns", COLUMNS);

/** Names that the World Treaty Index writes small, as they are written. */
export const PROPER_NOUNS: readonly string[] = ROWS.filter(({ cell }) => cell("what") === "name").map(({ cell }) =>
  cell("written"),
);

/** Acronyms by their small letters. */
export const ACRONYMS: ReadonlyMap<string, string> = new Map(
  ROWS.filter(({ cell }) => cell("what") === "acronym").map(({ cell }) => [cell("small"), cell("written")]),
);
