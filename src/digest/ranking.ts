import type { Occasion } from "../almanac/anniversary.ts";
import type { PartyCode } from "../almanac/party.ts";
import { isRoutineOccasion } from "../almanac/routine.ts";
import type { DigestLine, Selection } from "./digest.ts";
import { asFollowed, concerns, followsEverything } from "./follow.ts";
import { type Ranked, ranked } from "./rank.ts";
import { presentStates, sequelOf } from "./sequel.ts";
import type { DigestSource } from "./source.ts";
import { type PresentOf, varied } from "./variety.ts";

/** The occasions that a selection wants, as it sees them, what matters most first; the order of the input does not matter. */
export function rankedFor(
  occasions: readonly Occasion[],
  selection: Selection,
  source: DigestSource,
): readonly Ranked[] {
  const isFollowed = concerns(selection, source);
  return ranked(occasions.flatMap((occasion) => asFollowed(occasion, selection, isFollowed, source) ?? []));
}

/** Whether it is worth a line while anything else exists. */
export function isWorthwhile({ lead, others }: Occasion, { judgement }: Pick<DigestSource, "judgement">): boolean {
  return !isRoutineOccasion(
    [lead, ...others].map(({ event }) => event),
    judgement,
  );
}

/** Who a party is today, for a selection that follows everything and wants no state twice. */
export function presentFor(selection: Selection, source: DigestSource): PresentOf | undefined {
  return followsEverything(selection) ? (code: PartyCode) => presentStates(code, source) : undefined;
}

/** So many lines show that a time is not forgotten where it has nothing that a reader would ask for. */
export const ROUTINE_LINES = 2;

/** What a selection is shown of a time that has nothing but routine, at most so many lines. */
export function routineFor(
  occasions: readonly Ranked[],
  most: number,
  selection: Selection,
  source: DigestSource,
): readonly Ranked[] {
  if (selection.routine === "never") return [];
  return varied(occasions, Math.min(most, ROUTINE_LINES), presentFor(selection, source));
}

/** The occasions as lines: with what a reader asks next. */
export function linesOf(chosen: readonly Ranked[], source: DigestSource): readonly DigestLine[] {
  return chosen.map(({ occasion }) => ({ ...occasion, sequel: sequelOf(occasion, source) }));
}
