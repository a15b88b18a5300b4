import type { Page, View } from "../almanac.ts";

/** Things found, by their places: what decides their order, without the things. */
export interface Found {
  readonly size: number;
  /** When it is marked (dateNumber). */
  date(place: number): number;
  significance(place: number): number;
}

type Order = (found: Found, a: number, b: number) => number;

const ORDERS: Readonly<Record<View["order"], Order>> = {
  date: (found, a, b) => found.date(a) - found.date(b) || found.significance(b) - found.significance(a),
  latest: (found, a, b) => found.date(b) - found.date(a) || found.significance(b) - found.significance(a),
  significance: (found, a, b) => found.significance(b) - found.significance(a) || found.date(a) - found.date(b),
};

/** Cuts a page out of what was found and makes only that into what is shown. Equals keep their order. */
export function pageOf<Item>(
  found: Found,
  { order, offset = 0, limit = found.size }: View,
  show: (place: number) => Item,
): Page<Item> {
  const places = firstOf(found.size, offset + limit, (a, b) => ORDERS[order](found, a, b)).slice(offset);
  return { items: places.map(show), total: found.size };
}

/** The first so many places in an order: a single pass, since a page is short and what is found may be long. */
function firstOf(size: number, count: number, order: (a: number, b: number) => number): readonly number[] {
  if (count * 4 > size)
    return Array.from({ length: size }, (_, place) => place)
      .sort(order)
      .slice(0, count);
  const first: number[] = [];
  for (let place = 0; place < size; place++) {
    const last = first.at(-1);
    if (first.length === count && last !== undefined && order(place, last) >= 0) continue;
    let at = first.length;
    for (let before = first[at - 1]; before !== undefined && order(place, before) < 0; before = first[at - 1]) at--;
    first.splice(at, 0, place);
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
