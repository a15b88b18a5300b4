import * as fc from "fast-check";
import { expect, test } from "vitest";
import { localDate } from "../../src/almanac/calendar.ts";
import { digestFor } from "../../src/digest/compose.ts";
import { EVERYTHING, type Selection } from "../../src/digest/digest.ts";
import { leftOut } from "../../src/digest/left-out.ts";
import { realAlmanac } from "./real-almanac.ts";
import { selections } from "./selections.ts";

const almanac = realAlmanac();

test("the lines of a digest and what each rule left out are all occasions of the day, whatever is chosen", () => {
  fc.assert(
    fc.property(
      selections,
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 28 }),
      (selection, month, day) => {
        const date = localDate(2026, month, day);
        const all = almanac.occasionsOn(date, selection.leapDay).length;
        const counts = Object.values(leftOut(almanac, selection, date));
        expect(Math.min(...counts)).toBeGreaterThanOrEqual(0);
        expect(counts.reduce((sum, count) => sum + count, digestFor(almanac, selection, date).lines.length)).toBe(all);
      },
    ),
    { numRuns: 40, seed: 6 },
  );
});

test("each rule is counted under its own name", () => {
  const date = localDate(2026, 6, 25);
  const counts = (changes: Partial<Selection>) => leftOut(almanac, { ...EVERYTHING, ...changes }, date);
  expect(counts({})).toMatchObject({ tier: 0, families: 0, parties: 0 });
  expect(counts({}).lines).toBeGreaterThan(5);
  expect(counts({ parties: ["BE"] }).parties).toBeGreaterThan(5);
  expect(counts({ tier: 50 }).tier).toBeGreaterThan(5);
  expect(counts({ families: ["conflict"] }).families).toBeGreaterThan(5);
});
