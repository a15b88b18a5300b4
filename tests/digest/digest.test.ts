import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { LeapDayRule, Occasion } from "../../src/almanac/anniversary.ts";
import { DAYS_OF_YEAR, localDate, markedIn } from "../../src/almanac/calendar.ts";
import type { LocalDate } from "../../src/almanac/date.ts";
import { familyOf } from "../../src/almanac/kind.ts";
import { isRoutine } from "../../src/almanac/routine.ts";
import { digestFor } from "../../src/digest/compose.ts";
import { type Digest, EVERYTHING, type Selection } from "../../src/digest/digest.ts";
import { isNamed } from "./named.ts";
import { realAlmanac } from "./real-almanac.ts";
import { leapDays, selections } from "./selections.ts";

const almanac = realAlmanac();
const dates = fc
  .tuple(fc.constantFrom(...DAYS_OF_YEAR), fc.integer({ min: 1950, max: 2100 }))
  .map(([day, year]) => markedIn(year, day, "02-28"));

function holdsFor(check: (selection: Selection, date: LocalDate, digest: Digest) => void): void {
  fc.assert(
    fc.property(selections, dates, (selection, date) => check(selection, date, digestFor(almanac, selection, date))),
    { numRuns: 80 },
  );
}

describe("every digest", () => {
  test("has at most as many lines as were asked for, and the rest is counted", () => {
    holdsFor((selection, date, digest) => {
      expect(digest.lines.length).toBeLessThanOrEqual(selection.lines);
      const all = digestFor(almanac, { ...selection, lines: 20 }, date);
      expect(digest.lines.length + digest.omitted).toBe(all.lines.length + all.omitted);
    });
  });

  test("of everything counts every occasion of the day", () => {
    fc.assert(
      fc.property(dates, leapDays, (date, leapDay) => {
        const { lines, omitted } = digestFor(almanac, { ...EVERYTHING, leapDay }, date);
        expect(lines.length + omitted).toBe(almanac.occasionsOn(date, leapDay).length);
      }),
      { numRuns: 30 },
    );
  });

  test("does not depend on the order in which the almanac gives the occasions", () => {
    const reversed = {
      ...almanac,
      occasionsOn: (date: LocalDate, leapDay: LeapDayRule): readonly Occasion[] =>
        almanac.occasionsOn(date, leapDay).toReversed(),
    };
    holdsFor((selection, date, digest) => {
      expect(digestFor(reversed, selection, date)).toEqual(digest);
    });
    const manyTies: Selection = { ...EVERYTHING, families: ["relations"], lines: 20 };
    for (const day of DAYS_OF_YEAR.filter((_, index) => index % 9 === 0)) {
      const date = markedIn(2027, day, "02-28");
      expect(digestFor(reversed, manyTies, date)).toEqual(digestFor(almanac, manyTies, date));
    }
  });

  test("shows no event twice", () => {
    holdsFor((_, __, { lines }) => {
      const ids = lines.flatMap(({ lead, others }) => [lead, ...others].map(({ event }) => event.id));
      expect(new Set(ids).size).toBe(ids.length);
    });
  });

  test("keeps to the families, the tier and the parties that were asked for", () => {
    holdsFor(({ families, tier, parties, together }, _, { lines }) => {
      for (const { lead, others } of lines) {
        const events = [lead, ...others].map(({ event }) => event);
        for (const event of events) expect(families).toContain(familyOf(event.kind));
        expect(lead.tier).toBeGreaterThanOrEqual(tier);
        const concerned = events.some((event) => isNamed(event, parties, together, almanac.parties));
        if (parties.length + together.length > 0) expect(concerned).toBe(true);
      }
    });
  });

  test("marks what happened that day of the year, years ago", () => {
    holdsFor(({ leapDay }, date, { lines }) => {
      for (const { lead, sequel } of lines) {
        const { event, years } = lead;
        if (event.date.precision !== "day") throw new Error(`${event.id} is not known to the day`);
        expect(markedIn(date.year, event.date, leapDay)).toEqual(date);
        expect(years).toBe(date.year - event.date.year);
        expect(sequel.next.years).toBeGreaterThan(years);
      }
    });
  });
});

describe("29 February", () => {
  test.each<[LeapDayRule, LocalDate, LocalDate]>([
    ["02-28", localDate(2027, 2, 28), localDate(2027, 3, 1)],
    ["03-01", localDate(2027, 3, 1), localDate(2027, 2, 28)],
  ])("by the rule %s is marked on one day of a common year", (leapDay, on, notOn) => {
    const marked = (date: LocalDate): boolean =>
      digestFor(almanac, { ...EVERYTHING, together: [["AF", "PK"]], leapDay }, date).lines.some(
        ({ lead }) =>
          lead.event.date.year === 1948 && lead.event.date.precision === "day" && lead.event.date.day === 29,
      );
    expect(marked(on)).toBe(true);
    expect(marked(notOn)).toBe(false);
  });
});

describe("a day that has nothing but routine", () => {
  const dull = DAYS_OF_YEAR.map((day) => markedIn(2027, day, "02-28"))
    .map((date) => ({ date, selection: { ...EVERYTHING, parties: ["KE"] } }))
    .filter(({ date, selection }) => {
      const { lines, omitted } = digestFor(almanac, { ...selection, routine: "never" }, date);
      return lines.length === 0 && omitted > 0;
    });

  test("shows two lines of it at most, unless the server wants none", () => {
    expect(dull.length).toBeGreaterThan(0);
    for (const { date, selection } of dull) {
      const shown = digestFor(almanac, selection, date).lines;
      expect(shown.length).toBeGreaterThan(0);
      expect(shown.length).toBeLessThanOrEqual(2);
      expect(shown.every(({ lead }) => isRoutine(lead.event, almanac.judgement))).toBe(true);
    }
  });
});

describe("what comes after", () => {
  test("a broken tie says when it was restored", () => {
    const { lines } = digestFor(almanac, { ...EVERYTHING, parties: ["GB"] }, localDate(2027, 5, 26));
    const severed = lines.find(({ lead }) => lead.event.kind === "relations-severed");
    expect(severed?.sequel.restored?.date.year).toBe(1929);
  });
});
