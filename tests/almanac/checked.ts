import { join } from "node:path";
import { checkData } from "../../src/almanac/check/check.ts";
import { formatFault } from "../../src/almanac/fault.ts";

/** Files of the fixture, and a source in it, of whose mistakes the check is to tell. */
export const RELATIONS = "events/relations/be.csv";
export const VISITS = "events/visits/be.csv";
export const PAGES = "sources/pages.csv";
export const KAZINFORM = "kazinform-18-october-2022-kazakhstan-belgium-political";

const TODAY = { precision: "day", year: 2026, month: 11, day: 22 } as const;

/** What the check says of a data directory, with the files named from there. */
export function messages(folder: string): readonly string[] {
  return checkData(folder, TODAY).map((fault) => formatFault(fault).replaceAll(join(folder, "/"), ""));
}

/** Changes the lines of a text that begin so. */
export function line(start: string, change: (line: string) => string): (text: string) => string {
  return (text) =>
    text
      .split("\n")
      .map((each) => (each.startsWith(start) ? change(each) : each))
      .join("\n");
}

/** Puts the one in the place of the other, once. */
export function swap(from: string, to: string): (text: string) => string {
  return (text) => text.replace(from, to);
}
