import { compareCodes } from "../../src/almanac/event-id.ts";
import type { Draft } from "./draft.ts";

/** The parties of a draft without their order, as one key. */
export function partySet(parties: readonly string[]): string {
  return [...parties].sort(compareCodes).join(" ");
}

/** Drafts by their set of parties, in the order in which they came. */
export function byPartySet(drafts: Iterable<Draft>): Map<string, Draft[]> {
  return Map.groupBy(drafts, ({ parties }) => partySet(parties));
}

/** Days between two full dates of the proleptic Gregorian calendar; infinite where one is not known to the day. */
export function daysBetween(a: string, b: string): number {
  if (a.length !== 10 || b.length !== 10) return Number.POSITIVE_INFINITY;
  return Math.abs(Date.parse(`${a}T00:00Z`) - Date.parse(`${b}T00:00Z`)) / 86_400_000;
}

/** Whole years between two dates, by their year alone. */
export function yearsBetween(a: string, b: string): number {
  return Math.abs(Number(a.slice(0, 4)) - Number(b.slice(0, 4)));
}
