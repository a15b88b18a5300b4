import type { DatedOccasion, Page, View } from "../almanac.ts";
import { type Anniversary, anniversaryIn, type Occasion } from "../anniversary.ts";
import type { Index } from "../archive/shape.ts";
import { dateOfNumber } from "../calendar.ts";
import type { Event } from "../event.ts";
import { isMarked, roundness } from "../significance.ts";
import type { Marked } from "./marked.ts";
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
  marked: Marked,
  { order, ...part }: View,
  index: Index,
  read: (row: number) => Event,
): Page<DatedOccasion> {
  const { leads, dates } = marked;
  const significances = significancesOf(marked, index);
  const keys = order === "significance" ? significances : keysOfDates(dates, order === "date" ? -1 : 1);
  const tie =
    order === "significance"
      ? (a: number, b: number): number => (dates[a] ?? 0) - (dates[b] ?? 0)
      : (a: number, b: number): number => (significances[b] ?? 0) - (significances[a] ?? 0);
  return pageOf({ keys, tie }, part, (place) => {
    const on = dateOfNumber(dates[place] ?? 0);
    return { on, occasion: occasionIn(on.year, leads[place] ?? 0, index, read) };
  });
}

/** How much each matters in its year: most are of the same count of years as the one before. */
function significancesOf({ leads, years }: Marked, { occasionWeights, plainWeights }: Index): Float64Array {
  const significances = new Float64Array(leads.length);
  let [since, round, weighsWhole] = [0, 0, false];
  for (let place = 0; place < leads.length; place++) {
    const lead = leads[place] ?? 0;
    if (years[place] !== since) {
      since = years[place] ?? 0;
      [round, weighsWhole] = [roundness(since), isMarked(since)];
    }
    significances[place] = round * (weighsWhole ? (occasionWeights[lead] ?? 0) : (plainWeights[lead] ?? 0));
  }
  return significances;
}

function keysOfDates(dates: Uint32Array, sign: 1 | -1): Float64Array {
  const keys = new Float64Array(dates.length);
  for (let place = 0; place < keys.length; place++) keys[place] = sign * (dates[place] ?? 0);
  return keys;
}
