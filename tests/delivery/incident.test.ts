import { describe, expect, test } from "vitest";
import { systemClock } from "../../src/clock.ts";
import type { Subscription } from "../../src/delivery/subscription.ts";
import { createLog } from "../../src/log.ts";
import { FakeClock } from "../support/clock.ts";
import { scene } from "./support.ts";

const DAY = 86_400_000;
const at = (instant: string, days = 0) => Date.parse(`2026-06-25T${instant}Z`) + days * DAY;

/** So many servers whose channels take posts at 09:00, and so many that refuse everything a minute later. */
async function wave(served: number, refusing: number) {
  const stage = await scene("2026-06-25T06:59Z", { concurrency: 1 });
  const good: Subscription[] = [];
  const bad: Subscription[] = [];
  for (let count = 0; count < served; count += 1) good.push(await stage.subscribe());
  for (let count = 0; count < refusing; count += 1)
    bad.push(await stage.subscribe({ postAt: "09:01" }, { permissions: 0n }));
  stage.clock.set(at("07:00:30"));
  await stage.delivery.tick();
  await stage.delivery.idle();
  await stage.until(at("07:01:10")); // refusals are spaced: nine a second at most
  const faultsOf = async ({ guildId }: Subscription) =>
    (await stage.store.guilds.notices(guildId)).map(({ fault }) => fault);
  const askedFor = ({ channelId }: Subscription) =>
    stage.standIn.requests.filter(({ path }) => path.includes(channelId)).length;
  return { ...stage, good, bad, faultsOf, askedFor };
}

/** Discord does not know a server, and does not list it either. */
const unknownServers = { method: "POST", action: { kind: "answer", status: 404, code: 10_004 }, times: 999 } as const;
const emptyList = {
  method: "GET",
  path: /users\/@me\/guilds/,
  action: { kind: "answer", status: 200, html: "[]", headers: { "Content-Type": "application/json" } },
  times: 999,
} as const;

