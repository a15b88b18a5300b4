import type { Page, View } from "../almanac.ts";

/** What decides the order of a thing found, without the thing: when it is marked, and how much it matters. */
export interface Ranked {
  readonly date: number;
  readonly significance: number;
}

const ORDERS: Readonly<Record<View["order"], (a: Ranked, b: Ranked) => number>> = {
  date: (a, b) => a.date - b.date || b.significance - a.significance,
  latest: (a, b) => b.date - a.date || b.significance - a.significance,
  significance: (a, b) => b.significance - a.significance || a.date - b.date,
};

/** Cuts a page out of what was found and makes only that into what is shown. Equals keep their order. */
export function pageOf<Found extends Ranked, Item>(
  found: readonly Found[],
  { order, offset = 0, limit = found.length }: View,
  show: (found: Found) => Item,
): Page<Item> {
  const items = firstOf(found, offset + limit, ORDERS[order]).slice(offset);
  return { items: items.map(show), total: found.length };
}

/** The first so many in an order: a single pass, since a page is short and what is found may be long. */
function firstOf<Found>(found: readonly Found[], count: number, order: (a: Found, b: Found) => number): Found[] {
  if (count * 4 > found.length) return found.toSorted(order).slice(0, count);
  const first: Found[] = [];
  for (const item of found) {
    const last = first.at(-1);
    if (first.length === count && last !== undefined && order(item, last) >= 0) continue;
    let at = first.length;
    for (let before = first[at - 1]; before !== undefined && order(item, before) < 0; before = first[at - 1]) at--;
    first.splice(at, 0, item);
    if (first.length > count) first.pop();
  }
  return first;
}

/** Cuts a page out of rows, which are in order of their dates, with all rows of the archive by significance at hand. */
export function pageOfRows<Item>(
  rows: Uint32Array,
  ranking: Uint32Array,
  { order, offset = 0, limit = rows.length }: View,
  show: (row: number) => Item,
): Page<Item> {
  const end = Math.min(offset + limit, rows.length);
  if (order === "significance")
    return { items: bestOf(rows, ranking, end).slice(offset).map(show), total: rows.length };
  const shown =
    order === "date"
      ? rows.slice(offset, end)
      : rows.slice(rows.length - end, rows.length - Math.min(offset, end)).toReversed();
  return { items: Array.from(shown, show), total: rows.length };
}

function bestOf(rows: Uint32Array, ranking: Uint32Array, count: number): readonly number[] {
  const asked = new Uint8Array(ranking.length);
  for (const row of rows) asked[row] = 1;
  const best: number[] = [];
  for (let at = 0; best.length < count; at++) {
    const row = ranking[at] ?? 0;
    if (asked[row] === 1) best.push(row);
  }
  return best;
}
