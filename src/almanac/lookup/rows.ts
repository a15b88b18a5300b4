import { listAt, union } from "../archive/lists.ts";
import type { Index } from "../archive/shape.ts";
import type { PartyCode } from "../party.ts";

/** The simplest questions to the index; every answer is rows in ascending order. */
export interface Rows {
  all(): Uint32Array;
  /** Of events of those years, the first and the last included. */
  ofYears(first: number, last: number): Uint32Array;
  /** Of events that name any of the parties. */
  ofParties(codes: Iterable<PartyCode>): Uint32Array;
  /** Those among the rows whose kind is marked. */
  ofKinds(rows: Uint32Array, marked: Uint8Array): Uint32Array;
}

export function rowsOf(index: Index): Rows {
  const all = index.dates.map((_, row) => row);
  const numbers = new Map(index.parties.map((code, number) => [code, number]));
  return {
    all: () => all,
    ofYears: (first, last) =>
      all.subarray(firstRowFrom(index.dates, first * 10_000), firstRowFrom(index.dates, (last + 1) * 10_000)),
    ofParties(codes) {
      const known = [...codes].map((code) => numbers.get(code)).filter((number) => number !== undefined);
      return union(known.map((number) => listAt(index.rowsOfParty, number)));
    },
    ofKinds(rows, marked) {
      const kept = new Uint32Array(rows.length);
      let count = 0;
      for (let at = 0; at < rows.length; at++) {
        const row = rows[at] ?? 0;
        kept[count] = row;
        count += marked[index.kinds[row] ?? 0] ?? 0;
      }
      return kept.subarray(0, count);
    },
  };
}

/** The first row whose date is not before the given one (dateNumber). */
function firstRowFrom(dates: Uint32Array, dateNumber: number): number {
  let [low, high] = [0, dates.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((dates[middle] ?? 0) < dateNumber) low = middle + 1;
    else high = middle;
  }
  return low;
}
