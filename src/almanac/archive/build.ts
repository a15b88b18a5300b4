import { DataError, type Fault } from "../fault.ts";
import type { DataFiles } from "./data-files.ts";
import { type Lists, listAt, transpose } from "./lists.ts";
import { emptyOccasions } from "./occasions.ts";
import { type CollectedRows, collectRows, collectSources } from "./rows.ts";
import { DAY_KEYS, dayKey, type Index, ROW_LIMIT, type RowIndex } from "./shape.ts";

/** Builds the index of all events, no day grouped. Throws DataError with every row that cannot be read. */
export function buildIndex(data: DataFiles): Index {
  const faults: Fault[] = [];
  const sources = collectSources(data, faults);
  const collected = collectRows(data, sources, faults);
  if (faults.length > 0) throw new DataError(faults);
  const order = sortedOrder(collected.dates);
  return {
    ...arrange(collected, order, Uint32Array.from(sources.offsets)),
    ...emptyOccasions(order.length, DAY_KEYS),
  };
}

function arrange(rows: CollectedRows, order: Uint32Array, sourceOffsets: Uint32Array): RowIndex {
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
      DAY_KEYS,
    ),
    tokens,
    rowsOfToken,
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

/** An act of more parties than this says nothing about any two of them. */
const FEW = 6;

function countPairs(partiesOfRow: Lists, parties: number): Uint16Array {
  const counts = new Uint16Array(parties * parties);
  for (let row = 0; row + 1 < partiesOfRow.starts.length; row++) {
    const codes = listAt(partiesOfRow, row);
    if (codes.length > FEW) continue;
    for (const one of codes)
      for (const other of codes)
        if (one !== other) counts[one * parties + other] = (counts[one * parties + other] ?? 0) + 1;
  }
  return counts;
}
