import { type Tier, tierOf } from "../anniversary.ts";
import { listAt } from "../archive/lists.ts";
import type { Index } from "../archive/shape.ts";
import { KINDS, type Kind } from "../kind.ts";
import type { PartyCode } from "../party.ts";
import type { AskedDate } from "./asked-date.ts";
import { RowSet } from "./row-set.ts";

/** The simplest questions to the index. */
export interface Rows {
  all(): RowSet;
  /** Those on any of the lists. */
  ofLists(lists: Iterable<ArrayLike<number>>): RowSet;
  /** Of events of those years, the first and the last included. */
  ofYears(first: number, last: number): RowSet;
  /** Of events of that day or month, or of that day of any year. */
  ofDate(date: AskedDate): RowSet;
  /** Of events of those days of the year, by their dayKeys. */
  ofDays(keys: Iterable<number>): RowSet;
  /** Of events of which the count of years in a year is one of at least the tier. */
  ofRound(year: number, tier: Tier): RowSet;
  /** Of events that name any of the parties. */
  ofParties(codes: Iterable<PartyCode>): RowSet;
  /** Of events of the kinds that are wanted. */
  ofKinds(isWanted: (kind: Kind) => boolean): RowSet;
  /** Of events of at most so many parties. */
  ofAtMost(parties: number): RowSet;
}

/** Finds rows in the columns of the index, and keeps the sets that nearly every question needs. */
export function rowsOf(index: Index): Rows {
  const size = index.dates.length;
  const numbers = new Map(index.parties.map((code, number) => [code, number]));
  const where = (passes: (row: number) => boolean): RowSet => {
    const found = RowSet.of(size, []);
    for (let row = 0; row < size; row++) if (passes(row)) found.add(row);
    return found;
  };
  const firstRowOf = (year: number): number => firstRowFrom(index.dates, year * 10_000);
  const keptSets = new Map<string, RowSet>();
  /** Sets of which there are few, and which nearly every question needs. */
  const kept = (which: string, find: () => RowSet): RowSet => {
    const found = keptSets.get(which) ?? find();
    keptSets.set(which, found);
    return found;
  };
  return {
    all: () => RowSet.between(size, 0, size),
    ofLists: (lists) => RowSet.of(size, lists),
    ofYears: (first, last) => RowSet.between(size, firstRowOf(first), firstRowOf(last + 1)),
    ofDate: (date) =>
      date.of === "year"
        ? RowSet.between(size, firstRowFrom(index.dates, date.first), firstRowFrom(index.dates, date.last + 1))
        : where((row) => (index.dates[row] ?? 0) % 10_000 === date.monthDay),
    ofDays(keys) {
      const found = RowSet.of(size, []);
      const { starts, values } = index.rowsOfDay;
      for (const key of keys)
        for (let at = starts[key] ?? 0; at < (starts[key + 1] ?? 0); at++) found.add(values[at] ?? 0);
      return found;
    },
    ofRound(year, tier) {
      const found = RowSet.of(size, []);
      const earliest = Math.floor((index.dates[0] ?? 0) / 10_000);
      for (let years = 1; years <= year - earliest; years++)
        if (tierOf(years) >= tier) found.addBetween(firstRowOf(year - years), firstRowOf(year - years + 1));
      return found;
    },
    ofParties(codes) {
      const known = [...codes].map((code) => numbers.get(code)).filter((number) => number !== undefined);
      return RowSet.of(
        size,
        known.map((number) => listAt(index.rowsOfParty, number)),
      );
    },
    ofKinds(isWanted) {
      const sets = KINDS.flatMap((kind, number) =>
        isWanted(kind) ? [kept(`kind ${number}`, () => where((row) => index.kinds[row] === number))] : [],
      );
      return sets.reduce((all, set) => all.or(set), RowSet.of(size, []));
    },
    ofAtMost: (parties) => {
      const { starts } = index.partiesOfRow;
      return kept(`at most ${parties}`, () => where((row) => (starts[row + 1] ?? 0) - (starts[row] ?? 0) <= parties));
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
