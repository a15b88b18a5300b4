import { expect, test } from "vitest";
import { membersOn } from "../../src/almanac/parties/membership.ts";
import { realAlmanac } from "../digest/real-almanac.ts";

const almanac = realAlmanac();
const ALL = { order: "date" } as const;
const events = almanac.find({}, ALL).items;

test("each of the 193 members of the United Nations has at least 50 events", () => {
  const changes = events.filter(({ kind }) => kind === "joined" || kind === "left");
  const members = [...membersOn(almanac.parties, "un", { precision: "day", year: 2026, month: 1, day: 1 }, changes)];
  expect(members).toHaveLength(193);
  const counts = members.map((code) => [code, almanac.find({ parties: [code] }, { ...ALL, limit: 0 }).total] as const);
  expect(counts.filter(([, total]) => total < 50)).toEqual([]);
});

test("each of the 366 days has an event that is not of low confidence", () => {
  const days = new Set(
    events.flatMap(({ date, confidence }) =>
      date.precision === "day" && confidence !== "low" ? [`${date.month}-${date.day}`] : [],
    ),
  );
  expect(days.size).toBe(366);
});

test("every event has a source with a name and an address", () => {
  expect(events).toHaveLength(almanac.size);
  const bare = events.filter(
    ({ sources }) => sources.length === 0 || sources.some(({ name, url }) => name === "" || !URL.canParse(url)),
  );
  expect(bare.map(({ id }) => id)).toEqual([]);
});
