import type { DatedOccasion, Page, View } from "../almanac.ts";
import { type Anniversary, anniversaryIn, type Occasion, type Tier, tierOf } from "../anniversary.ts";
import type { Index } from "../archive/shape.ts";
import { dateOfNumber } from "../calendar.ts";
import type { Event } from "../event.ts";
import { isMarked, roundness } from "../significance.ts";
import { type MarkedDates, yearsAt } from "./marked.ts";
import type { RowSet } from "./row-set.ts";
import { Shortlist } from "./shortlist.ts";

/** Reads the occasion of a lead's row, as it is seen from a year. */
export function occasionIn(year: number, lead: number, index: Index, read: (row: number) => Event): Occasion {
  const seen = (row: number): Anniversary => anniversaryIn(year, read(row));
  const first = seen(lead);
  return {
    id: first.event.id,
    lead: first,
    others: othersOf(lead, index).map(seen),
    weight: index.occasionWeights[lead] ?? 0,
  };
}

function othersOf(lead: number, { nextOfOccasion }: Index): readonly number[] {
  const others: number[] = [];
  for (let row = nextOfOccasion[lead] ?? lead; row !== lead; row = nextOfOccasion[row] ?? lead) others.push(row);
  return others;
}

/** What is asked of the occasions of some leads: to be marked on those dates, and to be at least so round. */
export interface Wanted {
  readonly dates: MarkedDates;
  readonly tier: Tier;
}

/** Finds the marked occasions of leads, and reads those on the page. */
export function pageOfMarked(
  leads: RowSet,
  wanted: Wanted,
  { order, offset = 0, limit = Number.POSITIVE_INFINITY }: View,
  index: Index,
  read: (row: number) => Event,
): Page<DatedOccasion> {
  const shortlist = new Shortlist(offset + limit);
  eachMarked(leads, wanted, index, (lead, date, significance) => {
    if (order === "significance") shortlist.offer(lead, date, significance, -date);
    else shortlist.offer(lead, date, order === "date" ? -date : date, significance);
  });
  const items = shortlist.slice(offset, offset + limit).map(({ row, date }) => {
    const on = dateOfNumber(date);
    return { on, occasion: occasionIn(on.year, row, index, read) };
  });
  return { items, total: shortlist.total };
}

/** From a dateNumber to the same of the next year. */
const YEAR = 10_000;

/** Every lead is looked at, so what its year decides is found once for all leads of the year: they are in order of their dates. */
function eachMarked(
  leads: RowSet,
  { dates, tier }: Wanted,
  index: Index,
  visit: (lead: number, date: number, significance: number) => void,
): void {
  for (const [year, markedOn] of dates) {
    let [start, isRound, round] = [-YEAR, false, 0];
    let weights: Float32Array | Float64Array = index.plainWeights;
    leads.each((lead) => {
      const since = index.dates[lead] ?? 0;
      if (since - start >= YEAR) {
        const years = yearsAt(index, lead, year);
        start = since - (since % YEAR);
        isRound = years > 0 && tierOf(years) >= tier;
        if (isRound)
          [round, weights] = [roundness(years), isMarked(years) ? index.occasionWeights : index.plainWeights];
      }
      const date = isRound ? (markedOn[since - start] ?? 0) : 0;
      if (date !== 0) visit(lead, date, round * (weights[lead] ?? 0));
    });
  }
}