describe("so many refusals that Discord is to blame", () => {
  test.each([
    ["five servers of a hundred are believed", 95, 5, "rejected"],
    ["five of ninety-nine, more than 5 %, are not", 94, 5, "failed"],
    ["four of four are believed: too few to be a share", 0, 4, "rejected"],
    ["twenty of 450 within a minute are believed", 430, 20, "rejected"],
    ["twenty-one of 451 within a minute are not", 430, 21, "failed"],
  ])("%s", async (_, served, refusing, state) => {
    const { bad, history, faultsOf, store } = await wave(served, refusing);
    for (const one of bad) {
      expect((await history(one))[0]).toMatchObject({ state });
      expect(await faultsOf(one)).toEqual(state === "rejected" ? ["no-access"] : []);
      expect((await store.subscriptions.find(one.id))?.standing.state).toBe("active");
    }
  });

  test("five at once in a quiet minute are believed, where a hundred were served within the hour, and pause nobody", async () => {
    const { bad, until, subscribe, texts, history, standIn } = await wave(100, 0);
    for (let count = 0; count < 5; count += 1) bad.push(await subscribe({ postAt: "09:40" }, { permissions: 0n }));
    const other = await subscribe({ postAt: "09:41" });
    await until(at("07:41:59"));
    for (const one of bad) expect((await history(one))[0]).toMatchObject({ state: "rejected" });
    expect(texts(other.channelId)).toEqual(["daily 2026-06-25"]);
    expect(standIn.requests.length).toBe(106);
  });

  test("one in a row after the other, few a minute and nobody served between: the twenty-first tells that it was Discord, and all get the post", async () => {
    const { good, until, subscribe, texts, faultsOf, standIn, store } = await wave(40, 0);
    const few: Subscription[] = [];
    for (let count = 0; count < 28; count += 1)
      few.push(await subscribe({ postAt: `09:${30 + Math.floor(count / 4)}` }));
    const fault = standIn.inject({
      method: "POST",
      times: Number.POSITIVE_INFINITY,
      action: { kind: "answer", status: 403, code: 50_001 },
    });
    await until(at("07:36:59"));
    fault.remove();
    const asked = standIn.requests.length - good.length;
    expect(asked).toBeLessThanOrEqual(24);
    await until(at("08:00"));
    for (const one of few) {
      expect(texts(one.channelId).filter((text) => text.startsWith("daily"))).toHaveLength(1);
      expect((await store.subscriptions.find(one.id))?.standing).toEqual({ state: "active" });
      expect(await faultsOf(one)).toEqual([]);
    }
  });

  test("it was Discord: after ten minutes' pause they get the post, and nothing is left of it", async () => {
    const { bad, until, standIn, texts, faultsOf, store } = await wave(30, 12);
    for (const { channelId } of bad) standIn.setPermissions(channelId, (1n << 10n) | (1n << 11n));
    const before = standIn.requests.length;
    await until(at("07:10:59"));
    expect(standIn.requests.length).toBe(before);
    await until(at("07:14"));
    for (const one of bad) {
      expect(texts(one.channelId)).toEqual(["daily 2026-06-25"]);
      expect(await faultsOf(one)).toEqual([]);
      expect((await store.subscriptions.find(one.id))?.standing).toEqual({ state: "active" });
    }
  });

  test("many servers that Discord knows no more, nor lists, have not left: all get the post after the pause", async () => {
    const { subscribe, until, standIn, texts, faultsOf, store } = await wave(0, 0);
    const all: Subscription[] = [];
    for (let count = 0; count < 30; count += 1) all.push(await subscribe({ postAt: "09:02" }));
    const faults = [standIn.inject(unknownServers), standIn.inject(emptyList)];
    await until(at("07:03"));
    expect((await store.guilds.all()).filter(({ left }) => left)).toEqual([]);
    for (const fault of faults) fault.remove();
    await until(at("07:20"));
    for (const one of all) {
      expect(texts(one.channelId)).toEqual(["daily 2026-06-25"]);
      expect(await faultsOf(one)).toEqual([]);
    }
  });

  test("it was the servers: each is asked once a day, told, and suspended on the second; the others wait once", async () => {
    const { good, bad, clock, until, texts, faultsOf, askedFor, subscribe, store } = await wave(30, 5);
    const [laterGood, laterBad]: [Subscription[], Subscription[]] = [[], []];
    for (let count = 0; count < 20; count += 1) laterGood.push(await subscribe({ postAt: "09:02" }));
    for (let count = 0; count < 7; count += 1) laterBad.push(await subscribe({ postAt: "09:02" }, { permissions: 0n }));
    await until(at("07:20"));
    for (const { channelId } of [...good, ...laterGood]) expect(texts(channelId)).toHaveLength(1);
    for (const one of [...bad, ...laterBad]) {
      expect(askedFor(one)).toBe(1);
      expect(await faultsOf(one)).toEqual(["no-access"]);
      expect((await store.subscriptions.find(one.id))?.standing).toMatchObject({ state: "active" });
    }
    clock.set(at("06:59", 1));
    await until(at("07:03", 1)); // nobody waits on the second day
    for (const { channelId } of [...good, ...laterGood]) expect(texts(channelId)).toHaveLength(2);
    for (const one of [...bad, ...laterBad]) {
      expect(askedFor(one)).toBe(2);
      expect((await store.subscriptions.find(one.id))?.standing).toMatchObject({ state: "suspended" });
    }
  }, 60_000);
});

/** Counts who goes to sleep. */
class SleepsClock extends FakeClock {
  slept = 0;

  override sleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
    this.slept += 1;
    return super.sleep(milliseconds, signal);
  }
}

