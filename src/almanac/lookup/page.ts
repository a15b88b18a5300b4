import type { Page, View } from "../almanac.ts";
import type { RowSet } from "./row-set.ts";

/** Cuts a page out of rows, which are in order of their dates, with all rows of the archive by significance at hand. */
export function pageOfRows<Item>(
  rows: RowSet,
  ranking: Uint32Array,
  { order, offset = 0, limit = Number.POSITIVE_INFINITY }: View,
  show: (row: number) => Item,
): Page<Item> {
  const total = rows.count();
  const end = Math.min(offset + limit, total);
  const shown = {
    date: () => rows.slice(offset, end),
    latest: () => rows.slice(total - end, total - offset).toReversed(),
    significance: () => bestOf(rows, ranking, end).slice(offset),
  };
  return { items: shown[order]().map(show), total };
}

function bestOf(rows: RowSet, ranking: Uint32Array, count: number): readonly number[] {
  const best: number[] = [];
  for (let at = 0; best.length < count; at++) {
    const row = ranking[at] ?? 0;
    if (rows.has(row)) best.push(row);
  }
  return best;
}
