import type { DatedOccasion, Page, View } from "../almanac.ts";
import { anniversaryIn, type Occasion, type Tier, tierOf } from "../anniversary.ts";
import type { Index } from "../archive/shape.ts";
import { dateNumber, dateOfNumber } from "../calendar.ts";
import type { PartialDate } from "../date.ts";
import { KINDS } from "../kind.ts";
import { isMarked, roundness } from "../significance.ts";
import type { MarkedDates } from "./marked.ts";
import type { Reading } from "./reading.ts";
import type { RowSet } from "./row-set.ts";
import { Shortlist } from "./shortlist.ts";

/** Reads the occasion of a lead's row, as it is seen from a year. */
export function occasionIn(year: number, lead: number, { occasionWeights }: Index, read: Reading): Occasion {
  const first = anniversaryIn(year, read.event(lead));
  return {
    id: first.event.id,
    lead: first,
    others: read.others(lead).map((event) => anniversaryIn(year, event)),
    weight: occasionWeights[lead] ?? 0,
  };
}

/** Those of leads that were on a date itself, the weightiest first. */
export function occasionsOf(
  date: PartialDate,
  leads: readonly number[],
  index: Index,
  read: Reading,
): readonly Occasion[] {
  const day = dateNumber(date);
  return leads
    .filter((lead) => index.dates[lead] === day)
    .map((lead) => occasionIn(date.year, lead, index, read))
    .toSorted((one, other) => other.weight - one.weight || (one.id < other.id ? -1 : 1));
}

/** What is asked of the occasions of some leads: to be marked on those dates, and to be at least so round. */
export interface Wanted {
  readonly dates: MarkedDates;
  readonly tier: Tier;
}

/** Finds the marked occasions of leads, and reads those on the page. */
export function markedPages(
  index: Index,
  read: Reading,
): (leads: RowSet, wanted: Wanted, view: View) => Page<DatedOccasion> {
  // one for all questions: a new one for each of them would have the garbage collected again and again
  const room = new Uint32Array(index.dates.length);
  return (leads, wanted, { order, offset = 0, limit = Number.POSITIVE_INFINITY }) => {
    const rows = leads.rows(room);
    const shortlist = new Shortlist(offset + limit, rows.length * wanted.dates.size);
    offerMarked(shortlist, order, rows, wanted, index);
    const items = shortlist.slice(offset, offset + limit).map(({ row, date }) => {
      const on = dateOfNumber(date);
      return { on, occasion: occasionIn(on.year, row, index, read) };
    });
    return { items, total: shortlist.total };
  };
}

/** From a dateNumber to the same of the next year. */
const YEAR = 10_000;

/** What index.kinds holds of what is not counted in years, and so never round (anniversary.ts: isCounted). */
const UNCOUNTED = KINDS.indexOf("national-day");

/**
 * Offers every lead that is marked as wanted. All are looked at, so what a year decides is found once for all leads of the
 * year, which are in order of their dates, and there is no call but the offer.
 */
function offerMarked(
  shortlist: Shortlist,
  order: View["order"],
  leads: Uint32Array,
  { dates, tier }: Wanted,
  { dates: datesOfRow, kinds, plainWeights, occasionWeights }: Index,
): void {
  for (const [year, markedOn] of dates) {
    let start = -YEAR;
    let isRound = false;
    let round = 0;
    let isWhole = false;
    for (let at = 0; at < leads.length; at++) {
      const lead = leads[at] ?? 0;
      const since = datesOfRow[lead] ?? 0;
      if (since - start >= YEAR) {
        start = since - (since % YEAR);
        const years = year - start / YEAR;
        isRound = years > 0 && tierOf(years) >= tier;
        round = roundness(years);
        isWhole = isMarked(years);
      }
      const date = isRound && (tier === 1 || kinds[lead] !== UNCOUNTED) ? (markedOn[since - start] ?? 0) : 0;
      if (date === 0) continue;
      const significance = round * ((isWhole ? occasionWeights[lead] : plainWeights[lead]) ?? 0);
      if (order === "significance") shortlist.offer(lead, date, significance, -date);
      else shortlist.offer(lead, date, order === "date" ? -date : date, significance);
    }
  }
}
