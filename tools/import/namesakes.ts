import { byTrust, combine, covers, type Draft } from "./draft.ts";
import { weight } from "./nearby.ts";
import { daysBetween } from "./pairs.ts";
import type { Tally } from "./tally.ts";

const FOUNDINGS = new Set(["state-founded", "unification"]);
/** A state is founded once under one name: by its law, its proclamation or its first government. */
const DAYS = 366;

/** One event of two foundings of one state under one name; who knows statehood best leads. */
export function mergeNamesakes(drafts: readonly Draft[], tally: Tally): readonly Draft[] {
  const kept: Draft[] = [];
  for (const draft of drafts.toSorted((a, b) => weight(a) - weight(b) || byTrust(a, b))) {
    const at = kept.findIndex((other) => isSameFounding(other, draft));
    const there = kept[at];
    if (there === undefined) kept.push(draft);
    else {
      tally.merged(there, draft, "the same state founded under the same name, the other date noted");
      kept[at] = combine(there, draft);
    }
  }
  return kept;
}

function isSameFounding(a: Draft, b: Draft): boolean {
  if (!FOUNDINGS.has(a.kind) || !FOUNDINGS.has(b.kind) || a.parties[0] !== b.parties[0]) return false;
  if (a.name === undefined || a.name !== b.name) return false;
  return covers(a.date, b.date) || covers(b.date, a.date) || daysBetween(a.date, b.date) <= DAYS;
}
