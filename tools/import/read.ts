import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Cites, type Fact, parseCites, parseFact } from "./fact.ts";
import { FACT_FILES } from "./fact-files.ts";
import { readGreatEvents } from "./great-events.ts";
import { readMemberships } from "./memberships.ts";

const CITES_FILE = "wp-relations-cites";

export interface Collected {
  readonly facts: readonly Fact[];
  readonly cites: readonly Cites[];
}

/** Reads the fact files that the folder has, in the order of FACT_FILES, line by line, and the tables of great events and of memberships. */
export function readFacts(folder: string): Collected {
  const collected = FACT_FILES.flatMap((file) => readLines(folder, file, parseFact));
  if (collected.length === 0)
    throw new Error(`${folder}: no fact file found (expected ${FACT_FILES[0]}.jsonl and others)`);
  return {
    facts: [...readGreatEvents(), ...readMemberships(), ...collected],
    cites: readLines(folder, CITES_FILE, parseCites),
  };
}

function readLines<T, File extends string>(
  folder: string,
  file: File,
  parse: (text: string, file: File, line: number) => T,
): T[] {
  const path = join(folder, `${file}.jsonl`);
  if (!existsSync(path)) return [];
  return readFileSync(path, "utf8")
    .split("\n")
    .flatMap((text, index) => (text.trim() === "" ? [] : [parse(text, file, index + 1)]));
}
