import { slug } from "../../src/almanac/event-id.ts";
import { combine, type Draft } from "./draft.ts";
import { partySet } from "./pairs.ts";
import type { Tally } from "./tally.ts";

/** Several of one kind between the same parties on one day are different facts where their names differ. */
const NAMED_KINDS = new Set([
  "treaty-signed",
  "treaty-ratified",
  "treaty-in-force",
  "treaty-ended",
  "visit",
  "expulsion",
  "mission-closed",
]);

/** One event of all drafts with the same kind, parties and date; the first in the order given leads. */
export function mergeSame(drafts: readonly Draft[], tally: Tally): readonly Draft[] {
  const merged = new Map<string, Draft>();
  for (const draft of drafts) {
    const key = keyOf(draft);
    const there = merged.get(key);
    if (there !== undefined) tally.merged(there, draft, "same fact, same date");
    merged.set(key, there === undefined ? draft : combine(there, draft));
  }
  return [...merged.values()];
}

function keyOf({ kind, parties, date, name, people }: Draft): string {
  const what = NAMED_KINDS.has(kind) ? slug(name ?? people.map((person) => person.name).join(" ")) : "";
  const order = kind === "visit" ? parties.join(" ") : partySet(parties);
  return `${kind} ${order} ${date} ${what}`;
}
