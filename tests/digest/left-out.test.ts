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

test("nothing is left out for want of lines while lines are free, whatever is chosen", () => {
  const oneCountry = fc
    .constantFrom("KR", "BE", "KE", "KZ", "LU")
    .map((code): Selection => ({ ...EVERYTHING, parties: [code] }));
  fc.assert(
    fc.property(
      fc.oneof(selections, oneCountry),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 28 }),
      (selection, month, day) => {
        const date = localDate(2026, month, day);
        const { lines } = leftOut(almanac, selection, date);
        const shown = digestFor(almanac, selection, date).lines.length;
        expect(lines === 0 || shown === selection.lines).toBe(true);
      },
    ),
    { numRuns: 60, seed: 6 },
  );
});

test("what a day of mere routine does not show is routine, and only what a single line keeps out is cut by it", () => {
  const quiet = { ...EVERYTHING, parties: ["KR"] };
  const days = Array.from({ length: 336 }, (_, at) => localDate(2026, 1 + Math.floor(at / 28), 1 + (at % 28)));
  const date = days.find((day) => {
    const { lines, omitted } = digestFor(almanac, quiet, day);
    return lines.length === 2 && omitted >= 2;
  });
  if (date === undefined) throw new Error("no day of mere routine");
  const { omitted } = digestFor(almanac, quiet, date);
  expect(leftOut(almanac, quiet, date)).toMatchObject({ routine: omitted, lines: 0 });
  expect(leftOut(almanac, { ...quiet, lines: 1 }, date)).toMatchObject({ routine: omitted, lines: 1 });
  expect(leftOut(almanac, { ...quiet, routine: "never" }, date)).toMatchObject({ routine: omitted + 2, lines: 0 });
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
