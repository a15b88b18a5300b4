import type { Occasion } from "../almanac/anniversary.ts";
import type { LocalDate } from "../almanac/date.ts";
import { roundness, weigh } from "../almanac/significance.ts";
import type { Digest, Selection } from "./digest.ts";
import { asFollowed, followed } from "./follow.ts";
import { sequelOf } from "./sequel.ts";
import type { DigestSource } from "./source.ts";
import { type Ranked, varied } from "./variety.ts";

/** The digest of a selection on a local date: filtered, best first, varied, at most selection.lines of them, the rest counted. */
export function digestFor(source: DigestSource, selection: Selection, date: LocalDate): Digest {
  const parties = followed(selection, source);
  const ranked = [...source.occasionsOn(date, selection.leapDay)]
    .flatMap((occasion) => asFollowed(occasion, selection, parties) ?? [])
    .map((occasion): Ranked => ({ occasion, score: scoreOf(occasion, source) }))
    .toSorted((one, other) => other.score - one.score || (one.occasion.id < other.occasion.id ? -1 : 1));
  const chosen = varied(ranked, selection.lines, selection.parties.length === 0);
  const lines = chosen.map(({ occasion }) => ({ ...occasion, sequel: sequelOf(occasion, source) }));
  return { date, lines, omitted: ranked.length - lines.length };
}

function scoreOf({ lead, others }: Occasion, source: DigestSource): number {
  return weigh({ lead: lead.event, others: others.map(({ event }) => event) }, source) * roundness(lead.years);
}
