import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { temporaryFolder } from "./folder.ts";

const ROOT = join(import.meta.dirname, "..", "..");

/** What an editor judged, but for what names events and pages that the fixtures do not have. */
export const JUDGED = ["kinds", "organisations", "standing", "words"].map((table) => `significance/${table}.csv`);

/** The seeds, some members of organisations and leap days, as CSV, with the parties, zones and texts of the real data/. */
export function fixtureData(): string {
  const folder = temporaryFolder();
  cpSync(join(ROOT, "tests", "fixtures", "data"), folder, { recursive: true });
  for (const real of ["parties", "zones", ...JUDGED, "translations", "publishers.csv"])
    cpSync(join(ROOT, "data", real), join(folder, real), { recursive: true });
  return folder;
}

/** Changes the text of a file; fails where the change changes nothing. */
export function edit(folder: string, file: string, change: (text: string) => string): void {
  const path = join(folder, file);
  const before = readFileSync(path, "utf8");
  const after = change(before);
  if (after === before) throw new Error(`Nothing was changed in ${file}.`);
  writeFileSync(path, after);
}
