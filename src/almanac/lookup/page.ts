import type { Page, View } from "../almanac.ts";
import { largestAt } from "./largest.ts";

/** What decides the order of things found, by their places, without the things: the highest key comes first. */
export interface Keys {
  readonly keys: Float64Array;
  /** Between two places of one key. */
  readonly tie: (a: number, b: number) => number;
}

/** Cuts a page out of what was found and makes only that into what is shown. Equals keep their order. */
export function pageOf<Item>(
  { keys, tie }: Keys,
  { offset = 0, limit = keys.length }: Pick<View, "offset" | "limit">,
  show: (place: number) => Item,
): Page<Item> {
  const end = Math.min(offset + limit, keys.length);
  if (offset >= end) return { items: [], total: keys.length };
  const [highest, lowest] = [
    offset === 0 ? Number.POSITIVE_INFINITY : largestAt(keys, offset),
    largestAt(keys, end - 1),
  ];
  const places: number[] = [];
  let before = 0;
  for (let place = 0; place < keys.length; place++) {
    const key = keys[place] ?? 0;
    if (key > highest) before++;
    else if (key >= lowest) places.push(place);
  }
  places.sort((a, b) => (keys[b] ?? 0) - (keys[a] ?? 0) || tie(a, b));
  return { items: places.slice(offset - before, end - before).map(show), total: keys.length };
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
  for (let at = 0; at < rows.length; at++) asked[rows[at] ?? 0] = 1;
  const best: number[] = [];
  for (let at = 0; best.length < count; at++) {
    const row = ranking[at] ?? 0;
    if (asked[row] === 1) best.push(row);
  }
  return best;
}