describe("an incident of Discord's", () => {
  test("is waited out by the clock, with a look each minute, and not by looking again and again", async () => {
    const clock = new SleepsClock(at("06:59"));
    const stage = await scene("2026-06-25T06:59Z", { clock, concurrency: 1 });
    for (let count = 0; count < 10; count += 1) await stage.subscribe();
    const late = await stage.subscribe({ postAt: "09:02" });
    const all = { method: "POST", times: Number.POSITIVE_INFINITY } as const;
    const fault = stage.standIn.inject({ ...all, action: { kind: "answer", status: 403, code: 50_001 } });
    await stage.until(at("07:02"));
    fault.remove();
    clock.slept = 0;
    await stage.until(at("07:09"));
    expect(clock.slept).toBeLessThanOrEqual(2 * 7);
    await stage.until(at("07:10:30"));
    expect(stage.texts(late.channelId)).toEqual(["daily 2026-06-25"]);
  });

  test("disables nobody: ten minutes' pause, then everybody gets the post", async () => {
    const { until, subscribe, standIn, store } = await scene("2026-06-25T06:59Z", { concurrency: 4 });
    const all = [];
    for (let count = 0; count < 60; count += 1) all.push(await subscribe());
    const fault = standIn.inject({
      method: "POST",
      times: Number.POSITIVE_INFINITY,
      action: { kind: "answer", status: 403, code: 50_001 },
    });
    await until("2026-06-25T07:05Z");
    expect(standIn.requests.length).toBeLessThan(30);
    fault.remove();
    await until("2026-06-25T07:25Z");
    expect(all.map(({ channelId }) => standIn.messages(channelId).length)).toEqual(all.map(() => 1));
    for (const { id, guildId } of all) {
      expect((await store.subscriptions.find(id))?.standing).toEqual({ state: "active" });
      expect(await store.guilds.notices(guildId)).toEqual([]);
    }
  });

  test("a small bot, of which every server refuses, waits as well, but not for ever", async () => {
    const {
      at: setTo,
      until,
      subscribe,
      standIn,
      store,
      history,
    } = await scene("2026-06-25T06:59Z", { concurrency: 1 });
    const all: Subscription[] = [];
    for (let count = 0; count < 6; count += 1) all.push(await subscribe());
    const fault = standIn.inject({
      method: "POST",
      times: Number.POSITIVE_INFINITY,
      action: { kind: "answer", status: 403, code: 50_001 },
    });
    await until("2026-06-25T07:05Z");
    for (const { id } of all) expect((await store.subscriptions.find(id))?.standing.state).toBe("active");
    await until("2026-06-25T07:50Z");
    for (const one of all) expect((await history(one))[0]).toMatchObject({ state: "rejected", fault: "no-access" });
    expect(standIn.requests.length).toBeLessThan(40);
    fault.remove();
    await setTo("2026-06-26T07:00Z");
    expect(all.map(({ channelId }) => standIn.messages(channelId).length)).toEqual(all.map(() => 1));
  });

  test("Discord away for ten minutes: few tries, one line in the log, and then every post", async () => {
    const lines: string[] = [];
    const log = createLog({ level: "info", clock: systemClock, secrets: [] }, { write: (line) => lines.push(line) });
    const { until, subscribe, standIn } = await scene("2026-06-25T06:59Z", { concurrency: 4, log });
    const all = [];
    for (let count = 0; count < 40; count += 1) all.push(await subscribe());
    const fault = standIn.inject({
      method: "POST",
      times: Number.POSITIVE_INFINITY,
      action: { kind: "answer", status: 503 },
    });
    await until("2026-06-25T07:10Z");
    expect(standIn.requests.length).toBeLessThan(100);
    fault.remove();
    await until("2026-06-25T07:25Z");
    expect(all.map(({ channelId }) => standIn.messages(channelId).length)).toEqual(all.map(() => 1));
    expect(lines.map((line) => (JSON.parse(line) as { msg: string }).msg)).toEqual([
      "Discord does not take posts: they wait, and go out once it does",
      "Discord takes posts again",
    ]);
  });
});
