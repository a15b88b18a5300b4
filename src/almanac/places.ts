import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readTable } from "./csv.ts";
import { DataError, type Fault } from "./fault.ts";
import { fold } from "./parties/fold.ts";

/** A city by a name that somebody may type, and the IANA zone that it lives by. */
export interface Place {
  readonly name: string;
  readonly zone: string;
}

/** The cities of the world, what people call time zones, which were renamed and which are offered first (data/zones/). */
export interface Places {
  /** Cities with a name that is a text or, unless only whole ones are asked for, begins with it: those first, then the largest; one a zone. */
  find(text: string, limit: number, only?: "whole"): readonly Place[];
  /** Zones that are called so, whole: EST, Central European Time, in any letter case. */
  called(text: string): readonly string[];
  /** How many people live in a zone's largest city; 0 where none is known. */
  people(zone: string): number;
  /** The name that a zone has by now, where it was renamed. */
  newerName(zone: string): string | undefined;
  /** What a renamed zone was called before: Node.js accepts both names, and may list either. */
  olderName(zone: string): string | undefined;
  /** Zones to offer to who lives in a region (UN M.49, 001 for the world), beside those of their country. */
  offered(region: string): readonly string[];
}

interface Entry extends Place {
  readonly folded: string;
}

interface Tables {
  readonly entries: readonly Entry[];
  readonly called: ReadonlyMap<string, readonly string[]>;
  readonly people: ReadonlyMap<string, number>;
  readonly newer: ReadonlyMap<string, string>;
  readonly older: ReadonlyMap<string, string>;
  readonly offered: ReadonlyMap<string, readonly string[]>;
}

const CITY_COLUMNS = ["name", "country", "zone", "population", "names"];
const NAME_COLUMNS = ["zone", "names"];
const RENAMED_COLUMNS = ["zone", "formerly"];
const OFFERED_COLUMNS = ["region", "zone"];

/** The places of a data directory. Throws DataError where their tables cannot be read. */
export function openPlaces(dataDir: string): Places {
  const { entries, called, people, newer, older, offered } = readTables(join(dataDir, "zones"));
  return {
    find(text, limit, only) {
      const folded = fold(text.slice(0, LONGEST));
      if (folded === "") return [];
      const whole = entries.filter((entry) => entry.folded === folded);
      const begun = only === "whole" ? [] : entries.filter((entry) => entry.folded.startsWith(folded));
      const seen = new Set<string>();
      return [...whole, ...begun].filter(({ zone }) => !seen.has(zone) && seen.add(zone)).slice(0, limit);
    },
    called: (text) => called.get(fold(text.slice(0, LONGEST))) ?? [],
    people: (zone) => people.get(zone) ?? 0,
    newerName: (zone) => newer.get(zone),
    olderName: (zone) => older.get(zone),
    offered: (region) => offered.get(region) ?? [],
  };
}

/** What is longer is no name of a place. */
const LONGEST = 64;

function readTables(folder: string): Tables {
  const faults: Fault[] = [];
  const rowsOf = (name: string, columns: readonly string[]) => {
    const file = join(folder, name);
    return readTable(file, readFileSync(file, "utf8"), columns, faults).map(({ cells }) => cells);
  };
  const cities = rowsOf("cities.csv", CITY_COLUMNS);
  const names = rowsOf("names.csv", NAME_COLUMNS);
  const renamed = rowsOf("renamed.csv", RENAMED_COLUMNS);
  const offered = rowsOf("offered.csv", OFFERED_COLUMNS);
  if (faults.length > 0) throw new DataError(faults);
  const people = new Map<string, number>();
  // the largest come first
  for (const [, , zone = "", population = ""] of cities) if (!people.has(zone)) people.set(zone, Number(population));
  const entries = cities.flatMap(([name = "", , zone = "", , others = ""]) =>
    [name, ...listed(others)].map((each) => ({ name: each, zone, folded: fold(each) })),
  );
  const called = Map.groupBy(
    names.flatMap(([zone = "", others = ""]) => listed(others).map((each) => ({ zone, folded: fold(each) }))),
    ({ folded }) => folded,
  );
  return {
    entries,
    people,
    called: new Map([...called].map(([folded, zones]) => [folded, zones.map(({ zone }) => zone)])),
    newer: new Map(renamed.map(([zone = "", formerly = ""]) => [formerly, zone])),
    older: new Map(renamed.map(([zone = "", formerly = ""]) => [zone, formerly])),
    offered: new Map(
      [...Map.groupBy(offered, ([region = ""]) => region)].map(([region, rows]) => [
        region,
        rows.map(([, zone = ""]) => zone),
      ]),
    ),
  };
}

function listed(names: string): readonly string[] {
  return names === "" ? [] : names.split("; ");
}
