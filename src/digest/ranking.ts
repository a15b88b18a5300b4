import type { Occasion } from "../almanac/anniversary.ts";
import { isRoutineOccasion } from "../almanac/routine.ts";
import { roundness } from "../almanac/significance.ts";
import type { DigestLine, Selection } from "./digest.ts";
import { asFollowed, followed } from "./follow.ts";
import { sequelOf } from "./sequel.ts";
import type { DigestSource } from "./source.ts";
import type { Ranked } from "./variety.ts";

/** The occasions that a selection wants, as it sees them, what matters most first; the order of the input does not matter. */
export function rankedFor(
  occasions: readonly Occasion[],
  selection: Selection,
  source: DigestSource,
): readonly Ranked[] {
  const parties = followed(selection, source);
  return occasions
    .flatMap((occasion) => asFollowed(occasion, selection, parties, source) ?? [])
    .map((occasion): Ranked => ({ occasion, score: scoreOf(occasion) }))
    .toSorted((one, other) => other.score - one.score || (one.occasion.id < other.occasion.id ? -1 : 1));
}

/** How much it matters in the year from which it is seen. */
export function scoreOf({ weight, lead }: Occasion): number {
  return weight * roundness(lead.years);
}

/** Whether it is worth a line while anything else exists. */
export function isWorthwhile({ lead, others }: Occasion): boolean {
  return !isRoutineOccasion([lead, ...others].map(({ event }) => event));
}

/** So many lines show that a time is not forgotten where it has nothing that a reader would ask for. */
export const ROUTINE_LINES = 2;

/** The occasions as lines: with what a reader asks next. */
export function linesOf(chosen: readonly Ranked[], source: DigestSource): readonly DigestLine[] {
  return chosen.map(({ occasion }) => ({ ...occasion, sequel: sequelOf(occasion, source) }));
}
