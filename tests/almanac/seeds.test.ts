import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { addDays, localDate } from "../../src/almanac/calendar.ts";
import { formatDate, type LocalDate, parsePartialDate } from "../../src/almanac/date.ts";
import type { Event } from "../../src/almanac/event.ts";
import { isKind } from "../../src/almanac/kind.ts";
import { openAlmanac } from "../../src/almanac/open.ts";

/** The facts that the project was started for, as their sources have them. */
interface Seed {
  readonly date: string;
  readonly end: string | null;
  readonly kind: string;
  readonly parties: readonly string[];
  readonly people: readonly string[];
  readonly place: string | null;
  readonly name: string | null;
  readonly otherDates: readonly string[];
  readonly url: string;
}

const ROOT = join(import.meta.dirname, "..", "..");
const seeds = JSON.parse(readFileSync(join(ROOT, "tests/fixtures/seeds.json"), "utf8")) as readonly Seed[];
const almanac = openAlmanac(join(ROOT, "data"), join(ROOT, ".attache/cache"));
const ALL = { order: "date" } as const;

/** Everything that is marked on some day of 2028, a leap year. */
const onADay: readonly Event[] = Array.from({ length: 366 }, (_, days) => addDays(localDate(2028, 1, 1), days)).flatMap(
  (date) => almanac.anniversariesOn(date, "02-28").map(({ event }) => event),
);

function isTold(event: Event, seed: Seed): boolean {
  return (
    formatDate(event.date) === seed.date &&
    event.kind === seed.kind &&
    event.parties.toSorted().join(" ") === seed.parties.toSorted().join(" ") &&
    event.sources.some(({ url }) => url === seed.url)
  );
}

describe.each(seeds)("$date $kind $parties", (seed) => {
  const date = parsePartialDate(seed.date);
  const seen: LocalDate | undefined = date?.precision === "day" ? { ...date, year: 2026 } : undefined;

  test("is found by each party, by pair and by search, with its source", () => {
    for (const code of seed.parties)
      expect(almanac.find({ parties: [code] }, ALL).items.filter((event) => isTold(event, seed))).toHaveLength(1);
    const pair = almanac
      .find({ parties: seed.parties, match: "all" }, ALL)
      .items.filter((event) => isTold(event, seed));
    expect(pair).toHaveLength(1);
    const names = seed.parties.map((code) => almanac.parties.name(code, "en-GB"));
    const words = [...names, ...seed.people, seed.place ?? "", seed.date.slice(0, 4)];
    const found = almanac.find({ text: words.join(" ") }, ALL).items;
    expect(found.filter((event) => isTold(event, seed))).toHaveLength(1);
    const [event] = pair;
    expect(event && almanac.event(event.id)).toEqual(event);
    expect(event?.end ? formatDate(event.end) : null).toBe(seed.end);
    expect(event?.people.map(({ name }) => name)).toEqual(seed.people);
    expect([event?.name ?? null, event?.place ?? null]).toEqual([seed.name, seed.place]);
    expect([event?.sources[0].url, event?.confidence]).toEqual([seed.url, "high"]);
    expect(event?.otherDates.map(formatDate)).toEqual(expect.arrayContaining([...seed.otherDates]));
    expect(isKind(seed.kind)).toBe(true);
  });

  if (seen)
    test("is found by day, among its occasions too", () => {
      expect(almanac.anniversariesOn(seen, "02-28").filter(({ event }) => isTold(event, seed))).toHaveLength(1);
      const told = almanac.occasionsOn(seen, "02-28").flatMap(({ lead, others }) => [lead, ...others]);
      expect(told.filter(({ event }) => isTold(event, seed))).toHaveLength(1);
    });

  if (date && date.precision !== "day")
    test("is on no day, and in the overview of its month or year", () => {
      expect(onADay.filter((event) => isTold(event, seed))).toEqual([]);
      const overview =
        date.precision === "month" ? almanac.monthOverview(2050, date.month) : almanac.yearOverview(2050, 1);
      expect(overview.filter(({ event }) => isTold(event, seed))).toHaveLength(1);
    });
});

test("what the Soviet Union did is found under Russia, and under Russia only with lineage", () => {
  const ids = (filter: Parameters<typeof almanac.find>[0]): readonly string[] =>
    almanac.find(filter, ALL).items.map(({ id }) => id);
  expect(ids({ parties: ["RU", "BE"], match: "all" })).toContain("be-suhh-1935-06-12-relations-established");
  expect(ids({ parties: ["RU", "BE"], match: "all", lineage: false })).not.toContain(
    "be-suhh-1935-06-12-relations-established",
  );
});

test("every day of the year has events, every event a source", () => {
  const days = Map.groupBy(onADay, ({ date }) => formatDate(date).slice(5));
  expect(days.size).toBe(366);
  expect(Math.min(...[...days.values()].map((events) => events.length))).toBeGreaterThan(50);
  for (const event of almanac.find({}, ALL).items) expect(event.sources[0].url).toMatch(/^https?:\/\//);
});

test("a day that marks 29 February too is told oldest first", () => {
  const dates = almanac.anniversariesOn(localDate(2026, 2, 28), "02-28").map(({ event }) => formatDate(event.date));
  expect(new Set(dates.map((date) => date.slice(5)))).toEqual(new Set(["02-28", "02-29"]));
  expect(dates).toEqual(dates.toSorted());
});
