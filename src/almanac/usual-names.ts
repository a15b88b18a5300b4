import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readTable } from "./csv.ts";
import type { EventId } from "./event.ts";
import { DataError, type Fault } from "./fault.ts";
import { asAsked } from "./lookup/question.ts";

/** The columns of data/usual-names.csv, in order. */
export const USUAL_NAME_COLUMNS = ["name", "events"];

/** What people call events that are on record by another name, in whatever language: the events meant, the first one first. */
export interface UsualNames {
  /** Those of the name that a text is; of a text that is still being typed, those of all names that begin so. */
  called(text: string, isBegun: boolean): readonly EventId[];
}

/** Fewer letters are the beginning of too much. */
const SHORTEST_BEGUN = 4;

/** Reads the table of a data directory. Throws DataError where it cannot be read. */
export function readUsualNames(dataDir: string): UsualNames {
  const file = join(dataDir, "usual-names.csv");
  const faults: Fault[] = [];
  const rows = readTable(file, readFileSync(file, "utf8"), USUAL_NAME_COLUMNS, faults);
  if (faults.length > 0) throw new DataError(faults);
  const known = new Map(rows.map(({ cells: [name = "", events = ""] }) => [asAsked(name), events.split(" ")]));
  return {
    called(text, isBegun) {
      const asked = asAsked(text);
      const whole = known.get(asked) ?? [];
      if (!isBegun || asked.length < SHORTEST_BEGUN) return whole;
      const begun = [...known].flatMap(([name, ids]) => (name.startsWith(asked) ? ids : []));
      return [...new Set([...whole, ...begun])];
    },
  };
}
