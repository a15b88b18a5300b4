import * as fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import type { Almanac, DatedOccasion, Filter, View } from "../../src/almanac/almanac.ts";
import { type LeapDayRule, TIERS, type Tier } from "../../src/almanac/anniversary.ts";
import { addDays, dateNumber, localDate } from "../../src/almanac/calendar.ts";
import { largestAt } from "../../src/almanac/lookup/largest.ts";
import { Shortlist } from "../../src/almanac/lookup/shortlist.ts";
import { openAlmanac } from "../../src/almanac/open.ts";
import { significanceOf } from "../../src/almanac/significance.ts";
import { fixtureData } from "../support/data.ts";
import { temporaryFolder } from "../support/folder.ts";

let almanac: Almanac;
beforeAll(() => {
  almanac = openAlmanac(fixtureData(), temporaryFolder());
});

const rules = fc.constantFrom<LeapDayRule>("02-28", "03-01");
const tiers = fc.constantFrom<Tier>(...TIERS);
const filters = fc.constantFrom<Filter>({}, { parties: ["BY"] }, { families: ["membership"] }, { kinds: ["visit"] });
const views = fc.record<View>(
  {
    order: fc.constantFrom("date" as const, "latest" as const, "significance" as const),
    offset: fc.nat(12),
    limit: fc.nat(12),
  },
  { requiredKeys: ["order"] },
);

/** What is told of an occasion: enough to tell it from others. */
function told({ on, occasion }: DatedOccasion): string {
  return `${dateNumber(on)} ${occasion.id} ${occasion.lead.years} ${occasion.others.length}`;
}

/** The same the long way: every occasion is made, all are sorted, and a page is cut. */
function paged(all: readonly DatedOccasion[], { order, offset = 0, limit = all.length }: View): readonly string[] {
  const significance = ({ occasion }: DatedOccasion): number => significanceOf(occasion.weight, occasion.lead.years);
  const orders = {
    date: (a: DatedOccasion, b: DatedOccasion) =>
      dateNumber(a.on) - dateNumber(b.on) || significance(b) - significance(a),
    latest: (a: DatedOccasion, b: DatedOccasion) =>
      dateNumber(b.on) - dateNumber(a.on) || significance(b) - significance(a),
    significance: (a: DatedOccasion, b: DatedOccasion) =>
      significance(b) - significance(a) || dateNumber(a.on) - dateNumber(b.on),
  };
  return all
    .toSorted(orders[order])
    .slice(offset, offset + limit)
    .map(told);
}

/** The occasions of every day of a window, asked for day by day, of which an event passes the filter. */
function dayByDay(
  from: ReturnType<typeof localDate>,
  days: number,
  rule: LeapDayRule,
  filter: Filter,
): readonly DatedOccasion[] {
  const passing = new Set(almanac.find(filter, { order: "date" }).items.map(({ id }) => id));
  return Array.from({ length: days }, (_, later) => addDays(from, later)).flatMap((on) =>
    almanac
      .occasionsOn(on, rule)
      .filter(({ lead, others }) => [lead, ...others].some(({ event }) => passing.has(event.id)))
      .map((occasion) => ({ on, occasion })),
  );
}

test("every page of the days to come is what asking day by day, sorting and cutting gives", () => {
  fc.assert(
    fc.property(
      fc.nat(1500),
      fc.integer({ min: 1, max: 900 }),
      rules,
      tiers,
      filters,
      views,
      (later, days, rule, tier, filter, view) => {
        const from = addDays(localDate(2023, 6, 1), later);
        const all = dayByDay(from, days, rule, filter).filter(({ occasion }) => occasion.lead.tier >= tier);
        const page = almanac.upcoming(from, days, rule, { ...filter, tier }, view);
        expect(page.total).toBe(all.length);
        expect(page.items.map(told)).toEqual(paged(all, view));
      },
    ),
    { numRuns: 60 },
  );
});

test("every page of a month's jubilees is what asking day by day, sorting and cutting gives", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1990, max: 2100 }),
      fc.integer({ min: 1, max: 12 }),
      rules,
      tiers,
      filters,
      views,
      (year, month, rule, tier, filter, view) => {
        const days = dayByDay(localDate(year, month, 1), 31, rule, filter).filter(
          ({ on }) => on.precision === "day" && on.month === month,
        );
        const all = days.filter(({ occasion }) => occasion.lead.tier >= tier);
        const whole = almanac.jubilees(year, tier, rule, { ...filter, month }, { order: "date" });
        const toTheDay = whole.items.filter(({ on }) => on.precision === "day");
        expect(toTheDay.map(told)).toEqual(paged(all, { order: "date" }));
        const { items, total } = almanac.jubilees(year, tier, rule, { ...filter, month }, view);
        expect(total).toBe(whole.total);
        expect(items.map(told)).toEqual(paged(whole.items, view));
      },
    ),
    { numRuns: 60 },
  );
});

test("a shortlist has the first of whatever is offered, as sorting all of it would", () => {
  const offers = fc
    .tuple(fc.nat(6_000), fc.integer({ min: 1, max: 2 ** 31 }), fc.integer({ min: 1, max: 5_000 }))
    .map(([length, factor, kinds]) =>
      Array.from({ length }, (_, row) => {
        const number = (row * factor) % 1_000_003;
        return { row, key: number % kinds, tie: number % 7 };
      }),
    );
  fc.assert(
    fc.property(offers, fc.nat(2_000), fc.nat(300), (offered, start, count) => {
      const shortlist = new Shortlist(start + count, offered.length);
      for (const { row, key, tie } of offered) shortlist.offer(row, row * 2, key, tie);
      const sorted = offered.toSorted((a, b) => b.key - a.key || b.tie - a.tie);
      expect(shortlist.total).toBe(offered.length);
      expect(shortlist.slice(start, start + count)).toEqual(
        sorted.slice(start, start + count).map(({ row }) => ({ row, date: row * 2 })),
      );
    }),
    { numRuns: 200 },
  );
});

test("the number at a place is the one that sorting puts there, whatever the numbers, and they stay as they are", () => {
  const few = fc.array(fc.double({ noNaN: true }), { minLength: 1, maxLength: 40 });
  const many = fc
    .tuple(
      fc.integer({ min: 600, max: 20_000 }),
      fc.integer({ min: 1, max: 2 ** 31 }),
      fc.integer({ min: 1, max: 50_000 }),
    )
    .map(([length, factor, kinds]) => Array.from({ length }, (_, at) => ((at * factor) % 1_000_003) % kinds));
  fc.assert(
    fc.property(fc.oneof(few, many), fc.nat(), (values, at) => {
      const numbers = Float64Array.from(values);
      const place = at % values.length;
      expect(largestAt(numbers, place)).toBe(Float64Array.from(values).sort().toReversed()[place]);
      expect(numbers).toEqual(Float64Array.from(values));
    }),
    { numRuns: 200 },
  );
});
