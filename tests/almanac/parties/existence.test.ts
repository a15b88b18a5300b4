import * as fc from "fast-check";
import { expect, test } from "vitest";
import { parsePartialDate } from "../../../src/almanac/date.ts";
import { register } from "./the-register.ts";

const existed = (code: string, text: string): boolean => {
  const date = parsePartialDate(text);
  if (date === undefined) throw new Error(text);
  return register.existedOn(code, date);
};

test.each([
  ["SUHH", "1922-12-29", false],
  ["SUHH", "1922-12-30", true],
  ["SUHH", "1922", true],
  ["SUHH", "1921", false],
  ["SUHH", "1991-12-26", true],
  ["SUHH", "1991-12-27", false],
  ["SUHH", "1991-12", true],
  ["SUHH", "1992", false],
  ["BE", "1830-10-03", false],
  ["BE", "1830-10-04", true],
  ["korean-empire", "1901-03-23", true],
  ["korean-empire", "1897-10-12", false],
  ["GB", "1707-04-30", false],
  ["england", "1707-04-30", true],
  ["DZ", "1950", true],
  ["AQ", "1500", true],
  ["united-arab-republic", "1958-02-22", true],
  ["nato", "1949-04-04", true],
  ["nato", "1949-04-03", false],
  ["who", "1946-07-22", true],
  ["malta-order", "2025-06-16", true],
  ["atlantis", "2000", false],
])("%s on %s: %s", (code, date, expected) => {
  expect(existed(code, date)).toBe(expected);
});

test("what is so on a day is so in its month, and what is so in a month is so in its year", () => {
  const party = fc.constantFrom(...register.all.map(({ code }) => code));
  const day = fc.record({
    year: fc.integer({ min: 1, max: 2100 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 28 }),
  });
  fc.assert(
    fc.property(party, day, (code, { year, month, day: dayOfMonth }) => {
      const onDay = register.existedOn(code, { precision: "day", year, month, day: dayOfMonth });
      const inMonth = register.existedOn(code, { precision: "month", year, month });
      const inYear = register.existedOn(code, { precision: "year", year });
      expect(!onDay || inMonth).toBe(true);
      expect(!inMonth || inYear).toBe(true);
    }),
  );
});
