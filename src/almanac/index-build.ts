import { countsOf } from "./counts.ts";
import type { DataFiles } from "./data-files.ts";
import type { Event } from "./event.ts";
import { DataError, type Fault } from "./fault.ts";
import { type CollectedRows, collectRows, collectSources } from "./index-rows.ts";
import { type Lists, listAt, transpose } from "./lists.ts";
import { groupOccasions } from "./occasion.ts";
import type { Party, PartyCode } from "./party.ts";
import { type SignificanceContext, weigh } from "./significance.ts";

/**
 * What lookups need of every event, without the events: those are read out of the bytes of data/ when they are asked
 * for. An event is a row number; rows are in order of their dates.
 */
export interface Index {
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
  /** The row of the lead of the occasion that a row belongs to. */
  readonly leads: Uint32Array;
  /** What a row's event weighs alone, and what its occasion weighs. */
  readonly weights: Float32Array;
  readonly occasionWeights: Float32Array;
}

/** Rows per hash in Index.ids. */
export const ROW_LIMIT = 2 ** 21;

/** A day of the year as a key of rowsOfDay; 0 is for dates that are not known to the day. */
export function dayKey(dateNumber: number): number {
  return dateNumber % 100 === 0 ? 0 : Math.floor((dateNumber % 10_000) / 100) * 31 + (dateNumber % 100) - 31;
}

/** Builds the index of all events. Throws DataError with every row that cannot be read. */
export function buildIndex(data: DataFiles, typeOf: (code: PartyCode) => Party["type"] | undefined): Index {
  const faults: Fault[] = [];
  const sources = collectSources(data, faults);
  const collected = collectRows(data, sources, faults);
  if (faults.length > 0) throw new DataError(faults);
  const order = sortedOrder(collected.dates);
  const index = arrange(collected, order, Uint32Array.from(sources.offsets));
  weighRows(index, (row) => collected.events[order[row] ?? 0], { ...countsOf(index), typeOf });
  return index;
}

function arrange(rows: CollectedRows, order: Uint32Array, sourceOffsets: Uint32Array): Index {
  const size = rows.dates.length;
  const inOrder = (values: readonly number[]): Uint32Array => order.map((row) => values[row] ?? 0);
  const dates = inOrder(rows.dates);
  const parties = rows.parties.texts();
  const partiesOfRow = rows.partiesOfRow.build(order);
  const { tokens, rowsOfToken } = sortTokens(
    rows.tokens.texts(),
    transpose(rows.tokensOfRow.build(order), rows.tokens.size),
  );
  return {
    dates,
    kinds: Uint8Array.from(inOrder(rows.kinds)),
    low: Uint8Array.from(inOrder(rows.low)),
    offsets: inOrder(rows.offsets),
    ids: Float64Array.from(inOrder(rows.idHashes), (hash, row) => hash * ROW_LIMIT + row).sort(),
    parties,
    partiesOfRow,
    rowsOfParty: transpose(partiesOfRow, parties.length),
    pairCounts: countPairs(partiesOfRow, parties.length),
    sourceOffsets,
    sourcesOfRow: rows.sourcesOfRow.build(order),
    rowsOfDay: transpose(
      { starts: Uint32Array.from({ length: size + 1 }, (_, row) => row), values: dates.map(dayKey) },
      12 * 31 + 1,
    ),
    tokens,
    rowsOfToken,
    leads: Uint32Array.from({ length: size }, (_, row) => row),
    weights: new Float32Array(size),
    occasionWeights: new Float32Array(size),
  };
}

/** Positions by ascending value; equal values stay in order. */
function sortedOrder(values: readonly number[]): Uint32Array {
  const keys = Float64Array.from(values, (value, position) => value * ROW_LIMIT + position).sort();
  return Uint32Array.from(keys, (key) => key % ROW_LIMIT);
}

function sortTokens(texts: readonly string[], rows: Lists): { tokens: readonly string[]; rowsOfToken: Lists } {
  const order = texts.map((text, number) => ({ text, number })).sort((a, b) => (a.text < b.text ? -1 : 1));
  const starts = new Uint32Array(texts.length + 1);
  const values = new Uint32Array(rows.values.length);
  order.forEach(({ number }, index) => {
    const list = listAt(rows, number);
    values.set(list, starts[index]);
    starts[index + 1] = (starts[index] ?? 0) + list.length;
  });
  return { tokens: order.map(({ text }) => text), rowsOfToken: { starts, values } };
}

function countPairs(partiesOfRow: Lists, parties: number): Uint16Array {
  const counts = new Uint16Array(parties * parties);
  for (let row = 0; row + 1 < partiesOfRow.starts.length; row++) {
    const codes = listAt(partiesOfRow, row);
    for (const one of codes)
      for (const other of codes)
        if (one !== other) counts[one * parties + other] = (counts[one * parties + other] ?? 0) + 1;
  }
  return counts;
}

/** Groups the events of each day into occasions and weighs both; low confidence stays out of occasions. */
function weighRows(index: Index, eventOf: (row: number) => Event | undefined, context: SignificanceContext): void {
  for (let start = 0, end = 0; start < index.dates.length; start = end) {
    const date = index.dates[start] ?? 0;
    const rowOf = new Map<Event, number>();
    for (; end < index.dates.length && index.dates[end] === date; end++) {
      const event = eventOf(end);
      if (event) rowOf.set(event, end);
    }
    for (const [event, row] of rowOf) index.weights[row] = weigh({ lead: event, others: [] }, context);
    index.occasionWeights.set(index.weights.subarray(start, end), start);
    if (dayKey(date) !== 0 && end > start + 1) groupRows(index, rowOf, context);
  }
}

function groupRows(index: Index, rowOf: ReadonlyMap<Event, number>, context: SignificanceContext): void {
  const posted = [...rowOf.keys()].filter((event) => event.confidence !== "low");
  for (const group of groupOccasions(posted)) {
    const weight = weigh(group, context);
    for (const event of [group.lead, ...group.others]) {
      const row = rowOf.get(event) ?? 0;
      index.leads[row] = rowOf.get(group.lead) ?? 0;
      index.occasionWeights[row] = weight;
    }
  }
}
