import { describe, expect, test } from "vitest";
import type { Subscription } from "../../src/delivery/subscription.ts";
import { FakeClock } from "../support/clock.ts";
import { recordingLog, type Scene, scene } from "./support.ts";

/** Four posts of one server due in one minute, one of them sent, the others claimed and in line for their turn. */
async function inLine() {
  const stage = await scene("2026-06-25T06:59Z", { pace: 0.5 });
  const first = await stage.subscribe();
  const { guildId } = first;
  const all = [first, await stage.subscribe({ guildId }), await stage.subscribe({ guildId })];
  await stage.until("2026-06-25T07:00:00.500Z");
  const waiting = all.filter(({ channelId }) => stage.texts(channelId).length === 0);
  expect(waiting).toHaveLength(2);
  for (const one of waiting) expect((await stage.history(one))[0]?.state).toBe("claimed");
  const goOn = async () => {
    for (let second = 0; second < 20; second += 2) {
      stage.clock.advance(2_000);
      await stage.still();
    }
    await stage.until("2026-06-25T07:05Z");
  };
  return { ...stage, guildId, waiting, goOn };
}

const changed = async ({ store, clock }: Scene, { id }: Subscription, changes: object) => {
  const now = (await store.subscriptions.find(id)) ?? expect.fail();
  await store.subscriptions.revise(id, now.revision, { ...now, ...changes }, clock.now());
};

describe("a post that is in line for its turn", () => {
  test("does not go out where all of the server was deleted meanwhile", async () => {
    const { waiting, store, guildId, goOn, texts } = await inLine();
    await store.guilds.forget(guildId);
    await goOn();
    for (const { channelId } of waiting) expect(texts(channelId)).toEqual([]);
    expect(await store.guilds.all()).toEqual([]);
  });

  test("does not go out where its calendar was removed meanwhile", async () => {
    const { waiting, store, clock, goOn, texts } = await inLine();
    for (const { id } of waiting) await store.subscriptions.end(id, clock.now());
    await goOn();
    for (const { channelId } of waiting) expect(texts(channelId)).toEqual([]);
  });

  test("waits where its calendar was paused meanwhile, and goes out once it is resumed that day", async () => {
    const { waiting, store, clock, goOn, until, texts } = await inLine();
    for (const { id } of waiting) await store.subscriptions.pause(id, clock.now());
    await goOn();
    for (const { channelId } of waiting) expect(texts(channelId)).toEqual([]);
    for (const { id } of waiting) await store.subscriptions.resume(id, clock.now());
    await until("2026-06-25T07:10Z");
    for (const { channelId } of waiting) expect(texts(channelId)).toEqual(["daily 2026-06-25"]);
  });

  test("goes to the channel to which its calendar has moved meanwhile, and not to the old one", async () => {
    const stage = await inLine();
    const moved = new Map<Subscription, string>();
    for (const one of stage.waiting) {
      const channelId = stage.standIn.addChannel(one.guildId);
      moved.set(one, channelId);
      await changed(stage, one, { channelId });
    }
    await stage.goOn();
    for (const [{ channelId }, to] of moved) {
      expect(stage.texts(channelId)).toEqual([]);
      expect(stage.texts(to)).toEqual(["daily 2026-06-25"]);
    }
  });

  test("is composed anew where what is chosen was changed meanwhile, and goes out once", async () => {
    const stage = await inLine();
    for (const one of stage.waiting) await changed(stage, one, { locale: "en-US" });
    await stage.goOn();
    for (const one of stage.waiting) {
      expect(stage.texts(one.channelId)).toEqual(["daily 2026-06-25"]);
      expect((await stage.history(one))[0]).toMatchObject({ state: "sent", attempts: 2 });
    }
  });
});

test("a refusal that comes after all of the server was deleted is nobody's: nothing is stored or logged of it", async () => {
  const clock = new FakeClock("2026-06-25T06:59Z");
  const { log, lines } = recordingLog(clock);
  const stage = await scene("2026-06-25T06:59Z", { clock, log });
  const one = await stage.subscribe({}, { permissions: 0n });
  const slow = stage.standIn.inject({ method: "POST", action: { kind: "delay", milliseconds: 5_000, effect: "late" } });
  clock.set("2026-06-25T07:00Z");
  await stage.delivery.tick();
  await slow.struck;
  await stage.store.guilds.forget(one.guildId);
  clock.advance(5_000);
  await stage.delivery.idle();
  expect(lines()).toEqual([]);
  expect(await stage.store.guilds.all()).toEqual([]);
});
