import type { Kind } from "./kind.ts";

/** Treaties of these kinds are routine too, and any without a name, where no page lists them as memorable. */
export const FOLLOWING_KINDS: ReadonlySet<Kind> = new Set<Kind>(["treaty-in-force", "treaty-ended"]);

/** How much rounder counts weigh: 125 is a 25. */
export const TIER_WEIGHT = { 100: 6, 50: 4.5, 25: 3, 10: 2.1, 5: 1.7, 1: 0.8 } as const;

/** Counts that are marked in practice weigh more than their tier, though never more than the next one. */
export const MARKED: Readonly<Record<number, number>> = {
  1: 1.2,
  60: 1.2,
  70: 1.2,
  75: 1.2,
  125: 1.4,
  150: 1.2,
  175: 1.2,
  250: 1.3,
};

/** What sort of visit matters how much; only the first two are worth a line without being a first. */
export const VISIT_WEIGHT: Readonly<Record<string, number>> = {
  "state-visit": 1.5,
  official: 1.2,
  working: 0.8,
  private: 0.3,
};
export const NOTED_VISITS: ReadonlySet<string> = new Set(["state-visit", "official"]);

/** Kinds that need another side: where a single party is known, the other was no state that anybody knows. */
export const TWO_SIDED: ReadonlySet<Kind> = new Set<Kind>([
  "peace-treaty",
  "armistice",
  "war-declared",
  "war-began",
  "war-entered",
  "treaty-signed",
  "alliance-formed",
]);

/** Kinds that are told together when many do the same on one day, and weigh more for it. */
export const BATCHED: ReadonlySet<Kind> = new Set<Kind>([
  "expulsion",
  "recognition",
  "joined",
  "left",
  "relations-severed",
  "independence",
  "war-declared",
  "fighting-ended",
  "war-began",
  "war-entered",
  "troops-deployed",
]);
