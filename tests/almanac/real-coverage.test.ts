import { expect, test } from "vitest";
import { DAYS_OF_YEAR, markedIn } from "../../src/almanac/calendar.ts";
import { membersOn } from "../../src/almanac/parties/membership.ts";
import { realAlmanac } from "../digest/real-almanac.ts";

const almanac = realAlmanac();
const ALL = { order: "date" } as const;

test("each of the 193 members of the United Nations has at least 50 events", () => {
  const changes = almanac.find({ kinds: ["joined", "left"] }, ALL).items;
  const members = [...membersOn(almanac.parties, "un", { precision: "day", year: 2026, month: 1, day: 1 }, changes)];
  expect(members).toHaveLength(193);
  const counts = members.map((code) => [code, almanac.find({ parties: [code] }, { ...ALL, limit: 0 }).total] as const);
  expect(counts.filter(([, total]) => total < 50)).toEqual([]);
});

test("something is marked on each of the 366 days", () => {
  expect(DAYS_OF_YEAR).toHaveLength(366);
  const empty = DAYS_OF_YEAR.filter((day) => almanac.occasionsOn(markedIn(2199, day, "02-28"), "02-28").length === 0);
  expect(empty).toEqual([]);
});

test("every event has a source with a name and an address", () => {
  const { items } = almanac.find({}, ALL);
  expect(items).toHaveLength(almanac.size);
  const bare = items.filter(
    ({ sources }) => sources.length === 0 || sources.some(({ name, url }) => name === "" || !URL.canParse(url)),
  );
  expect(bare.map(({ id }) => id)).toEqual([]);
});
