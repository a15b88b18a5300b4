import type { Anniversary, Occasion } from "../almanac/anniversary.ts";
import type { Month, Year } from "../almanac/date.ts";
import type { Event } from "../almanac/event.ts";
import { groupOccasions } from "../almanac/occasion.ts";
import type { PartyCode } from "../almanac/party.ts";
import { weigh } from "../almanac/significance.ts";
import { EVERYTHING, MILESTONE, type Overview, type Selection } from "./digest.ts";
import type { Ranked } from "./rank.ts";
import { isWorthwhile, linesOf, presentFor, rankedFor, routineFor } from "./ranking.ts";
import type { DigestSource } from "./source.ts";
import { varied } from "./variety.ts";

/** The counts of years that a year's overview tells of: multiples of this. */
const ROUND = 5;

/** A month or a year has more to say than a day: so many times its lines, and never more than so many. */
const TIMES = 2;
const MOST_LINES = 20;

/**
 * The overview of a selection for a month (of earlier years, whatever their number) or a year (round counts only): what is known no
 * closer, milestones first, then the best, varied; the rest counted.
 */
export function overviewFor(source: DigestSource, selection: Selection, period: Month | Year): Overview {
  const ranked = rankedIn(source, selection, period);
  const worthwhile = ranked.filter(({ occasion }) => isWorthwhile(occasion, source));
  const most = Math.min(TIMES * selection.lines, MOST_LINES);
  const [milestones, others] = apart(worthwhile);
  const presentOf = presentFor(selection, source);
  const first = varied(milestones, most, presentOf);
  const chosen =
    worthwhile.length > 0
      ? [...first, ...varied(others, most - first.length, presentOf)]
      : routineFor(ranked, most, selection, source);
  const lines = linesOf(chosen, source);
  return { date: period, lines, omitted: ranked.length - lines.length };
}

/** All that a month or a year has of these parties and what they continue, or of everything: milestones first, then what matters most. */
export function wholeOverview(
  source: DigestSource,
  parties: readonly PartyCode[],
  period: Month | Year,
): readonly Occasion[] {
  const ranked = rankedIn(source, { ...EVERYTHING, parties }, period);
  return apart(ranked).flatMap((part) => part.map(({ occasion }) => occasion));
}

function rankedIn(source: DigestSource, selection: Selection, period: Month | Year): readonly Ranked[] {
  const anniversaries =
    period.precision === "month"
      ? source.monthOverview(period.year, period.month)
      : source.yearOverview(period.year, ROUND);
  return rankedFor(occasionsIn(anniversaries, source), selection, source);
}

function apart(ranked: readonly Ranked[]): [milestones: readonly Ranked[], others: readonly Ranked[]] {
  const isMilestone = ({ occasion }: Ranked): boolean => occasion.lead.tier >= MILESTONE;
  return [ranked.filter(isMilestone), ranked.filter((each) => !isMilestone(each))];
}

/** What tells one story among the anniversaries of one month or year of each earlier year is one occasion. */
function occasionsIn(anniversaries: readonly Anniversary[], source: DigestSource): readonly Occasion[] {
  const seen = (event: Event, { years, tier }: Anniversary): Anniversary => ({ event, years, tier });
  return [...Map.groupBy(anniversaries, ({ years }) => years).values()].flatMap((alike) => {
    const [one] = alike;
    if (one === undefined) return [];
    return groupOccasions(
      alike.map(({ event }) => event),
      source.judgement,
    ).map((group) => ({
      id: group.lead.id,
      lead: seen(group.lead, one),
      others: group.others.map((event) => seen(event, one)),
      weight: weigh(group, source),
    }));
  });
}
