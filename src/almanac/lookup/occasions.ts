import type { DatedOccasion, Page, View } from "../almanac.ts";
import { type Anniversary, anniversaryIn, type Occasion } from "../anniversary.ts";
import type { Index } from "../archive/shape.ts";
import { dateOfNumber } from "../calendar.ts";
import type { Event } from "../event.ts";
import { type Marked, significanceIn } from "./marked.ts";
import { pageOf } from "./page.ts";

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

/** Cuts a page out of marked occasions and reads those on it. */
export function pageOfMarked(
  { leads, dates }: Marked,
  view: View,
  index: Index,
  read: (row: number) => Event,
): Page<DatedOccasion> {
  const dateAt = (place: number): number => dates[place] ?? 0;
  const yearAt = (place: number): number => Math.floor(dateAt(place) / 10_000);
  const found = {
    size: leads.length,
    date: dateAt,
    significance: (place: number) => significanceIn(index, leads[place] ?? 0, yearAt(place)),
  };
  return pageOf(found, view, (place) => ({
    on: dateOfNumber(dateAt(place)),
    occasion: occasionIn(yearAt(place), leads[place] ?? 0, index, read),
  }));
}
