import type { Event } from "../event.ts";
import { type EventGroup, groupOccasions } from "../occasion.ts";
import { plainWeight, type SignificanceContext, weigh } from "../significance.ts";
import { listAt } from "./lists.ts";
import { dayKey, type Index, NO_DAY, type OccasionIndex, ROW_LIMIT } from "./shape.ts";

/** Before any day is grouped: every row stands alone. */
export function emptyOccasions(size: number, days: number): OccasionIndex {
  const rows = Uint32Array.from({ length: size }, (_, row) => row);
  return {
    isGrouped: new Uint8Array(days),
    leads: rows,
    nextOfOccasion: rows.slice(),
    weights: new Float32Array(size),
    occasionWeights: new Float32Array(size),
    plainWeights: new Float64Array(size),
    ranking: new Uint32Array(size),
  };
}

/** Groups the events of each day into occasions and weighs both, when the day is first needed. */
export class Grouping {
  readonly #index: Index;
  readonly #read: (row: number) => Event;
  readonly #context: SignificanceContext;
  readonly #whenComplete: () => void;
  #left: number;

  /** Tells when the last day is grouped, unless all are by now. */
  constructor(index: Index, read: (row: number) => Event, context: SignificanceContext, whenComplete: () => void) {
    this.#index = index;
    this.#read = read;
    this.#context = context;
    this.#whenComplete = whenComplete;
    this.#left = index.isGrouped.reduce((left, isGrouped) => left - isGrouped, index.isGrouped.length);
  }

  /** Sees to a day of the year, by its dayKey. */
  day(key: number): void {
    const { isGrouped, rowsOfDay, weights, ranking } = this.#index;
    if (isGrouped[key] === 1) return;
    const rows = listAt(rowsOfDay, key);
    const events = Array.from(rows, this.#read);
    events.forEach((lead, at) => {
      const row = rows[at] ?? 0;
      weights[row] = weigh({ lead, others: [] }, this.#context);
      this.#weighOccasion(row, weights[row] ?? 0);
    });
    if (key !== NO_DAY) this.#groupDates(rows, events);
    isGrouped[key] = 1;
    this.#left--;
    if (this.#left > 0) return;
    ranking.set(byWeight(weights));
    this.#whenComplete();
  }

  dayOf(row: number): void {
    this.day(dayKey(this.#index.dates[row] ?? 0));
  }

  all(): void {
    for (let key = 0; this.#left > 0; key++) this.day(key);
  }

  /** Takes over what was grouped elsewhere; or sees to the days one at a time, so that whoever waits gets a turn in between. */
  async prepare(elsewhere: () => Promise<OccasionIndex | undefined>): Promise<void> {
    if (this.#left === 0) return;
    const done = await elsewhere();
    if (done?.isGrouped.every((isGrouped) => isGrouped === 1)) this.#take(done);
    for (let key = 0; this.#left > 0; key++) {
      this.day(key);
      await new Promise(setImmediate);
    }
  }

  #take(done: OccasionIndex): void {
    const index = this.#index;
    index.isGrouped.set(done.isGrouped);
    index.leads.set(done.leads);
    index.nextOfOccasion.set(done.nextOfOccasion);
    index.weights.set(done.weights);
    index.occasionWeights.set(done.occasionWeights);
    index.plainWeights.set(done.plainWeights);
    index.ranking.set(done.ranking);
    this.#left = 0;
  }

  /** Groups the events of each year's day by themselves. */
  #groupDates(rows: Uint32Array, events: readonly Event[]): void {
    const { dates } = this.#index;
    for (let start = 0, end = 0; start < rows.length; start = end) {
      while (end < rows.length && dates[rows[end] ?? 0] === dates[rows[start] ?? 0]) end++;
      if (end - start > 1) this.#groupDate(rows.subarray(start, end), events.slice(start, end));
    }
  }

  /** Groups the events of one date; what has low confidence stands alone. */
  #groupDate(rows: Uint32Array, events: readonly Event[]): void {
    const rowOf = new Map(events.map((event, at) => [event, rows[at] ?? 0]));
    const posted = events.filter((event) => event.confidence !== "low");
    for (const group of groupOccasions(posted, this.#context.judgement))
      if (group.others.length > 0) this.#keep(group, (event) => rowOf.get(event) ?? 0);
  }

  #keep(group: EventGroup, rowOf: (event: Event) => number): void {
    const lead = rowOf(group.lead);
    const weight = weigh(group, this.#context);
    let last = lead;
    for (const row of [lead, ...group.others.map(rowOf)]) {
      this.#index.leads[row] = lead;
      this.#weighOccasion(row, weight);
      this.#index.nextOfOccasion[last] = row;
      last = row;
    }
    this.#index.nextOfOccasion[last] = lead;
  }

  #weighOccasion(row: number, weight: number): void {
    const { occasionWeights, plainWeights } = this.#index;
    occasionWeights[row] = weight;
    plainWeights[row] = plainWeight(occasionWeights[row] ?? 0);
  }
}

/** Rows, the heaviest first: positive floats sort as their bits do. */
function byWeight(weights: Float32Array<ArrayBuffer>): Uint32Array {
  const bits = new Uint32Array(weights.buffer);
  const keys = Float64Array.from(bits, (bit, row) => (2 ** 32 - 1 - bit) * ROW_LIMIT + row).sort();
  return Uint32Array.from(keys, (key) => key % ROW_LIMIT);
}
