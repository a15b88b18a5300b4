import type { LocalDate } from "../almanac/date.ts";
import { roundness, weigh } from "../almanac/significance.ts";
import type { Digest, Selection } from "./digest.ts";
import type { DigestSource } from "./source.ts";

/** The digest of a selection on a local date: filtered, best first, varied, at most selection.lines of them. */
export function digestFor(source: DigestSource, selection: Selection, date: LocalDate): Digest {
  const ranked = [...source.occasionsOn(date, selection.leapDay)]
    .map((occasion) => ({
      occasion,
      score:
        weigh({ lead: occasion.lead.event, others: occasion.others.map(({ event }) => event) }, source) *
        roundness(occasion.lead.years),
    }))
    .toSorted((one, other) => other.score - one.score || (one.occasion.id < other.occasion.id ? -1 : 1));
  const lines = ranked.slice(0, selection.lines).map(({ occasion }) => ({
    ...occasion,
    sequel: { lineage: [], next: { years: occasion.lead.years + 1, year: date.year + 1 } },
  }));
  return { date, lines, omitted: ranked.length - lines.length };
}
