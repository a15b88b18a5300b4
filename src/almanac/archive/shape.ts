import type { PartyCode } from "../party.ts";
import type { Lists } from "./lists.ts";

/**
 * What lookups need of every event, without the events: those are read out of the bytes of data/ when they are asked
 * for. An event is a row number; rows are in order of their dates.
 */
export interface RowIndex {
  /** dateNumber of the row's date. */
  readonly dates: Uint32Array;
  /** Places in KINDS. */
  readonly kinds: Uint8Array;
  /** 1 where confidence is low. */
  readonly low: Uint8Array;
  /** Where the row's line begins in the bytes of data/. */
  readonly offsets: Uint32Array;
  /** hashOf an id times 2^21 plus its row, ascending. */
  readonly ids: Float64Array;
  readonly parties: readonly PartyCode[];
  readonly partiesOfRow: Lists;
  readonly rowsOfParty: Lists;
  /** How many rows name both: row of one times the number of parties plus the other. */
  readonly pairCounts: Uint16Array;
  readonly sourceOffsets: Uint32Array;
  readonly sourcesOfRow: Lists;
  /** By dayKey. */
  readonly rowsOfDay: Lists;
  /** Sorted. */
  readonly tokens: readonly string[];
  readonly rowsOfToken: Lists;
}

/** What the occasions of each day are, by row: filled in day by day (see Grouping). */
export interface OccasionIndex {
  /** By dayKey: 1 where the rows of the day are filled in. */
  readonly isGrouped: Uint8Array;
  /** The row of the lead of the occasion that a row belongs to. */
  readonly leads: Uint32Array;
  /** The rows of an occasion in a ring: from the lead through the others, in order, back to the lead. */
  readonly nextOfOccasion: Uint32Array;
  /** What a row's event weighs alone, and what its occasion weighs. */
  readonly weights: Float32Array<ArrayBuffer>;
  readonly occasionWeights: Float32Array;
  /** plainWeight of what a row's occasion weighs: a power for every occasion of a year would be most of the time that takes. */
  readonly plainWeights: Float64Array;
  /** All rows, the weightiest event first: filled in when all days are. */
  readonly ranking: Uint32Array;
}

export interface Index extends RowIndex, OccasionIndex {}

/** Rows per hash in Index.ids. */
export const ROW_LIMIT = 2 ** 21;

/** How many keys of days there are. */
export const DAY_KEYS = 12 * 31 + 1;

/** The key of dates that are not known to the day. */
export const NO_DAY = 0;

/** A day of the year as a key of rowsOfDay. */
export function dayKey(dateNumber: number): number {
  return dateNumber % 100 === 0 ? NO_DAY : Math.floor((dateNumber % 10_000) / 100) * 31 + (dateNumber % 100) - 31;
}
