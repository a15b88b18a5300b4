import { byTrust, combine, type Draft } from "./draft.ts";
import type { Fact } from "./fact.ts";
import { daysBetween } from "./pairs.ts";
import type { Tally } from "./tally.ts";

const SAME_WAR_DAYS = 2;

/**
 * Whether a line of the Correlates of War pits one state against a whole coalition of a world war, as their coding has
 * it (Belgium against Austria-Hungary on 4 August 1914, Yugoslavia against France in 1941), or names all who still
 * fought when one left. The declarations of war and the armistices say who fought whom, and when.
 */
export function isCoalitionRoll({ name = "", parties, source }: Fact): boolean {
  const isCoded = source.url.includes("CorrelatesOfWar") && parties.length > 2;
  return isCoded && /^(?:Leaves the fighting: )?World War I/.test(name);
}

/** One event of a war's beginning between many that another list tells of two of them, in the same or in no words. */
export function mergeWars(drafts: readonly Draft[], tally: Tally): readonly Draft[] {
  const kept: Draft[] = [];
  for (const draft of drafts.toSorted((a, b) => b.parties.length - a.parties.length || byTrust(a, b))) {
    const at = kept.findIndex((other) => isWithin(draft, other));
    const there = kept[at];
    if (there === undefined) kept.push(draft);
    else {
      tally.merged(there, draft, "the same war with more parties");
      kept[at] = combine(there, draft);
    }
  }
  return kept;
}

function isWithin(small: Draft, large: Draft): boolean {
  return (
    small.kind === "war-began" &&
    large.kind === "war-began" &&
    small.parties.every((party) => large.parties.includes(party)) &&
    (small.name === undefined || small.name === large.name) &&
    daysBetween(small.date, large.date) <= SAME_WAR_DAYS
  );
}
