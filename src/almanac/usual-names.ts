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
  /** Those of the longest name that a longer text has in it, and the text's other words; undefined where it has none. */
  within(text: string): { readonly events: readonly EventId[]; readonly others: string } | undefined;
  /** The folded words of all names. */
  readonly words: ReadonlySet<string>;
}

/** Fewer letters are the beginning of too much. */
const SHORTEST_BEGUN = 4;
/** The last words of a longer text are not looked at. */
const MOST_WORDS = 12;

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
    within(text) {
      const asked = asAsked(text).split(" ").slice(0, MOST_WORDS);
      for (let length = asked.length - 1; length > 0; length--)
        for (let from = 0; from + length <= asked.length; from++) {
          const events = known.get(asked.slice(from, from + length).join(" "));
          if (events) return { events, others: asked.toSpliced(from, length).join(" ") };
        }
      return undefined;
    },
    words: new Set([...known.keys()].flatMap((name) => name.split(" "))),
  };
}
