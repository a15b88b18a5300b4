import { slug } from "../../src/almanac/event-id.ts";
import { byTrust, combine, type Draft } from "./draft.ts";
import type { Tally } from "./tally.ts";
import { fromSameList, isSameInstrument, resemblance } from "./treaties-match.ts";

/** How much of the shorter list of parties must be in the longer one for two lists of one treaty to be one event. */
const OVERLAP = 0.6;
/** How many of the words of both names must be in both. */
const RESEMBLANCE = 0.5;

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
      tally.merged(there, draft, "the same treaty with more parties");
      kept[at] = union(there, draft);
    }
    return kept;
  });
}

/** Both as one, in the words of the more trusted; a state's own line adds no party, a list of several does. */
function union(large: Draft, small: Draft): Draft {
  const isTrusted = byTrust(large, small) <= 0;
  const merged = isTrusted ? combine(large, small) : combine(small, large);
  const added = small.parties.length > 2 ? small.parties : [];
  return { ...merged, parties: [...new Set([...large.parties, ...added])] };
}

function isWithin(small: Draft, large: Draft): boolean {
  if (large.parties.length < 3 || small.parties.length === 2) return false;
  const shared = small.parties.filter((party) => large.parties.includes(party)).length;
  const isPart = small.parties.length === 1 ? shared === 1 : shared / small.parties.length >= OVERLAP;
  return isPart && isSameTreaty(small, large);
}

/** Within one list a treaty has one name; between lists the words must be the same but for a few, and the instrument too. */
function isSameTreaty(a: Draft, b: Draft): boolean {
  if (slug(a.name ?? "") === slug(b.name ?? "")) return true;
  if (fromSameList(a, b)) return false;
  return isSameInstrument(a, b) && resemblance(a, b) >= RESEMBLANCE;
}
