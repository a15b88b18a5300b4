import { addDays } from "../almanac/calendar.ts";
import type { LocalDate } from "../almanac/date.ts";
import { digestFor } from "./compose.ts";
import { type DatedLine, type Digest, MILESTONE, type Preview, type Selection } from "./digest.ts";
import { scoreOf } from "./rank.ts";
import { isWorthwhile } from "./ranking.ts";
import type { DigestSource } from "./source.ts";

/** The milestones among the lines of the digest of a date to come; the other occasions of that date are counted. */
export function headsUpFor(source: DigestSource, selection: Selection, date: LocalDate): Digest {
  const { lines, omitted } = digestFor(source, selection, date);
  const milestones = lines.filter((line) => line.lead.tier >= MILESTONE && isWorthwhile(line, source));
  return { date, lines: milestones, omitted: omitted + lines.length - milestones.length };
}

/** Days that a preview looks ahead. */
export const WEEK = 7;
/** A week has more to say than a day: so many times its lines, and never more than so many. */
const TIMES = 2;
const MOST_LINES = 14;

/**
 * The best of what the digests of the seven days after a date will show: the first line of each day, then the best of the others.
 * What only fills an empty day is left to that day.
 */
export function weekAfter(source: DigestSource, selection: Selection, date: LocalDate): Preview {
  const days = Array.from({ length: WEEK }, (_, index) => addDays(date, index + 1));
  const digests = days.map((day) => digestFor(source, selection, day));
  const shown = digests.map(({ date: on, lines }) =>
    lines.filter((line) => isWorthwhile(line, source)).map((line): DatedLine => ({ ...line, on })),
  );
  const best = [shown.flatMap((lines) => lines.slice(0, 1)), shown.flatMap((lines) => lines.slice(1))]
    .flatMap((lines) => lines.toSorted((one, other) => scoreOf(other) - scoreOf(one)))
    .slice(0, Math.min(TIMES * selection.lines, MOST_LINES));
  const all = digests.reduce((sum, { lines, omitted }) => sum + lines.length + omitted, 0);
  return { first: addDays(date, 1), last: addDays(date, WEEK), lines: best, omitted: all - best.length };
}
