import { assert, date, property } from "fast-check";
import { expect, test } from "vitest";
import { dateNumber } from "../../src/almanac/calendar.ts";
import { type Day, formatDate, parsePartialDate } from "../../src/almanac/date.ts";
import { dateAt } from "../../src/almanac/lookup/asked-date.ts";
import { words } from "../../src/almanac/words.ts";

const MONTHS = "January February March April May June July August September October November December".split(" ");

const days = date({ min: new Date("1000-01-01"), max: new Date("2100-12-31"), noInvalidDate: true })
  .map((instant) => parsePartialDate(instant.toISOString().slice(0, 10)))
  .filter((day): day is Day => day?.precision === "day");

function read(text: string) {
  return dateAt(words(text));
}

test("a day is read however it is written, and takes all its words", () => {
  assert(
    property(days, (day) => {
      const month = MONTHS[day.month - 1] ?? "";
      const written = [
        `${day.day} ${month} ${day.year}`,
        `${day.day}th of ${month.slice(0, 3)} ${day.year}`,
        `${month} ${day.day}, ${day.year}`,
        formatDate(day),
      ];
      for (const text of written) {
        const number = dateNumber(day);
        expect(read(`${text} Belgium`)?.date).toEqual({ of: "year", first: number, last: number });
        expect(read(text)?.length).toBe(words(text).length);
      }
      const monthDay = { of: "any-year", monthDay: dateNumber(day) % 10_000 };
      expect(read(`${day.day} ${month} treaty`)).toEqual({ date: monthDay, length: 2 });
      expect(read(`${month} ${day.day}`)?.date).toEqual(monthDay);
    }),
  );
});

test("a month of a year has its days and what is known to the month", () => {
  const march = { of: "year", first: 19_490_300, last: 19_490_399 };
  for (const text of ["March 1949", "mar 1949", "1949-03", "march 1949 nato"]) expect(read(text)?.date).toEqual(march);
});

test.each(["1949", "May", "may treaty", "31 June 1949", "ma 1949", "30 February", "1949 nato", "2 plus 4 treaty", ""])(
  "no date: %s",
  (text) => expect(read(text)).toBeUndefined(),
);
