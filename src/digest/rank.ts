import { isCounted, type Occasion } from "../almanac/anniversary.ts";
import type { Kind } from "../almanac/kind.ts";
import { significanceOf } from "../almanac/significance.ts";
import { TIER_WEIGHT } from "../almanac/significance-tables.ts";

export interface Ranked {
  readonly occasion: Occasion;
  /** How much it matters beside the others of its day: positive. */
  readonly score: number;
}

/** Foundings and peaces: all that stands above a centenary of diplomatic relations. */
const FOUNDINGS_AND_PEACES: ReadonlySet<Kind> = new Set<Kind>([
  ...(["organisation-founded", "unification", "independence", "state-founded"] as const),
  ...(["peace-treaty", "armistice"] as const),
]);

/**
 * The occasions of one day, best first: by their significance; but a centenary of diplomatic relations, between
 * whomever, comes before everything that is no founding and no peace.
 */
export function ranked(occasions: readonly Occasion[]): readonly Ranked[] {
  const plain = occasions.map((occasion) => ({ occasion, score: scoreOf(occasion) }));
  const lesser = plain.filter(({ occasion }) => !isCentenary(occasion) && !isFoundingOrPeace(occasion));
  const best = lesser.reduce((most, { score }) => Math.max(most, score), 0);
  return plain
    .map((line) =>
      isCentenary(line.occasion) ? { ...line, score: Math.max(line.score, best + line.score / 1000) } : line,
    )
    .toSorted((one, other) => other.score - one.score || (one.occasion.id < other.occasion.id ? -1 : 1));
}

/** How much it matters in the year from which it is seen, whatever else that day has. */
export function scoreOf({ weight, lead }: Occasion): number {
  return isCounted(lead.event) ? significanceOf(weight, lead.years) : weight * TIER_WEIGHT[1];
}

/** A hundred years of diplomatic relations, or hundreds. */
export function isCentenary({ lead }: Occasion): boolean {
  return lead.event.kind === "relations-established" && lead.tier === 100;
}

function isFoundingOrPeace({ lead }: Occasion): boolean {
  return FOUNDINGS_AND_PEACES.has(lead.event.kind);
}
