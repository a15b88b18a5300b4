import { assert, constantFrom, integer, property, tuple } from "fast-check";
import { DateTime } from "luxon";
import { describe, expect, test } from "vitest";
import { parseZone } from "../../src/delivery/subscription.ts";
import { existsIn, shownSince, wallAt } from "../../src/delivery/wall.ts";
import { scene } from "./support.ts";
import { changesOf, DAY, HOUR, judge, minutesAround, TIMES, zoneOf } from "./year.ts";

const ZONES = Intl.supportedValuesOf("timeZone").map(zoneOf);
const FROM = Date.parse("2024-01-01T00:00Z");
const TO = Date.parse("2031-01-01T00:00Z");

/** One zone for each different series of changes: the zones of one series differ in their offset at most. */
function oneOfEach(): readonly (readonly [name: string, change: number])[] {
  const seen = new Map<string, readonly [string, number]>();
  for (const zone of ZONES)
    for (const change of changesOf(zone, Date.parse("2026-01-01T00:00Z"), Date.parse("2027-01-01T00:00Z"))) {
      const jump = `${wallAt(change - 60_000, zone).slice(5)} ${wallAt(change, zone).slice(5)}`;
      if (!seen.has(jump)) seen.set(jump, [zone, change]);
    }
  return [...seen.values()];
}

