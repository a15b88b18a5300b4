import { largestAt } from "./largest.ts";

/** How many more than twice the wanted ones are held before the best are chosen: choosing seldom costs least. */
const SPARE = 1000;

/**
 * Holds, of many pairs of a row and a date, those that may be among the first so many. The highest key comes first, then the
 * highest tie, then what was offered first. All in arrays of numbers: an object for each number offered would be most of what
 * a question takes of memory.
 */
export class Shortlist {
  readonly #most: number;
  readonly #rows: Uint32Array;
  readonly #dates: Uint32Array;
  readonly #keys: Float64Array;
  readonly #ties: Float64Array;
  #barKey = Number.NEGATIVE_INFINITY;
  #barTie = Number.NEGATIVE_INFINITY;
  #held = 0;
  #total = 0;

  /** For the first so many of at most so many that are offered. */
  constructor(most: number, offers: number) {
    const room = Math.min(2 * most + SPARE, offers);
    this.#most = most;
    this.#rows = new Uint32Array(room);
    this.#dates = new Uint32Array(room);
    this.#keys = new Float64Array(room);
    this.#ties = new Float64Array(room);
  }

  /** How many were offered. */
  get total(): number {
    return this.#total;
  }

  offer(row: number, date: number, key: number, tie: number): void {
    this.#total++;
    if (key < this.#barKey || (key === this.#barKey && tie <= this.#barTie)) return;
    if (this.#held === this.#rows.length) this.#choose();
    const at = this.#held++;
    this.#rows[at] = row;
    this.#dates[at] = date;
    this.#keys[at] = key;
    this.#ties[at] = tie;
  }

  /** Those at these places (from 0), the first ones first; none may be beyond the first so many. */
  slice(start: number, end: number): readonly { readonly row: number; readonly date: number }[] {
    return this.#placesBetween(start, Math.min(end, this.#most)).map((place) => ({
      row: this.#rows[place] ?? 0,
      date: this.#dates[place] ?? 0,
    }));
  }

  /** Keeps the first so many; the last of them is the bar for what comes. */
  #choose(): void {
    const places = this.#placesBetween(0, this.#most);
    for (const column of [this.#rows, this.#dates, this.#keys, this.#ties])
      column.set(places.map((place) => column[place] ?? 0));
    this.#held = places.length;
    this.#barKey = this.#keys[this.#held - 1] ?? Number.POSITIVE_INFINITY;
    this.#barTie = this.#ties[this.#held - 1] ?? Number.POSITIVE_INFINITY;
  }

  /** Sorts only what has a key between those at the two ends. */
  #placesBetween(start: number, end: number): readonly number[] {
    const [keys, ties] = [this.#keys, this.#ties];
    const last = Math.min(end, this.#held) - 1;
    if (start > last) return [];
    const held = keys.subarray(0, this.#held);
    const [highest, lowest] = [largestAt(held, start), largestAt(held, last)];
    const places: number[] = [];
    let before = 0;
    for (let place = 0; place < held.length; place++) {
      const key = keys[place] ?? 0;
      if (key > highest) before++;
      else if (key >= lowest) places.push(place);
    }
    places.sort((a, b) => (keys[b] ?? 0) - (keys[a] ?? 0) || (ties[b] ?? 0) - (ties[a] ?? 0));
    return places.slice(start - before, last + 1 - before);
  }
}
