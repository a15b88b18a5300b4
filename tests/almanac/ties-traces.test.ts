import { beforeAll, expect, test } from "vitest";
import type { Almanac } from "../../src/almanac/almanac.ts";
import { openAlmanac } from "../../src/almanac/open.ts";
import { TIE_KINDS, type Tie, tieOf } from "../../src/almanac/ties.ts";
import { pastFor } from "../../src/almanac/ties-past.ts";
import { standingOf } from "../../src/almanac/ties-standing.ts";
import { tracesOf } from "../../src/almanac/ties-traces.ts";

let almanac: Almanac;
beforeAll(() => {
  almanac = openAlmanac("data", ".attache/cache");
}, 120_000);

const PAIR = ["AL", "RU"] as const;

/** The tie of Albania and Russia as it is on record until the end of a year. */
function tieUntil(year: number): Tie {
  const filter = { parties: PAIR, match: "all", kinds: TIE_KINDS, years: [1, year] } as const;
  const { items } = almanac.find(filter, { order: "date" });
  return tieOf(items, ...PAIR, pastFor(PAIR, almanac.parties));
}

test("who expels diplomats after a break leaves open whether there are relations, and proves none", () => {
  const broken = tieUntil(1989);
  expect(broken.stretches.at(-1)?.ended).toMatchObject({ how: "broken", by: { date: { year: 1961 } } });
  expect(standingOf(broken, PAIR, almanac)).toBe("perhaps");
  expect(tracesOf(broken, PAIR, almanac)?.best).toMatchObject({ kind: "expulsion", date: { year: 2018 } });
});

test("after a beginning an expulsion is no dealing that would show relations", () => {
  const lasting = tieUntil(2026);
  expect(standingOf(lasting, PAIR, almanac)).toBe("lasting");
  expect(tracesOf(lasting, PAIR, almanac)?.best.kind).not.toBe("expulsion");
});
