import type { Index } from "../archive/shape.ts";
import type { Event } from "../event.ts";
import { recent } from "./recent.ts";

/** Reads events out of the tables by rows of the index. */
export interface Reading {
  readonly event: (row: number) => Event;
  /** All others of the occasion that the row leads. */
  readonly others: (lead: number) => readonly Event[];
}

/** Occasions of so many are few, and in many lookups: a treaty of sixty is in the year of each of them. */
const MANY = 16;
const KEPT = 96;

/** Reads by a reader of single rows, and keeps the largest occasions that were read last. */
export function readingOf(index: Pick<Index, "nextOfOccasion">, event: (row: number) => Event): Reading {
  const large = recent<readonly Event[]>(KEPT);
  return {
    event,
    others(lead) {
      const rows = rowsBeside(lead, index);
      return rows.length < MANY ? rows.map(event) : large(String(lead), () => rows.map(event));
    },
  };
}

function rowsBeside(lead: number, { nextOfOccasion }: Pick<Index, "nextOfOccasion">): readonly number[] {
  const others: number[] = [];
  for (let row = nextOfOccasion[lead] ?? lead; row !== lead; row = nextOfOccasion[row] ?? lead) others.push(row);
  return others;
}