describe("one post on every local date that exists, on that date, at its hour", () => {
  test("through every different change of the clocks in 2026, at every half hour", { timeout: 60_000 }, () => {
    const changes = oneOfEach();
    const verdicts = changes.map(([zone, change]) => judge(zoneOf(zone), TIMES, minutesAround(change)));
    expect(verdicts.flatMap(({ faults }) => faults)).toEqual([]);
    expect(changes.length).toBeGreaterThan(20);
  });

  test.each([
    ["Pacific/Apia", "2011-12-30T10:00Z", "the day that never was"],
    ["Australia/Lord_Howe", "2026-10-03T15:30Z", "half an hour forward"],
    ["Australia/Lord_Howe", "2026-04-04T15:00Z", "half an hour back"],
    ["Antarctica/Troll", "2026-03-29T01:00Z", "two hours forward"],
    ["Antarctica/Troll", "2026-10-25T01:00Z", "two hours back"],
    ["Africa/Casablanca", "2024-03-10T02:00Z", "back for Ramadan"],
    ["Africa/Casablanca", "2024-04-14T02:00Z", "forward after it"],
    ["Africa/Cairo", "2026-04-23T22:00Z", "a day without midnight"],
    ["America/Nuuk", "2026-03-29T01:00Z", "a Saturday without its last hour"],
    ["America/Havana", "2026-11-01T05:00Z", "midnight twice"],
  ])("%s, %s: %s", (name, around) => {
    const zone = zoneOf(name);
    expect(changesOf(zone, Date.parse(around) - 2 * DAY, Date.parse(around) + 2 * DAY).length).toBe(1);
    expect(judge(zone, TIMES, minutesAround(Date.parse(around))).faults).toEqual([]);
  });

  test("any zone, any time, any three days from 2024 to 2030", () => {
    const minute = tuple(integer({ min: 0, max: 23 }), integer({ min: 0, max: 59 }));
    assert(
      property(constantFrom(...ZONES), minute, integer({ min: FROM, max: TO }), (zone, [hour, minutes], around) => {
        const time = `${String(hour).padStart(2, "0")}:${String(minutes).padStart(2, "0")}`;
        expect(judge(zone, [time], minutesAround(around)).faults).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  test("what the wall shows is what luxon says, in every zone", () => {
    assert(
      property(constantFrom(...ZONES), integer({ min: FROM, max: TO }), (zone, instant) => {
        expect(wallAt(instant, zone)).toBe(DateTime.fromMillis(instant, { zone }).toFormat("yyyy-MM-dd'T'HH:mm:ss"));
      }),
      { numRuns: 2_000 },
    );
  });

  test("since when the wall shows a time is never too late, and at most three hours too early", () => {
    const later = integer({ min: 0, max: 24 * 60 });
    assert(
      property(constantFrom(...ZONES), integer({ min: FROM, max: TO }), later, (zone, instant, minutes) => {
        const since = shownSince(wallAt(instant, zone), zone, instant + minutes * 60_000);
        expect(since).toBeLessThanOrEqual(instant);
        expect(since).toBeGreaterThanOrEqual(instant - 3 * HOUR - 999);
      }),
      { numRuns: 2_000 },
    );
    for (const [zone, change] of oneOfEach())
      for (let instant = change - 3 * HOUR; instant < change + HOUR; instant += HOUR / 4)
        expect(shownSince(wallAt(instant, zoneOf(zone)), zoneOf(zone), change + 5 * HOUR)).toBeLessThanOrEqual(instant);
  });

  test("a date that a zone left out does not exist there, every other one does", () => {
    expect(existsIn("2011-12-30", zoneOf("Pacific/Apia"))).toBe(false);
    expect(existsIn("2011-12-29", zoneOf("Pacific/Apia"))).toBe(true);
    for (const zone of ZONES) expect(existsIn("2026-03-29", zone)).toBe(true);
  });
});

describe("a clock that misbehaves", () => {
  test("set back an hour: nothing twice; ticks missing for ten minutes: nothing lost", async () => {
    const { at, subscribe, texts, clock } = await scene("2026-06-25T06:30Z");
    const hours = ["08:45", "09:00", "09:03", "09:07", "09:59", "10:00"];
    const all = [];
    for (const postAt of hours) all.push(await subscribe({ postAt }));
    const minute = async (text: string) => at(Date.parse(`2026-06-25T${text}Z`));
    for (const text of ["06:45", "07:00", "07:01", "07:11", "07:12"]) await minute(text); // none from 07:02 to 07:10
    for (let back = Date.parse("2026-06-25T06:12Z"); back < Date.parse("2026-06-25T08:05Z"); back += 60_000)
      await at(back);
    const missed = new Set(["09:03", "09:07"]); // by minutes, and they say so
    expect(all.map(({ channelId }) => texts(channelId))).toEqual(
      hours.map((hour) => [missed.has(hour) ? "daily 2026-06-25 (late)" : "daily 2026-06-25"]),
    );
    expect(clock.now()).toBe(Date.parse("2026-06-25T08:04Z"));
  });

  test("a day ahead for a while: each date's post on what the clock calls that date, none twice, and none lost", async () => {
    const { at, subscribe, texts, history } = await scene("2026-06-25T06:30Z");
    const one = await subscribe();
    const start = Date.parse("2026-06-25T06:30Z");
    await at(start + DAY); // wrong: 26 June, before the hour; the 25th seems missed
    expect((await history(one))[0]).toMatchObject({ state: "skipped", localDate: "2026-06-25" });
    await at(start + DAY + HOUR); // 26 June goes out
    for (let hour = 0; hour < 72; hour += 1) await at(start + 60_000 + hour * HOUR); // right again
    expect(texts(one.channelId)).toEqual([
      "daily 2026-06-26 (late)",
      "daily 2026-06-25 (late)",
      "daily 2026-06-27 (late)",
    ]);
  });
});

describe("zones and times of day", () => {
  test.each([
    ["europe/berlin", "Europe/Berlin"],
    ["Asia/Kolkata", "Asia/Kolkata"],
    [" UTC ", "UTC"],
  ])("reads %s", (typed, zone) => expect(parseZone(typed)).toBe(zone));
  test.each(["+02:00", "Mars/Olympus", "", "Europe/Berlin; drop table", "x".repeat(99)])("refuses %s", (typed) =>
    expect(parseZone(typed)).toBeUndefined(),
  );
});
