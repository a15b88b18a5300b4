import { describe, expect, test } from "vitest";
import { type Scene, scene } from "./support.ts";

const BUSY = { method: "POST", times: Number.POSITIVE_INFINITY, action: { kind: "answer", status: 503 } } as const;

/** How a calendar whose post is due at 07:00 comes to be paused while that is still to go out. */
const PAUSED = {
  "before anybody looked": (stage: Scene) => Promise.resolve(stage.clock.set("2026-06-25T07:00:30Z")),
  "in line for its turn": async (stage: Scene) => {
    await stage.until("2026-06-25T07:00:01Z");
  },
  "between two tries": async (stage: Scene) => {
    const away = stage.standIn.inject(BUSY);
    await stage.until("2026-06-25T07:03Z");
    away.remove();
  },
} as const;

async function paused(how: keyof typeof PAUSED) {
  const stage = await scene("2026-06-25T06:59Z", how === "in line for its turn" ? { pace: 0.1 } : {});
  const all = [await stage.subscribe({ lateWindow: 60 }), await stage.subscribe({ lateWindow: 60 })];
  await PAUSED[how](stage);
  const one = all.find(({ channelId }) => stage.texts(channelId).length === 0) ?? expect.fail("all are out");
  const texts = () => stage.texts(one.channelId);
  await stage.store.subscriptions.pause(one.id, stage.clock.now(), "1");
  const rows = async () => (await stage.history(one)).map(({ localDate, state, reason }) => [localDate, state, reason]);
  const resumeAt = async (instant: string) => {
    await stage.until("2026-06-25T07:05Z");
    await stage.at(instant);
    expect(texts()).toEqual([]);
    await stage.store.subscriptions.resume(one.id, stage.clock.now(), "1");
  };
  return { ...stage, one, rows, resumeAt, texts };
}

describe.each(["before anybody looked", "in line for its turn", "between two tries"] as const)("paused %s", (how) => {
  test.each([
    ["that day, after its window", "2026-06-25T08:01Z", "2026-06-25T08:10Z", []],
    ["two days later", "2026-06-27T06:30Z", "2026-06-27T06:40Z", [["2026-06-26", "skipped", "paused"]]],
  ])("and resumed %s: given up, and that is said to be why", async (_, back, later, others) => {
    const { resumeAt, until, texts, rows } = await paused(how);
    await resumeAt(back);
    await until(later);
    expect(texts()).toEqual([]);
    expect(await rows()).toEqual([...others, ["2026-06-25", "skipped", "paused-meanwhile"]]);
  });

  test("and resumed in time: it goes out, once", async () => {
    const { resumeAt, until, texts, rows } = await paused(how);
    await resumeAt("2026-06-25T07:20Z");
    await until("2026-06-25T07:30Z");
    expect(texts()).toEqual(["daily 2026-06-25 (late)"]);
    expect(await rows()).toEqual([["2026-06-25", "sent", undefined]]);
  });

  test("and resumed in time, while Discord takes nothing until it is too late: that is why", async () => {
    const { resumeAt, until, standIn, rows } = await paused(how);
    await resumeAt("2026-06-25T07:20Z");
    standIn.inject(BUSY);
    await until("2026-06-25T08:40Z");
    expect(await rows()).toEqual([["2026-06-25", "skipped", "tries-failed-too-late"]]);
  });
});

test("paused only after it was too late for it: why it was not out by then stays why", async () => {
  const stage = await scene("2026-06-25T06:59Z");
  const one = await stage.subscribe({ lateWindow: 60 });
  const away = stage.standIn.inject(BUSY);
  await stage.until("2026-06-25T07:58Z");
  stage.clock.set("2026-06-25T08:05Z");
  await stage.store.subscriptions.pause(one.id, stage.clock.now(), "1");
  away.remove();
  await stage.until("2026-06-25T08:10Z");
  await stage.store.subscriptions.resume(one.id, stage.clock.now(), "1");
  await stage.until("2026-06-25T08:20Z");
  expect((await stage.history(one))[0]).toMatchObject({ state: "skipped", reason: "tries-failed-too-late" });
});
