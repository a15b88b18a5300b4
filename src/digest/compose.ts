import type { LocalDate } from "../almanac/date.ts";
import type { Digest, Selection } from "./digest.ts";
import { isWorthwhile, linesOf, presentFor, rankedFor, routineFor } from "./ranking.ts";
import type { DigestSource } from "./source.ts";
import { varied } from "./variety.ts";

/** The digest of a selection on a local date: filtered, best first, varied, at most selection.lines of them, the rest counted. */
export function digestFor(source: DigestSource, selection: Selection, date: LocalDate): Digest {
  const ranked = rankedFor(source.occasionsOn(date, selection.leapDay), selection, source);
  const worthwhile = ranked.filter(({ occasion }) => isWorthwhile(occasion, source));
  const chosen =
    worthwhile.length > 0
      ? varied(worthwhile, selection.lines, presentFor(selection, source))
      : routineFor(ranked, selection.lines, selection, source);
  const lines = linesOf(chosen, source);
  return { date, lines, omitted: ranked.length - lines.length };
}
