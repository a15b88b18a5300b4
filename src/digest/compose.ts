import type { Occasion } from "../almanac/anniversary.ts";
import type { LocalDate } from "../almanac/date.ts";
import { isRoutineOccasion } from "../almanac/routine.ts";
import { roundness } from "../almanac/significance.ts";
import type { Digest, Selection } from "./digest.ts";
import { asFollowed, followed } from "./follow.ts";
import { sequelOf } from "./sequel.ts";
import type { DigestSource } from "./source.ts";
import { type Ranked, varied } from "./variety.ts";

/** The digest of a selection on a local date: filtered, best first, varied, at most selection.lines of them, the rest counted. */
export function digestFor(source: DigestSource, selection: Selection, date: LocalDate): Digest {
  const parties = followed(selection, source);
  const ranked = source
    .occasionsOn(date, selection.leapDay)
    .flatMap((occasion) => asFollowed(occasion, selection, parties, source) ?? [])
    .map((occasion): Ranked => ({ occasion, score: occasion.weight * roundness(occasion.lead.years) }))
    .toSorted((one, other) => other.score - one.score || (one.occasion.id < other.occasion.id ? -1 : 1));
  const worthwhile = ranked.filter(({ occasion }) => isWorthwhile(occasion));
  const chosen =
    worthwhile.length > 0
      ? varied(worthwhile, selection.lines, parties.length === 0)
      : ranked.slice(0, Math.min(selection.lines, ROUTINE_LINES));
  const lines = chosen.map(({ occasion }) => ({ ...occasion, sequel: sequelOf(occasion, source) }));
  return { date, lines, omitted: ranked.length - lines.length };
}

/** So many lines show that the day is not forgotten where it has nothing that a reader would ask for. */
const ROUTINE_LINES = 2;

function isWorthwhile({ lead, others }: Occasion): boolean {
  return !isRoutineOccasion([lead, ...others].map(({ event }) => event));
}
