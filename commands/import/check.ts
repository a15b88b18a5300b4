import { type OwnEventContent, ownKey } from "../../src/almanac/own-event.ts";
import type { Entry } from "./entry.ts";
import { createReader, type Reading, type Wrong } from "./read-entry.ts";

/** What is wrong on which line. */
export interface Fault extends Wrong {
  readonly line: number;
}

/** What entries come to: those to import, those that the server has already, and what is wrong with the others. */
export interface Checked {
  readonly right: readonly OwnEventContent[];
  readonly already: number;
  /** How many are at fault; each may be so in several parts. */
  readonly wrong: number;
  readonly faults: readonly Fault[];
}

const AT_ONCE = 10;

/**
 * Reads entries as the commands read what is typed, and compares them with each other and with what is there. It pauses after so
 * many: names that nobody knows take some milliseconds each, and others must not wait for all of a file.
 */
export function* checkEntries(
  entries: readonly Entry[],
  present: readonly OwnEventContent[],
  reading: Reading,
): Generator<undefined, Checked> {
  const read = createReader(reading);
  const there = new Set(present.map(ownKey));
  const lineOf = new Map<string, number>();
  const right: OwnEventContent[] = [];
  const faults: Fault[] = [];
  let [already, wrong, done] = [0, 0, 0];
  for (const entry of entries) {
    const found = withoutRepeats(read(entry), entry.line, lineOf, reading);
    if (!found.ok) {
      wrong += 1;
      faults.push(...found.wrong.map((each) => ({ ...each, line: entry.line })));
    } else if (there.has(ownKey(found.event))) already += 1;
    else right.push(found.event);
    done += 1;
    if (done % AT_ONCE === 0) yield;
  }
  return { right, already, wrong, faults };
}

/** Two lines of a file that say the same are one too many. */
function withoutRepeats(
  found: ReturnType<ReturnType<typeof createReader>>,
  line: number,
  lineOf: Map<string, number>,
  { language }: Reading,
): typeof found {
  if (!found.ok) return found;
  const key = ownKey(found.event);
  const earlier = lineOf.get(key);
  lineOf.set(key, earlier ?? line);
  if (earlier === undefined) return found;
  return { ok: false, wrong: [{ text: language.text("import.wrong.repeats", { line: earlier }) }] };
}
