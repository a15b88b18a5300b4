import type { Page, View } from "../almanac.ts";

/** What decides the order of a thing found, without the thing: when it was (or is), and how much it matters. */
export interface Ranked {
  readonly date: number;
  readonly significance: number;
}

/** Orders what was found, cuts the page out of it and makes only that into what is shown. Equals keep their order. */
export function pageOf<Found extends Ranked, Item>(
  found: Found[],
  { order, offset = 0, limit = Number.POSITIVE_INFINITY }: View,
  show: (found: Found) => Item,
): Page<Item> {
  found.sort(ORDERS[order]);
  return { items: found.slice(offset, offset + limit).map(show), total: found.length };
}

const ORDERS: Readonly<Record<View["order"], (a: Ranked, b: Ranked) => number>> = {
  date: (a, b) => a.date - b.date || b.significance - a.significance,
  latest: (a, b) => b.date - a.date || b.significance - a.significance,
  significance: (a, b) => b.significance - a.significance || a.date - b.date,
};
