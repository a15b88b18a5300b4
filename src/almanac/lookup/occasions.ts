import type { DatedOccasion } from "../almanac.ts";
import { type Anniversary, anniversaryIn, type Occasion } from "../anniversary.ts";
import { listAt } from "../archive/lists.ts";
import type { Index } from "../archive/shape.ts";
import { dateOfNumber } from "../calendar.ts";
import type { Event } from "../event.ts";
import type { MarkedRow } from "./marked.ts";

/** Reads the occasion of a lead's row, as it is seen from a year. */
export function occasionIn(year: number, lead: number, index: Index, read: (row: number) => Event): Occasion {
  const seen = (row: number): Anniversary => anniversaryIn(year, read(row));
  const first = seen(lead);
  return {
    id: first.event.id,
    lead: first,
    others: Array.from(listAt(index.othersOfLead, lead), seen),
    weight: index.occasionWeights[lead] ?? 0,
  };
}

export function datedOccasion({ lead, date }: MarkedRow, index: Index, read: (row: number) => Event): DatedOccasion {
  return { on: dateOfNumber(date), occasion: occasionIn(Math.floor(date / 10_000), lead, index, read) };
}
