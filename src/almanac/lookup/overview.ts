import { type Tier, tierOf } from "../anniversary.ts";
import { listAt } from "../archive/lists.ts";
import { dayKey, type Index } from "../archive/shape.ts";
import { significanceOf } from "../significance.ts";
import { yearsAt } from "./marked.ts";

/**
 * The rows of what is known no closer than the month (dateNumber 20260800) or the year (20260000), was there in an
 * earlier year, and has a round count of at least the tier; best first, without low confidence.
 */
export function overviewOf(index: Index, year: number, period: number, tier: Tier): readonly number[] {
  const significance = (row: number): number => significanceOf(index.weights[row] ?? 0, yearsAt(index, row, year));
  return Array.from(listAt(index.rowsOfDay, dayKey(period)))
    .filter((row) => (index.dates[row] ?? 0) % 10_000 === period % 10_000 && index.low[row] === 0)
    .filter((row) => yearsAt(index, row, year) > 0 && tierOf(yearsAt(index, row, year)) >= tier)
    .sort((a, b) => significance(b) - significance(a));
}
