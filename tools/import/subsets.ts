import { combine, type Draft } from "./draft.ts";
import type { Tally } from "./tally.ts";
import { likeness } from "./treaties-match.ts";

/** How much of the shorter list of parties must be in the longer one for two lists of one treaty to be one event. */
const OVERLAP = 0.6;

/**
 * One event of a treaty of many parties that lists give with different parties, and of a state's own line where the
 * treaty's line of that day names the state already.
 */
export function mergeSubsets(drafts: readonly Draft[], tally: Tally): readonly Draft[] {
  return [...Map.groupBy(drafts, ({ kind, date }) => `${kind} ${date}`).values()].flatMap((group) => {
    const bySize = group.toSorted((a, b) => b.parties.length - a.parties.length);
    const kept: Draft[] = [];
    for (const draft of bySize) {
      const at = kept.findIndex((other) => isWithin(draft, other));
      const there = kept[at];
      if (there === undefined) {
        kept.push(draft);
        continue;
      }
      tally.count(draft.facts[0].file, "merged: the same treaty with more parties");
      kept[at] = {
        ...combine(there, draft),
        parties: [...new Set([...there.parties, ...(draft.parties.length > 2 ? draft.parties : [])])],
      };
    }
    return kept;
  });
}

function isWithin(small: Draft, large: Draft): boolean {
  if (large.parties.length < 3 || small.parties.length === 2) return false;
  const shared = small.parties.filter((party) => large.parties.includes(party)).length;
  const isPart = small.parties.length === 1 ? shared === 1 : shared / small.parties.length >= OVERLAP;
  return isPart && likeness(small, large) >= 0.75;
}
