import { describe, expect, test } from "vitest";
import { parsePostAt, type Subscription } from "../../src/delivery/subscription.ts";
import { joined, type Scene, scene } from "./support.ts";

const NO_ACCESS = { kind: "answer", status: 403, code: 50001, message: "Missing Access" } as const;
const BUSY = { kind: "answer", status: 503 } as const;
const ALL_POSTS = { method: "POST", times: Number.POSITIVE_INFINITY } as const;

async function rows(stage: Scene, one: Subscription) {
  const all = await stage.history(one);
  const daily = all.filter(({ slot }) => slot === "daily");
  return daily.map(({ localDate, state, reason }) => [localDate, state, reason]).toReversed();
}

async function pausedAt(stage: Scene, { id }: Subscription, instant: string): Promise<void> {
  stage.clock.set(instant);
  await stage.store.subscriptions.pause(id, stage.clock.now(), "1");
}

async function resumedAt(stage: Scene, { id }: Subscription, instant: string): Promise<void> {
  stage.clock.set(instant);
  await stage.store.subscriptions.resume(id, stage.clock.now(), "1");
}

test("suspended, and paused between two weekly probes: no date is missing on record, and each says why", async () => {
  const stage = await scene("2026-06-01T06:59Z");
  const one = await stage.subscribe();
  await stage.at("2026-06-01T07:01Z");
  const closed = stage.standIn.inject({ ...ALL_POSTS, action: NO_ACCESS });
  for (let day = 2; day <= 14; day += 1)
    for (const minute of ["00", "01"]) await stage.at(`2026-06-${String(day).padStart(2, "0")}T07:${minute}Z`);
  await pausedAt(stage, one, "2026-06-14T12:00Z");
  closed.remove();
  await resumedAt(stage, one, "2026-06-16T12:00Z");
  await stage.at("2026-06-17T07:01Z");
  const all = await rows(stage, one);
  expect(all.map(([date]) => date)).toEqual(
    Array.from({ length: 17 }, (_, index) => `2026-06-${String(index + 1).padStart(2, "0")}`),
  );
  expect(all.slice(9)).toEqual([
    ...["10", "11", "12", "13", "14"].map((day) => [`2026-06-${day}`, "skipped", "refused-before"]),
    ...["15", "16"].map((day) => [`2026-06-${day}`, "skipped", "paused"]),
    ["2026-06-17", "sent", undefined],
  ]);
});

describe("nobody was there over its hour, and it is paused before the first look", () => {
  test("no late posts: it is not made one that is on time by a pause of a minute", async () => {
    const stage = await scene("2026-06-25T06:50Z");
    const one = await stage.subscribe({ lateWindow: 0 });
    await pausedAt(stage, one, "2026-06-25T07:05Z");
    await resumedAt(stage, one, "2026-06-25T07:06Z");
    await stage.until("2026-06-25T07:20Z");
    expect(stage.texts(one.channelId)).toEqual([]);
    expect(await rows(stage, one)).toEqual([["2026-06-25", "skipped", "not-running-too-late"]]);
  });

  test("with late posts: it says that it is late", async () => {
    const stage = await scene("2026-06-25T06:50Z");
    const one = await stage.subscribe();
    await pausedAt(stage, one, "2026-06-25T07:05Z");
    await resumedAt(stage, one, "2026-06-25T07:06Z");
    await stage.until("2026-06-25T07:07Z");
    expect(stage.texts(one.channelId)).toEqual(["daily 2026-06-25 (late)"]);
  });

  test("for days: no day was crowded out", async () => {
    const stage = await scene("2026-06-25T06:50Z");
    const one = await stage.subscribe();
    await pausedAt(stage, one, "2026-06-27T07:05Z");
    expect((await rows(stage, one)).slice(0, 2)).toEqual([
      ["2026-06-25", "skipped", "not-running"],
      ["2026-06-26", "skipped", "not-running"],
    ]);
  });
});

test("no late posts, paused minutes after its hour while it waited behind others: somebody was there in time, and it goes out", async () => {
  const stage = await scene("2026-06-25T06:59Z");
  const [first, second] = [await stage.subscribe({ lateWindow: 0 }), await stage.subscribe({ lateWindow: 0 })];
  stage.clock.set("2026-06-25T07:00:30Z");
  const now = stage.clock.now();
  await stage.store.ledger.claim([{ id: first.id, seen: true, since: now }], now, now + 60_000);
  await pausedAt(stage, second, "2026-06-25T07:04:30Z");
  await resumedAt(stage, second, "2026-06-25T07:05:30Z");
  await stage.until("2026-06-25T07:06Z");
  expect(stage.texts(second.channelId)).toEqual(["daily 2026-06-25"]);
});

test.each([
  ["within its minute", "2026-06-25T07:00:59Z"],
  ["before it", "2026-06-25T06:59:30Z"],
])("paused %s, its hour moved to later that day, and resumed: it goes out then, once", async (_, instant) => {
  const stage = await scene("2026-06-25T06:58Z");
  const one = await stage.subscribe({ lateWindow: 0 });
  await pausedAt(stage, one, instant);
  await stage.at("2026-06-25T08:00Z");
  const postAt = parsePostAt("11:00") ?? expect.fail("no hour");
  const { id, revision } = one;
  await stage.store.subscriptions.revise(id, revision, { ...one, postAt }, stage.clock.now(), "1");
  await resumedAt(stage, one, "2026-06-25T08:01Z");
  await stage.until("2026-06-25T09:05Z");
  expect(stage.texts(one.channelId)).toEqual(["daily 2026-06-25"]);
  expect(await rows(stage, one)).toEqual([["2026-06-25", "sent", undefined]]);
});

test.each([
  ["later that day", "2026-06-25T09:00Z", "away-too-late"],
  ["two days later", "2026-06-27T06:00Z", "removed"],
])("tried once, then the bot is removed, and is back %s: that is why it is not out", async (_, back, reason) => {
  const stage = await scene("2026-06-25T06:59Z");
  const one = await stage.subscribe({ lateWindow: 60 });
  const away = stage.standIn.inject({ ...ALL_POSTS, action: BUSY });
  await stage.until("2026-06-25T07:00:10Z");
  await stage.delivery.hear({ kind: "guild-removed", guildId: one.guildId });
  away.remove();
  await stage.at(back);
  await stage.delivery.hear(joined(one.guildId));
  await stage.at(Date.parse(back) + 300_000);
  expect(stage.texts(one.channelId)).toEqual([]);
  expect((await rows(stage, one))[0]).toEqual(["2026-06-25", "skipped", reason]);
});
