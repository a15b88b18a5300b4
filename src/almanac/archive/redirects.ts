import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readTable } from "../csv.ts";
import type { EventId } from "../event.ts";
import { DataError, type Fault } from "../fault.ts";

/** The columns of data/redirects.csv, in order. */
export const REDIRECT_COLUMNS = ["from", "to"];

/** From ids that events once had to those that they have. Throws DataError where the table cannot be read. */
export function readRedirects(dataDir: string): ReadonlyMap<EventId, EventId> {
  const file = join(dataDir, "redirects.csv");
  const faults: Fault[] = [];
  const rows = readTable(file, readFileSync(file, "utf8"), REDIRECT_COLUMNS, faults);
  if (faults.length > 0) throw new DataError(faults);
  return new Map(rows.map(({ cells: [from = "", to = ""] }) => [from, to]));
}
