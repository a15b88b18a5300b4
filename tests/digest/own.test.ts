import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { markedIn } from "../../src/almanac/calendar.ts";
import { isLeapYear, parseLocalDate } from "../../src/almanac/date.ts";
import { type OwnEvent, parseOwnDate } from "../../src/almanac/own-event.ts";
import { EVERYTHING, type Selection } from "../../src/digest/digest.ts";
import { isOwnMilestone, ownFor, ownLeftOut, ownOn, ownTier } from "../../src/digest/own.ts";
import { must } from "../support/must.ts";

const day = (text: string) => must(parseLocalDate(text));

function own(date: string, changes: Partial<OwnEvent> = {}): OwnEvent {
  const given = { text: "Ours", kind: undefined, parties: [], link: undefined };
  return { id: date, date: must(parseOwnDate(date)), ...given, ...changes };
}

const source = {
  parties: { lineageOf: (code: string) => new Set(code === "RU" ? ["RU", "SUHH"] : [code]), successorsOf: () => [] },
};

const on = (events: readonly OwnEvent[], date: string, leapDay: Selection["leapDay"] = "02-28") =>
  ownOn(events, day(date), leapDay).map(({ event, years }) => [event.id, years]);

describe("a server's own date", () => {
  test("is marked on its day, from its own year on: the day itself first, then round counts, then any year and name days", () => {
    const events = ["XXXX-08-25", "1993-08-25", "1976-08-25", "2026-08-25", "2027-08-25", "2016-08-25", "2026-08-26"];
    expect(
      on(
        events.map((each) => own(each)),
        "2026-08-25",
      ),
    ).toEqual([
      ["2026-08-25", 0],
      ["1976-08-25", 50],
      ["2016-08-25", 10],
      ["1993-08-25", 33],
      ["XXXX-08-25", undefined],
    ]);
    expect(
      on(
        events.map((each) => own(each)),
        "1800-08-25",
      ),
    ).toEqual([["XXXX-08-25", undefined]]);
  });

  test("of 29 February is marked by the subscription's rule, in every year exactly once", () => {
    const leap = [own("2024-02-29"), own("XXXX-02-29")];
    expect(on(leap, "2027-02-28", "02-28")).toEqual([
      ["2024-02-29", 3],
      ["XXXX-02-29", undefined],
    ]);
    expect(on(leap, "2027-03-01", "02-28")).toEqual([]);
    expect(on(leap, "2027-03-01", "03-01")).toHaveLength(2);
    expect(on(leap, "2027-02-28", "03-01")).toEqual([]);
    expect(on(leap, "2028-02-28", "02-28")).toEqual([]);
    const rules = fc.constantFrom("02-28" as const, "03-01" as const);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9998 }), fc.integer({ min: 0, max: 365 }), rules, (year, offset, rule) => {
        const at = new Date(Date.UTC(2024, 0, 1 + offset)).toISOString().slice(5, 10);
        const date = must(parseOwnDate(`XXXX-${at}`));
        const marked = markedIn(year, date, rule);
        expect(ownOn([own(`XXXX-${at}`)], marked, rule)).toHaveLength(1);
        const days = Array.from({ length: isLeapYear(year) ? 366 : 365 }, (_, index) => {
          const text = new Date(Date.UTC(isLeapYear(year) ? 2024 : 2023, 0, 1 + index)).toISOString().slice(5, 10);
          return day(`${String(year).padStart(4, "0")}-${text}`);
        });
        expect(days.filter((each) => ownOn([own(`XXXX-${at}`)], each, rule).length > 0)).toEqual([marked]);
      }),
      { numRuns: 30 },
    );
  });

  test("has the tier of its count, and is told of beforehand on its day and where the count is a milestone", () => {
    const seen = (date: string) => must(ownOn([own(date)], day("2026-08-25"), "02-28")[0]);
    const dates = ["2026-08-25", "1926-08-25", "2001-08-25", "2016-08-25", "2025-08-25", "XXXX-08-25"];
    expect(dates.map((date) => ownTier(seen(date)))).toEqual([undefined, 100, 25, 10, 1, undefined]);
    expect(dates.map((date) => isOwnMilestone(seen(date)))).toEqual([true, true, true, false, false, false]);
  });
});

describe("what a selection shows of own dates", () => {
  const date = "1993-08-25";
  const shows = (event: Partial<OwnEvent>, selection: Partial<Selection>) =>
    ownLeftOut(own(date, event), { ...EVERYTHING, ...selection }, source) ?? "shown";

  test("neither the least round count, nor the number of lines, nor a rule for routine keeps one out", () => {
    const events = Array.from({ length: 30 }, (_, index) => own(date, { id: String(index) }));
    const selection: Selection = { ...EVERYTHING, tier: 100, lines: 1, routine: "never" };
    const { shown, leftOut } = ownFor(events, selection, day("2026-08-25"), source);
    expect(shown).toHaveLength(30);
    expect(leftOut).toEqual({ families: 0, parties: 0 });
  });

  test("only what it says of itself does: countries that are not followed, a kind of a family that is left out", () => {
    expect(shows({ parties: ["KR"] }, { parties: ["BE"] })).toBe("parties");
    expect(shows({ parties: ["KR", "BE"] }, { parties: ["BE"] })).toBe("shown");
    expect(shows({ parties: ["SUHH"] }, { parties: ["RU"] })).toBe("shown");
    expect(shows({ parties: ["BE"] }, { together: [["BE", "KR"]] })).toBe("parties");
    expect(shows({ parties: [] }, { together: [["BE", "KR"]] })).toBe("shown");
    expect(
      shows(
        { parties: ["SUHH", "BE"] },
        {
          together: [
            ["KR", "BE"],
            ["BE", "RU"],
          ],
        },
      ),
    ).toBe("shown");
    expect(
      shows(
        { parties: ["KR", "RU"] },
        {
          parties: ["DE"],
          together: [
            ["BE", "KR"],
            ["BE", "RU"],
          ],
        },
      ),
    ).toBe("parties");
    expect(shows({ parties: ["KR"] }, { parties: [] })).toBe("shown");
    expect(shows({ kind: "visit" }, { families: ["treaties"] })).toBe("families");
    expect(shows({ kind: "visit" }, { families: ["visits"] })).toBe("shown");
    expect(shows({ kind: "twin towns" }, { families: ["treaties"] })).toBe("shown");
    const both = [own(date, { parties: ["KR"] }), own(date, { kind: "visit" }), own("1993-08-26", { kind: "visit" })];
    const selection: Selection = { ...EVERYTHING, parties: ["BE"], families: ["treaties"] };
    const counted = ownFor(both, selection, day("2026-08-25"), source);
    expect(counted).toEqual({ shown: [], leftOut: { families: 1, parties: 1 } });
  });
});
