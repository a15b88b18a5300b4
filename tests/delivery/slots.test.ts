import { assert, constantFrom, date as dates, property } from "fast-check";
import { describe, expect, test } from "vitest";
import { slotsOn } from "../../src/delivery/slots.ts";
import { scene } from "./support.ts";

/** 1 January 2027 is a Friday: every sort of post falls on it. */
const ALL = { headsUpDays: 7, weekly: 5, overviews: { month: true, year: true } } as const;
const SLOTS = ["daily", "heads-up", "weekly", "month", "year"];
const DUE = "2027-01-01T08:00Z";

async function newYear(settings: Parameters<Awaited<ReturnType<typeof scene>>["subscribe"]>[0] = {}) {
  const stage = await scene("2026-12-31T23:30Z", { standIn: { nonceWindow: 2 * 60_000 } });
  const one = await stage.subscribe({ ...ALL, ...settings });
  const rows = async () =>
    (await stage.history(one))
      .filter(({ localDate }) => localDate === "2027-01-01")
      .map(({ slot, state }) => [slot, state]);
  return { ...stage, one, rows, later: stage.afterRestart };
}

const each = (state: string) => expect.arrayContaining(SLOTS.map((slot) => [slot, state])) as unknown[];

describe("overviews, heads-up and the week ahead have the guarantees of the daily post", () => {
  test("missed, and back inside the window: each comes late on its own date, and says so", async () => {
    const { later, texts, one, rows } = await newYear();
    await later("2027-01-01T15:00Z");
    expect(texts(one.channelId)).toEqual(SLOTS.map((slot) => `${slot} 2027-01-01 (late)`));
    expect(await rows()).toEqual(each("sent"));
  });

  test("missed, and back after the window, which is a setting: each is on record as skipped, and none comes on another day", async () => {
    const { later, texts, one, rows } = await newYear({ lateWindow: 60 });
    await later("2027-01-01T10:00Z");
    expect(texts(one.channelId)).toEqual([]);
    expect(await rows()).toEqual(each("skipped"));
    await later("2027-01-02T08:00Z");
    expect(texts(one.channelId)).toEqual(["daily 2027-01-02", "heads-up 2027-01-02"]);
  });

  test("missed for a day: none of them comes on the 2nd", async () => {
    const { later, texts, one, rows } = await newYear();
    await later("2027-01-02T07:00Z");
    expect(texts(one.channelId)).toEqual([]);
    expect(await rows()).toEqual(each("skipped"));
  });

  test.each(["2027-01-01T08:01:30Z", "2027-01-01T09:00Z"])(
    "every answer was lost, and with them the process: each is there once after a restart at %s",
    async (instant) => {
      const { at, delivery, standIn, later, texts, one, rows } = await newYear();
      standIn.inject({ method: "POST", times: SLOTS.length, action: { kind: "drop", stored: true } });
      await at(DUE);
      await delivery.stop();
      expect(texts(one.channelId)).toHaveLength(SLOTS.length);
      await later(instant);
      await later("2027-01-01T12:00Z");
      expect(texts(one.channelId).toSorted()).toEqual(SLOTS.map((slot) => `${slot} 2027-01-01`).toSorted());
      expect(await rows()).toEqual(each("sent"));
    },
  );

  test("switched off, none of them comes", async () => {
    const off = { headsUpDays: undefined, weekly: undefined, overviews: { month: false, year: false } };
    const { at, texts, one } = await newYear(off);
    await at(DUE);
    expect(texts(one.channelId)).toEqual(["daily 2027-01-01"]);
  });

  test("a month's overview is due on its 1st, a year's on 1 January, the week ahead on its weekday, and on no other date", () => {
    const any = dates({ min: new Date("1990-01-01"), max: new Date("2090-12-31"), noInvalidDate: true });
    assert(
      property(any, constantFrom(1, 2, 3, 4, 5, 6, 7), (day, weekday) => {
        const text = day.toISOString().slice(0, 10);
        const slots = slotsOn(text, { ...ALL, channelKind: "text", weekly: weekday });
        expect(slots.includes("month")).toBe(day.getUTCDate() === 1);
        expect(slots.includes("year")).toBe(day.getUTCDate() === 1 && day.getUTCMonth() === 0);
        expect(slots.includes("weekly")).toBe((day.getUTCDay() || 7) === weekday);
        expect(new Set(slots).size).toBe(slots.length);
      }),
    );
  });
});
