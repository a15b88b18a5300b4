import * as fc from "fast-check";
import { expect, test } from "vitest";
import { readDates } from "../../../commands/typed/date.ts";
import { suggestDates } from "../../../commands/typed/date-choices.ts";
import { datePhrases } from "../../../commands/typed/date-phrases.ts";
import { nearDates } from "../../../commands/typed/near-dates.ts";
import { addDays, daysBetween, localDate } from "../../../src/almanac/calendar.ts";
import { daysInMonth, formatDate, type LocalDate } from "../../../src/almanac/date.ts";
import { catalogue, english } from "../../messages/language.ts";

/** A Thursday. */
const today: LocalDate = { precision: "day", year: 2026, month: 6, day: 25 };

/** What is read, as it is written in numbers; of what is no day the whole month or year. */
function read(typed: string, now = today, language = english): readonly string[] {
  const reading = readDates(typed, language, now);
  if (reading.ok) return reading.dates.map(formatDate);
  return reading.why.kind === "whole" ? [formatDate(reading.why.date)] : [];
}

test.each([
  ["day after tomorrow", "2026-06-27"],
  ["the day after tomorrow", "2026-06-27"],
  ["Day before yesterday", "2026-06-23"],
  ["in two weeks", "2026-07-09"],
  ["in two weeks’ time", "2026-07-09"],
  ["two weeks from now", "2026-07-09"],
  ["a fortnight ago", "2026-06-11"],
  ["in a month", "2026-07-25"],
  ["a week ago", "2026-06-18"],
  ["a year ago today", "2025-06-25"],
  ["a couple of days ago", "2026-06-23"],
  ["in 3 days", "2026-06-28"],
  ["3 days from today", "2026-06-28"],
  ["a hundred years ago", "1926-06-25"],
  ["a century ago", "1926-06-25"],
  ["two decades ago", "2006-06-25"],
  ["next Friday", "2026-06-26"],
  ["this coming Friday", "2026-06-26"],
  ["Friday next week", "2026-07-03"],
  ["a week on Friday", "2026-07-03"],
  ["Monday last week", "2026-06-15"],
  ["Thursday last week", "2026-06-18"],
  ["last week", "2026-06-18"],
  ["next week", "2026-07-02"],
  ["this week", "2026-06-25"],
  ["this weekend", "2026-06-27"],
  ["next weekend", "2026-07-04"],
  ["last weekend", "2026-06-20"],
  ["this day in 1945", "1945-06-25"],
  ["on this day in 1945", "1945-06-25"],
  ["today in 1945", "1945-06-25"],
  ["this day last year", "2025-06-25"],
  ["last June", "2025-06"],
  ["last May", "2026-05"],
  ["next June", "2027-06"],
  ["next July", "2026-07"],
  ["this March", "2026-03"],
  ["June last year", "2025-06"],
  ["5 June last year", "2025-06-05"],
  ["the 5th of next month", "2026-07-05"],
  ["last month", "2026-05"],
  ["next year", "2027"],
  ["the first of May", "2027-05-01"],
  ["May the fourth", "2027-05-04"],
  ["twenty-third of March 1950", "1950-03-23"],
  ["the Fourth of July 1776", "1776-07-04"],
])("“%s” is %s", (typed, expected) => {
  expect(read(typed)[0]).toBe(expected);
});

test.each(["on Christmas", "someday", "in many days", "a fortnight", "next", "last", "in 3", "week", "day"])(
  "“%s” is no date",
  (typed) => expect(read(typed)).toEqual([]),
);

test("what is said in two ways is offered in both: the Friday to come and the one after, and each day of a week", () => {
  expect(read("next Friday")).toEqual(["2026-06-26", "2026-07-03"]);
  expect(read("last week").toSorted()).toEqual([15, 16, 17, 18, 19, 20, 21].map((day) => `2026-06-${day}`));
  expect(read("next weekend")).toEqual(["2026-07-04", "2026-07-05", "2026-06-27", "2026-06-28"]);
});

test("a day that a year does not have is refused with what comes nearest", () => {
  const leap: LocalDate = { ...today, year: 2028, month: 2, day: 29 };
  expect(readDates("this day in 1945", english, leap)).toMatchObject({
    ok: false,
    why: { kind: "no-such-day", year: 1945, month: 2, days: 28 },
  });
});

test("a person with another language writes English as well, and its own words of Intl", () => {
  const german = catalogue.language("de");
  expect(read("in two weeks", today, german)[0]).toBe("2026-07-09");
  expect(read("letzte Woche", today, german)[0]).toBe("2026-06-18");
  expect(read("nächsten Monat", today, german)[0]).toBe("2026-07");
  expect(read("5. Juni letztes Jahr", today, german)[0]).toBe("2025-06-05");
  expect(read("la semaine dernière", today, catalogue.language("fr"))[0]).toBe("2026-06-18");
});

const anyDay = fc
  .record({
    year: fc.integer({ min: 1600, max: 2399 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 31 }),
  })
  .filter(({ year, month, day }) => day <= daysInMonth(year, month))
  .map((each): LocalDate => ({ precision: "day", ...each }));

const UNITS = ["day", "week", "month", "year"] as const;

