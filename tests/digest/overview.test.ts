import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Anniversary, Occasion } from "../../src/almanac/anniversary.ts";
import { compareDates } from "../../src/almanac/calendar.ts";
import type { Month, PartialDate, Year } from "../../src/almanac/date.ts";
import type { Event } from "../../src/almanac/event.ts";
import { familyOf } from "../../src/almanac/kind.ts";
import { isRoutineOccasion } from "../../src/almanac/routine.ts";
import { EVERYTHING, MILESTONE, type Overview, type Selection } from "../../src/digest/digest.ts";
import { overviewFor, wholeOverview } from "../../src/digest/overview.ts";
import { isNamed } from "./named.ts";
import { realAlmanac } from "./real-almanac.ts";
import { selections } from "./selections.ts";

const almanac = realAlmanac();

const years = fc.integer({ min: 2000, max: 2050 });
const months = fc
  .tuple(years, fc.integer({ min: 1, max: 12 }))
  .map(([year, month]): Month => ({ precision: "month", year, month }));
const periods: fc.Arbitrary<Month | Year> = fc.oneof(
  months,
  years.map((year): Year => ({ precision: "year", year })),
);

function monthOf(year: number, month: number): Month {
  return { precision: "month", year, month };
}

function eventsOf({ lead, others }: Occasion): readonly Event[] {
  return [lead, ...others].map(({ event }) => event);
}

function holdsFor(check: (selection: Selection, period: Month | Year, overview: Overview) => void): void {
  fc.assert(
    fc.property(selections, periods, (selection, period) =>
      check(selection, period, overviewFor(almanac, selection, period)),
    ),
    { numRuns: 60 },
  );
}

/** When an event of that date is marked in a year, as closely as it is known. */
function inYear(date: PartialDate, year: number): PartialDate {
  return { ...date, year };
}

describe("every overview", () => {
  test("holds what is known to its month or its year, no closer and no less, of earlier years", () => {
    holdsFor((_, period, { lines }) => {
      for (const event of lines.flatMap(eventsOf)) {
        expect(inYear(event.date, period.year)).toEqual(period);
        expect(event.date.year).toBeLessThan(period.year);
        expect(event.confidence).not.toBe("low");
      }
    });
  });

  test("keeps to the families, the tier and the parties that were asked for", () => {
    holdsFor(({ families, tier, parties, together }, _, { lines }) => {
      for (const line of lines) {
        for (const event of eventsOf(line)) expect(families).toContain(familyOf(event.kind));
        expect(line.lead.tier).toBeGreaterThanOrEqual(tier);
        const isOfThem = eventsOf(line).some((event) => isNamed(event, parties, together, almanac.parties));
        if (parties.length + together.length > 0) expect(isOfThem).toBe(true);
      }
    });
  });

  test("has at most twice the lines of a day and never more than 20, and counts the rest", () => {
    holdsFor((selection, period, { lines, omitted }) => {
      expect(lines.length).toBeLessThanOrEqual(Math.min(20, 2 * selection.lines));
      const most = overviewFor(almanac, { ...selection, lines: 20 }, period);
      expect(lines.length + omitted).toBe(most.lines.length + most.omitted);
    });
  });

  test("has its milestones first, and no event twice", () => {
    holdsFor((_, __, { lines }) => {
      const firstOther = lines.findIndex(({ lead }) => lead.tier < MILESTONE);
      if (firstOther >= 0) expect(lines.slice(firstOther).every(({ lead }) => lead.tier < MILESTONE)).toBe(true);
      const ids = lines.flatMap(eventsOf).map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
    });
  });

  test("tells of as many milestones as it has lines for, before anything else", () => {
    for (const period of [monthOf(2027, 3), monthOf(2027, 8), { precision: "year", year: 2027 } as const]) {
      const isMilestone = ({ lead }: Occasion): boolean => lead.tier >= MILESTONE;
      const worthwhile = wholeOverview(almanac, [], period).filter(
        (line) => !isRoutineOccasion(eventsOf(line), almanac.judgement),
      );
      const told = overviewFor(almanac, EVERYTHING, period).lines.filter(isMilestone);
      expect(told.length).toBe(Math.min(10, worthwhile.filter(isMilestone).length));
      expect(told.length).toBeGreaterThan(0);
    }
  });

  test("of a year holds round counts only", () => {
    const { lines } = overviewFor(almanac, { ...EVERYTHING, lines: 20 }, { precision: "year", year: 2027 });
    expect(lines.length).toBe(20);
    for (const { lead } of lines) expect(lead.years % 5).toBe(0);
  });

  test("does not depend on the order in which the almanac gives what it knows", () => {
    const reversed = {
      ...almanac,
      monthOverview: (year: number, month: number): readonly Anniversary[] =>
        almanac.monthOverview(year, month).toReversed(),
    };
    for (let month = 1; month <= 12; month++)
      expect(overviewFor(reversed, EVERYTHING, monthOf(2027, month))).toEqual(
        overviewFor(almanac, EVERYTHING, monthOf(2027, month)),
      );
  });

  test("can be seen whole: every line of it, and everything that it counts", () => {
    holdsFor(({ parties }, period) => {
      const selection = { ...EVERYTHING, parties };
      const { lines, omitted } = overviewFor(almanac, selection, period);
      const whole = wholeOverview(almanac, parties, period);
      expect(whole.length).toBe(lines.length + omitted);
      expect(whole.map(({ id }) => id)).toEqual(expect.arrayContaining(lines.map(({ id }) => id)));
    });
  });
});

test("those who did one thing in one month are one line", () => {
  const opec = overviewFor(almanac, EVERYTHING, monthOf(2027, 9)).lines.find(
    ({ lead }) => lead.event.parties[1] === "opec",
  );
  expect(opec && eventsOf(opec).map(({ parties }) => parties[0])).toEqual(
    expect.arrayContaining(["IQ", "IR", "KW", "SA", "VE"]),
  );
});

test("a server that follows Russia sees in March what is known of the Soviet Union", () => {
  const { lines } = overviewFor(almanac, { ...EVERYTHING, parties: ["RU"], lines: 20 }, monthOf(2027, 3));
  const severed = lines.find(({ lead }) => lead.event.kind === "relations-severed");
  expect(severed?.lead.event.parties).toEqual(["ES", "SUHH"]);
  expect(severed?.sequel.restored?.date.year).toBe(1977);
});

test("what falls into a month or year that is all that is known of a break is not said to have mended it", () => {
  const severed = overviewFor(almanac, { ...EVERYTHING, parties: ["RU"], lines: 20 }, monthOf(2027, 3)).lines.find(
    ({ lead }) => lead.event.kind === "relations-severed",
  );
  if (severed === undefined) throw new Error("March has no break of the Soviet Union's any more: choose another");
  const sameMonth = { ...severed.lead.event.date, precision: "day", month: 3, day: 20 } as const;
  expect(compareDates(sameMonth, severed.lead.event.date)).toBeGreaterThan(0);
  const mended = {
    ...almanac,
    find: () => ({
      items: [{ ...severed.lead.event, kind: "relations-restored", date: sameMonth } as const],
      total: 1,
    }),
  };
  const again = overviewFor(mended, { ...EVERYTHING, parties: ["RU"], lines: 20 }, monthOf(2027, 3)).lines;
  expect(again.find(({ id }) => id === severed.id)?.sequel.restored).toBeUndefined();
});
