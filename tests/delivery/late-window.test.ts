import { describe, expect, test } from "vitest";
import { joined, type Scene, scene } from "./support.ts";

const NONE = { lateWindow: 0 };
const AS_LONG_AS_THE_DAY_LASTS = { lateWindow: 1_439 };

async function dayOf({ history, texts }: Scene, one: Awaited<ReturnType<Scene["subscribe"]>>) {
  const rows = (await history(one)).map(({ state, reason }) => (reason === undefined ? state : `${state} ${reason}`));
  return [texts(one.channelId), rows];
}

describe("an admin wants no late posts: at its hour or not at all", () => {
  test.each([
    ["2026-06-25T07:01:50Z", [["daily 2026-06-25"], ["sent"]]],
    ["2026-06-25T07:02:00Z", [[], ["skipped not-running-too-late"]]],
    ["2026-06-25T07:14:00Z", [[], ["skipped not-running-too-late"]]],
  ])("due at 07:00, and nobody there until %s", async (instant, day) => {
    const stage = await scene("2026-06-25T06:30Z");
    const one = await stage.subscribe(NONE);
    await stage.delivery.stop();
    await stage.afterRestart(instant);
    expect(await dayOf(stage, one)).toEqual(day);
  });

  test("ticks that are missing for ten minutes are nobody's presence", async () => {
    const stage = await scene("2026-06-25T06:30Z");
    const one = await stage.subscribe(NONE);
    await stage.at("2026-06-25T06:59Z");
    await stage.at("2026-06-25T07:09Z");
    expect(await dayOf(stage, one)).toEqual([[], ["skipped not-running-too-late"]]);
  });

  test.each([
    ["by whoever was there at its hour", "2026-06-25T07:00Z", "daily 2026-06-25"],
    ["by one who was there a minute later", "2026-06-25T07:01Z", "daily 2026-06-25 (late)"],
  ])("a wave that takes minutes at our own pace, begun %s, loses nobody", async (_, from, last) => {
    const stage = await scene("2026-06-25T06:58Z", { pace: 0.4, concurrency: 2 });
    const all = [];
    for (let count = 0; count < 60; count += 1) all.push(await stage.subscribe(NONE));
    if (from > "2026-06-25T07:00Z") stage.clock.set(Date.parse(from) - 1);
    await stage.until("2026-06-25T07:14Z");
    const posts = all.flatMap(({ channelId }) => stage.texts(channelId));
    expect(posts).toHaveLength(60);
    expect(posts.toSorted().at(-1)).toBe(last);
  });

  test("a post that was begun at its hour is tried again for a quarter of an hour, and not after it", async () => {
    for (const [tries, day] of [
      [3, [["daily 2026-06-25"], ["sent"]]],
      [100, [[], ["skipped tries-failed-too-late"]]],
    ] as const) {
      const stage = await scene("2026-06-25T06:59Z");
      const one = await stage.subscribe(NONE);
      stage.standIn.inject({ method: "POST", times: tries, action: { kind: "answer", status: 503 } });
      await stage.until("2026-06-25T07:40Z");
      expect(await dayOf(stage, one)).toEqual(day);
    }
  });

  test.each([
    ["07:00:59.900", [["daily 2026-06-25"], ["sent"]]],
    ["07:10:00", [[], ["skipped away-too-late"]]],
  ])("removed before its hour and back at %s", async (back, day) => {
    const stage = await scene("2026-06-25T06:30Z");
    const one = await stage.subscribe(NONE);
    await stage.delivery.hear({ kind: "guild-removed", guildId: one.guildId });
    stage.clock.set(`2026-06-25T${back}Z`);
    await stage.delivery.hear(joined(one.guildId));
    await stage.until("2026-06-25T07:20Z");
    expect(await dayOf(stage, one)).toEqual(day);
  });
});

test.each([
  ["2026-06-25T18:58:59Z", [["daily 2026-06-25 (late)"], ["sent"]]],
  ["2026-06-25T19:00:00Z", [[], ["skipped not-running-too-late"]]],
])("where nobody chose otherwise: for twelve hours, due at 07:00, and nobody there until %s", async (instant, day) => {
  const stage = await scene("2026-06-25T06:30Z");
  const one = await stage.subscribe();
  await stage.delivery.stop();
  await stage.afterRestart(instant);
  expect(await dayOf(stage, one)).toEqual(day);
});

test("as long as the day lasts: also the last hour of one of 25", async () => {
  const stage = await scene("2026-10-24T20:00Z");
  const one = await stage.subscribe({ ...AS_LONG_AS_THE_DAY_LASTS, postAt: "00:00" });
  await stage.delivery.stop();
  await stage.afterRestart("2026-10-25T22:57Z");
  expect(await dayOf(stage, one)).toEqual([["daily 2026-10-25 (late)"], ["sent"]]);
  await stage.afterRestart("2026-10-25T23:00Z");
  expect(stage.texts(one.channelId)).toEqual(["daily 2026-10-25 (late)", "daily 2026-10-26"]);
});
