import { expect, test } from "vitest";
import { formatDate } from "../../src/almanac/date.ts";
import { openAlmanac } from "../../src/almanac/open.ts";

/** So many parties a line names one by one (data/README.md). */
const NAMED = 4;

const almanac = openAlmanac("data", ".attache/cache");
const peaces = almanac
  .find({ kinds: ["peace-treaty", "armistice"] }, { order: "date" })
  .items.filter(({ parties }) => parties.length > NAMED);

test("every peace of more parties than a line names says with whom it was made", () => {
  expect(peaces.length).toBeGreaterThan(15);
  expect(peaces.filter(({ principals }) => principals === undefined).map(({ id }) => id)).toEqual([]);
});

test.each([
  ["1919-06-28", "DE"],
  ["1919-09-10", "AT"],
  ["1919-11-27", "BG"],
  ["1920-06-04", "HU"],
  ["1920-08-10", "ottoman-empire"],
  ["1923-07-24", "TR"],
  ["1947-02-10", "IT"],
  ["1951-09-08", "JP"],
])("the peace of %s was made with %s", (day, loser) => {
  expect(peaces.filter(({ date }) => formatDate(date) === day).map(({ parties }) => parties[0])).toEqual([loser]);
});
