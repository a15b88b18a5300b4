import type { Almanac } from "../almanac/almanac.ts";
import type { Anniversary, Occasion, Tier } from "../almanac/anniversary.ts";
import { addDays } from "../almanac/calendar.ts";
import type { LocalDate } from "../almanac/date.ts";
import { roundness, weigh } from "../almanac/significance.ts";
import { digestFor } from "./compose.ts";
import type { Digest, DigestLine, Selection } from "./digest.ts";
import { asFollowed, followed } from "./follow.ts";
import { sequelOf } from "./sequel.ts";
import type { DigestSource } from "./source.ts";

export type OverviewSource = DigestSource & Pick<Almanac, "monthOverview" | "yearOverview">;

/** What is shown together for a month or a year: best first, and how many were left out. */
export type Overview = Pick<Digest, "lines" | "omitted">;

/** Of what is known to the year only, a count less round than this is nothing to open a year with. */
const YEAR_TIER: Tier = 10;
/** From this count on an anniversary is told of beforehand. */
const MILESTONE: Tier = 25;
/** So many lines a day in the preview of a week. */
const LINES_A_DAY = 2;

/** What is known to the month only and was in this month of an earlier year: for the 1st. */
export function monthDigest(source: OverviewSource, selection: Selection, { year, month }: LocalDate): Overview {
  return chosen(source, selection, source.monthOverview(year, month));
}

/** What is known to the year only, round counts alone: for 1 January. */
export function yearDigest(source: OverviewSource, selection: Selection, { year }: LocalDate): Overview {
  const tier = selection.tier > YEAR_TIER ? selection.tier : YEAR_TIER;
  return chosen(source, selection, source.yearOverview(year, tier));
}

/** The best lines of each of the seven days after a date; days without any are left out. */
export function weekDigests(source: DigestSource, selection: Selection, date: LocalDate): readonly Digest[] {
  const few = { ...selection, lines: Math.min(selection.lines, LINES_A_DAY) };
  return [1, 2, 3, 4, 5, 6, 7]
    .map((days) => digestFor(source, few, addDays(date, days)))
    .filter(({ lines }) => lines.length > 0);
}

/** The milestones of the day that many days after a date. */
export function headsUpDigest(source: DigestSource, selection: Selection, date: LocalDate, days: number): Digest {
  const tier = selection.tier > MILESTONE ? selection.tier : MILESTONE;
  return digestFor(source, { ...selection, tier }, addDays(date, days));
}

function chosen(source: OverviewSource, selection: Selection, anniversaries: readonly Anniversary[]): Overview {
  const parties = followed(selection, source);
  const ranked = anniversaries
    .filter(({ event }) => event.confidence !== "low")
    .flatMap((lead) => asFollowed(alone(lead, source), selection, parties, source) ?? [])
    .map((occasion) => ({ occasion, score: occasion.weight * roundness(occasion.lead.years) }))
    .toSorted((one, other) => other.score - one.score || (one.occasion.id < other.occasion.id ? -1 : 1));
  const lines = ranked
    .slice(0, selection.lines)
    .map(({ occasion }): DigestLine => ({ ...occasion, sequel: sequelOf(occasion, source) }));
  return { lines, omitted: ranked.length - lines.length };
}

/** What is not known to the day is told by itself: nothing says that it belongs to something else of its month. */
function alone(lead: Anniversary, source: OverviewSource): Occasion {
  return { id: lead.event.id, lead, others: [], weight: weigh({ lead: lead.event, others: [] }, source) };
}
