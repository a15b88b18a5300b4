import { largestAt } from "./largest.ts";

/** How many more than twice the wanted ones are held before the best are chosen: choosing seldom costs least. */
const SPARE = 1000;

/**
 * Holds, of many pairs of a row and a date, those that may be among the first so many. The highest key comes first, then the
 * highest tie, then what was offered first.
 */
export class Shortlist {
  readonly #most: number;
  #held: Held = { rows: [], dates: [], keys: [], ties: [] };
  #barKey = Number.NEGATIVE_INFINITY;
  #barTie = Number.NEGATIVE_INFINITY;
  #total = 0;

  constructor(most: number) {
    this.#most = most;
  }

  /** How many were offered. */
  get total(): number {
    return this.#total;
  }

  offer(row: number, date: number, key: number, tie: number): void {
    this.#total++;
    if (key < this.#barKey || (key === this.#barKey && tie <= this.#barTie)) return;
    const { rows, dates, keys, ties } = this.#held;
    rows.push(row);
    dates.push(date);
    keys.push(key);
    ties.push(tie);
    if (keys.length >= 2 * this.#most + SPARE) this.#choose();
  }

  /** Those at these places (from 0), the first ones first; none may be beyond the first so many. */
  slice(start: number, end: number): readonly { readonly row: number; readonly date: number }[] {
    const { rows, dates } = this.#held;
    return this.#placesBetween(start, Math.min(end, this.#most)).map((place) => ({
      row: rows[place] ?? 0,
      date: dates[place] ?? 0,
    }));
  }

  /** Keeps the first so many; the last of them is the bar for what comes. */
  #choose(): void {
    const places = this.#placesBetween(0, this.#most);
    const kept = (values: readonly number[]): number[] => places.map((place) => values[place] ?? 0);
    const { rows, dates, keys, ties } = this.#held;
    this.#held = { rows: kept(rows), dates: kept(dates), keys: kept(keys), ties: kept(ties) };
    this.#barKey = this.#held.keys.at(-1) ?? Number.POSITIVE_INFINITY;
    this.#barTie = this.#held.ties.at(-1) ?? Number.POSITIVE_INFINITY;
  }

  /** Sorts only what has a key between those at the two ends. */
  #placesBetween(start: number, end: number): readonly number[] {
    const { keys, ties } = this.#held;
    const last = Math.min(end, keys.length) - 1;
    if (start > last) return [];
    const numbers = Float64Array.from(keys);
    const [highest, lowest] = [largestAt(numbers, start), largestAt(numbers, last)];
    const places: number[] = [];
    let before = 0;
    for (let place = 0; place < keys.length; place++) {
      const key = keys[place] ?? 0;
      if (key > highest) before++;
      else if (key >= lowest) places.push(place);
    }
    places.sort((a, b) => (keys[b] ?? 0) - (keys[a] ?? 0) || (ties[b] ?? 0) - (ties[a] ?? 0));
    return places.slice(start - before, last + 1 - before);
  }
}

interface Held {
  readonly rows: number[];
  readonly dates: number[];
  readonly keys: number[];
  readonly ties: number[];
}
