import type { Filter, Page, View } from "../almanac.ts";
import type { Event } from "../event.ts";
import { namedFirst } from "./by-name.ts";
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

/** So many of the best are put in order by how near their names are to the text; what comes after matters too little. */
const NAMED = 100;

/** A page of what a text found, best first, but before all others what is meant by it, then what bears it as its name. */
export function pageOfNamed(
  found: RowSet,
  meant: readonly number[],
  ranking: Uint32Array,
  { text = "", isBegun }: Pick<Filter, "text" | "isBegun">,
  { offset = 0, limit = Number.POSITIVE_INFINITY }: Pick<View, "offset" | "limit">,
  show: (row: number) => Event,
): Page<Event> {
  const rows = found.without(meant);
  const first = meant.slice(offset, offset + limit).map(show);
  const [from, count] = [Math.max(0, offset - meant.length), limit - first.length];
  const bySignificance = (start: number, many: number): readonly Event[] =>
    many <= 0 ? [] : pageOfRows(rows, ranking, { order: "significance", offset: start, limit: many }, show).items;
  const named = from < NAMED ? namedFirst(bySignificance(0, NAMED), text, isBegun).slice(from, from + count) : [];
  const after = bySignificance(Math.max(from, NAMED), from + count - Math.max(from, NAMED));
  return { items: [...first, ...named, ...after], total: found.count() };
}

function bestOf(rows: RowSet, ranking: Uint32Array, count: number): readonly number[] {
  const best: number[] = [];
  for (let at = 0; best.length < count; at++) {
    const row = ranking[at] ?? 0;
    if (rows.has(row)) best.push(row);
  }
  return best;
}