test("so many of a unit ahead and ago are as far from any day in words as in figures, and days and weeks as far as they say", () => {
  const counts = english.written("dates.counts").map((entry) => entry.split("=").map((part) => part.trim()));
  expect(counts.length).toBeGreaterThan(30);
  fc.assert(
    fc.property(anyDay, fc.constantFrom(...counts), fc.constantFrom(...UNITS), (now, [word = "", number], unit) => {
      const units = unit + (number === "1" ? "" : "s");
      const forward = read(`in ${word} ${units}`, now);
      expect(forward).toEqual(read(`in ${number} ${units}`, now));
      expect(forward).toEqual(read(`${word} ${units} from now`, now));
      expect(read(`${word} ${units} ago`, now)).toEqual(read(`${number} ${units} ago`, now));
      const length = { day: 1, week: 7, month: 0, year: 0 }[unit];
      if (length > 0)
        for (const [typed, sign] of [
          [`in ${word} ${units}`, 1],
          [`${word} ${units} ago`, -1],
        ] as const)
          expect(read(typed, now)[0]).toBe(formatDate(addDays(now, sign * length * Number(number))));
    }),
  );
});

test("a weekday beside a word lies in the days that the word means, and is that weekday", () => {
  const within = {
    "this ": [0, 6],
    "next ": [1, 7],
    "last ": [-7, -1],
    "coming ": [1, 7],
  } as const;
  const monday = localDate(2001, 1, 1);
  fc.assert(
    fc.property(anyDay, fc.integer({ min: 0, max: 6 }), (now, ahead) => {
      const name = english.weekday(addDays(monday, ahead)).split(",")[0] ?? "";
      for (const [beside, [least, most]] of Object.entries(within)) {
        const reading = readDates(beside + name, english, now);
        if (!reading.ok) throw new Error(`${beside}${name} is not read`);
        const [date] = reading.dates;
        expect(english.weekday(date)).toContain(name);
        expect(daysBetween(now, date)).toBeGreaterThanOrEqual(least);
        expect(daysBetween(now, date)).toBeLessThanOrEqual(most);
      }
    }),
  );
});

test("a day of a month in words is the one in figures", () => {
  const ordinals = [...datePhrases(english).ordinals];
  expect(ordinals.map(([, number]) => number)).toEqual(Array.from({ length: 31 }, (_, index) => index + 1));
  fc.assert(
    fc.property(anyDay, fc.constantFrom(...ordinals), fc.integer({ min: 1, max: 12 }), (now, [word, day], month) => {
      const name = english.month(month);
      for (const [said, figures] of [
        [`the ${word} of ${name}`, `${day} ${name}`],
        [`${name} ${word}, 1952`, `${name} ${day}, 1952`],
      ] as const)
        expect(readDates(said, english, now)).toEqual(readDates(figures, english, now));
    }),
  );
});

test("what is being typed is offered as what it may become, long before it is whole", () => {
  const offered = (typed: string) => suggestDates(typed, today, english, { wholes: true }).map(({ value }) => value);
  for (const phrase of [
    "day after tomorrow",
    "day before yesterday",
    "in two weeks",
    "two weeks ago",
    "a week ago",
    "next friday",
    "friday next week",
    "last week",
    "last june",
    "next year",
    "this weekend",
  ]) {
    const [meant = ""] = read(phrase);
    const least = phrase.lastIndexOf(" ") + 2;
    for (let length = least; length <= phrase.length; length++)
      expect(offered(phrase.slice(0, length)), phrase.slice(0, length)).toContain(meant);
  }
  expect(offered("day")).toContain("2026-06-27");
  expect(offered("this day in 1945")).toEqual(["1945-06-25"]);
  const [first] = suggestDates("in two weeks", today, english);
  expect(first).toEqual({ name: "Thursday, 9 July 2026", value: "2026-07-09" });
});

const near = (typed: string, now = today) => {
  const reading = readDates(typed, english, now);
  return reading.ok ? [] : nearDates(typed, reading.why, now, english).map(formatDate);
};

test.each([
  ["23 Marhc", "2027-03-23"],
  ["tomorow", "2026-06-26"],
  ["nxt friday", "2026-06-26"],
  ["in tow weeks", "2026-07-09"],
  ["23 March in Geneva", "2027-03-23"],
  ["on Wensday", "2026-07-01"],
  ["Juen 1963", "1963-06"],
  ["Septmeber", "2026-09"],
  ["31 June", "2026-06-30"],
])("“%s” comes near %s", (typed, expected) => expect(near(typed)).toContain(expected));

test.each(["soon", "Belgium", "Peace of Westphalia", "", "99", "🎉"])("nothing comes near “%s”", (typed) =>
  expect(near(typed)).toEqual([]),
);

test("a month with two letters swapped, or one left out, comes near that day of it; and nothing that is typed breaks it", () => {
  fc.assert(
    fc.property(anyDay, fc.nat(), fc.boolean(), ({ month, day }, at, isSwapped) => {
      const name = english.month(month).toLowerCase();
      if (name.length < 5) return;
      const index = 1 + (at % (name.length - 2));
      const [before, one, other, after] = [name.slice(0, index), name[index], name[index + 1], name.slice(index + 2)];
      const wrong = `${before}${isSwapped ? `${other}${one}` : other}${after}`;
      const typed = `${day} ${wrong} 1952`;
      const reading = readDates(typed, english, today);
      const meant = formatDate(localDate(1952, month, Math.min(day, daysInMonth(1952, month))));
      expect(reading.ok ? reading.dates.map(formatDate) : near(typed), typed).toContain(meant);
    }),
  );
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (typed) => {
      expect(near(typed)).toBeDefined();
    }),
  );
});
