import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Cites, type Fact, parseCites, parseFact } from "./fact.ts";

/**
 * The fact files, the most trusted first: where two files say the same thing, the wording of the earlier one stands.
 * Order: read by hand, then official records, then encyclopedia and day pages, then machine-read tables.
 */
export const FACT_FILES = [
  "seeds",
  "us-relations",
  "un-membership",
  "us-visits-in",
  "us-visits-out",
  "treaties",
  "org-memberships",
  "independence",
  "wars",
  "diplomatic-incidents",
  "wp-relations",
  "alliances",
  "treaties-gb",
  "un-treaties",
  "treaties-environment-trade",
  "treaties-paris",
  "relations-wti",
  "treaties-wti",
  "treaties-wti-minor",
] as const;
export type FactFile = (typeof FACT_FILES)[number];

const CITES_FILE = "wp-relations-cites";

export interface Collected {
  readonly facts: readonly Fact[];
  readonly cites: readonly Cites[];
}

/** Reads the fact files that the folder has, in the order of FACT_FILES, line by line. */
export function readFacts(folder: string): Collected {
  const facts = FACT_FILES.flatMap((file) => readLines(folder, file, parseFact));
  if (facts.length === 0) throw new Error(`${folder}: no fact file found (expected ${FACT_FILES[0]}.jsonl and others)`);
  return { facts, cites: readLines(folder, CITES_FILE, parseCites) };
}

function readLines<T>(folder: string, file: string, parse: (text: string, file: string, line: number) => T): T[] {
  const path = join(folder, `${file}.jsonl`);
  if (!existsSync(path)) return [];
  return readFileSync(path, "utf8")
    .split("\n")
    .flatMap((text, index) => (text.trim() === "" ? [] : [parse(text, file, index + 1)]));
}
