import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, DAYS_OF_YEAR, daysBetween, localDate, markedIn } from "../../src/almanac/calendar.ts";
import { isRoutineOccasion } from "../../src/almanac/routine.ts";
import { headsUpFor, weekAfter } from "../../src/digest/ahead.ts";
import { digestFor } from "../../src/digest/compose.ts";
import { type DigestLine, EVERYTHING, MILESTONE } from "../../src/digest/digest.ts";
import { realAlmanac } from "./real-almanac.ts";
import { selections } from "./selections.ts";

const almanac = realAlmanac();
const dates = fc
  .tuple(fc.constantFrom(...DAYS_OF_YEAR), fc.integer({ min: 1990, max: 2060 }))
  .map(([day, year]) => markedIn(year, day, "02-28"));

function isRoutine({ lead, others }: DigestLine): boolean {
  return isRoutineOccasion(
    [lead, ...others].map(({ event }) => event),
    almanac.judgement,
  );
}

describe("a heads-up", () => {
  test("tells those milestones that the day's own digest will show, and counts all else of that day", () => {
    fc.assert(
      fc.property(selections, dates, (selection, date) => {
        const { date: about, lines, omitted } = headsUpFor(almanac, selection, date);
        const own = digestFor(almanac, selection, date);
        expect(about).toEqual(date);
        expect(lines).toEqual(own.lines.filter((line) => line.lead.tier >= MILESTONE && !isRoutine(line)));
        expect(lines.length + omitted).toBe(own.lines.length + own.omitted);
      }),
      { numRuns: 60 },
    );
  });

  test.each([
    ["BE", localDate(2026, 3, 23), ["be-korean-empire-1901-03-23-relations-established"]],
    ["BE", localDate(2027, 8, 25), []],
  ])("following %s tells of %j only what is round", (party, date, ids) => {
    const { lines } = headsUpFor(almanac, { ...EVERYTHING, parties: [party] }, date);
    expect(lines.map(({ id }) => id)).toEqual(ids);
  });
});

describe("the week ahead", () => {
  test("is the seven days after the date, each line on its own day, as that day's digest will show it", () => {
    fc.assert(
      fc.property(selections, dates, (selection, date) => {
        const { first, last, lines } = weekAfter(almanac, selection, date);
        expect([daysBetween(date, first), daysBetween(date, last)]).toEqual([1, 7]);
        expect(lines.length).toBeLessThanOrEqual(Math.min(14, 2 * selection.lines));
        for (const { on, ...line } of lines) {
          expect(daysBetween(date, on)).toBeGreaterThan(0);
          expect(daysBetween(on, last)).toBeGreaterThanOrEqual(0);
          expect(digestFor(almanac, selection, on).lines).toContainEqual(line);
          expect(isRoutine(line)).toBe(false);
        }
      }),
      { numRuns: 30 },
    );
  });

  test("leaves out no day that has something to say, and counts what it leaves out", () => {
    for (const date of [localDate(2027, 6, 20), localDate(2026, 12, 27), localDate(2028, 2, 25)]) {
      const { lines, omitted } = weekAfter(almanac, EVERYTHING, date);
      const days = [1, 2, 3, 4, 5, 6, 7].map((ahead) => addDays(date, ahead));
      for (const day of days) {
        const best = digestFor(almanac, EVERYTHING, day).lines[0]?.id;
        expect(lines.map(({ id }) => id)).toContain(best);
      }
      const all = days.reduce((sum, day) => sum + almanac.occasionsOn(day, "02-28").length, 0);
      expect(lines.length + omitted).toBe(all);
    }
  });

  test("of a server whose week holds only what fills empty days is empty", () => {
    const { lines } = weekAfter(almanac, { ...EVERYTHING, parties: ["NU"] }, localDate(2027, 1, 10));
    expect(lines).toEqual([]);
  });
});

test("neither tells anything as of a day that is not known to the day", () => {
  for (const { month, day } of DAYS_OF_YEAR.filter((_, index) => index % 7 === 0)) {
    const date = localDate(2028, month, day);
    const told = [...headsUpFor(almanac, EVERYTHING, date).lines, ...weekAfter(almanac, EVERYTHING, date).lines];
    for (const { lead } of told) expect(lead.event.date.precision).toBe("day");
  }
});
