import * as fc from "fast-check";
import { expect, test } from "vitest";
import {
  addDays,
  compareDates,
  DAYS_OF_YEAR,
  dateNumber,
  dateOfNumber,
  daysBetween,
  localDate,
  markedIn,
  markedOn,
} from "../../src/almanac/calendar.ts";
import {
  daysInMonth,
  formatDate,
  isLeapYear,
  type LocalDate,
  parseLocalDate,
  parsePartialDate,
} from "../../src/almanac/date.ts";

const someDay = fc
  .record({ year: fc.integer({ min: 1, max: 9999 }), month: fc.integer({ min: 1, max: 12 }), day: fc.nat(30) })
  .map(({ year, month, day }): LocalDate => localDate(year, month, 1 + (day % daysInMonth(year, month))));
const somePartialDate = fc.oneof(
  someDay,
  someDay.map(({ year, month }) => ({ precision: "month", year, month }) as const),
  someDay.map(({ year }) => ({ precision: "year", year }) as const),
);
const someRule = fc.constantFrom("02-28" as const, "03-01" as const);

test("a date survives being written and read", () => {
  fc.assert(
    fc.property(somePartialDate, (date) => {
      expect(parsePartialDate(formatDate(date))).toEqual(date);
      expect(dateOfNumber(dateNumber(date))).toEqual(date);
    }),
  );
});

test.each(["2023-02-29", "1900-02-29", "2026-06-31", "2026-13-01", "2026-00-10", "0000", "26-06-25", "2026-6-25", "x"])(
  "%s is no date",
  (text) => {
    expect(parsePartialDate(text)).toBeUndefined();
  },
);

test("a month is no local date", () => {
  expect(parseLocalDate("2026-06")).toBeUndefined();
});

test("days are walked as the platform's calendar walks them", () => {
  fc.assert(
    fc.property(someDay, fc.integer({ min: -800, max: 800 }), (date, days) => {
      fc.pre(date.year > 3 && date.year < 9996);
      const expected = new Date(`${formatDate(date)}T00:00:00Z`);
      expected.setUTCDate(expected.getUTCDate() + days);
      expect(formatDate(addDays(date, days))).toBe(expected.toISOString().slice(0, 10));
    }),
    { numRuns: 1000 },
  );
});

test("days between undo days added", () => {
  fc.assert(
    fc.property(someDay, fc.integer({ min: -100_000, max: 100_000 }), (date, days) => {
      fc.pre(date.year > 300 && date.year < 9700);
      expect(daysBetween(date, addDays(date, days))).toBe(days);
    }),
  );
});

test("dates sort as their text does", () => {
  fc.assert(
    fc.property(somePartialDate, somePartialDate, (a, b) => {
      const [x, y] = [formatDate(a), formatDate(b)];
      expect(Math.sign(compareDates(a, b))).toBe(x === y ? 0 : x < y ? -1 : 1);
    }),
  );
});

test("each day of the year is marked exactly once in every year, under either rule", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9999 }), someRule, (year, rule) => {
      let date = localDate(year, 1, 1);
      const marked: string[] = [];
      while (date.year === year) {
        for (const { month, day } of markedOn(date, rule)) {
          marked.push(`${month}-${day}`);
          expect(markedIn(year, { month, day }, rule)).toEqual(date);
        }
        date = addDays(date, 1);
      }
      expect(marked).toHaveLength(366);
      expect(new Set(marked)).toEqual(new Set(DAYS_OF_YEAR.map(({ month, day }) => `${month}-${day}`)));
    }),
    { numRuns: 30 },
  );
});

test.each([
  ["2028-02-28", "02-28", ["2-28"]],
  ["2028-02-29", "02-28", ["2-29"]],
  ["2028-02-29", "03-01", ["2-29"]],
  ["2028-03-01", "03-01", ["3-1"]],
  ["2027-02-28", "02-28", ["2-28", "2-29"]],
  ["2027-02-28", "03-01", ["2-28"]],
  ["2027-03-01", "02-28", ["3-1"]],
  ["2027-03-01", "03-01", ["3-1", "2-29"]],
  ["1900-02-28", "02-28", ["2-28", "2-29"]],
] as const)("%s under %s marks %j", (text, rule, expected) => {
  const date = parseLocalDate(text);
  expect(date && isLeapYear(date.year)).toBe(text.startsWith("2028"));
  expect(date && markedOn(date, rule).map(({ month, day }) => `${month}-${day}`)).toEqual(expected);
});
