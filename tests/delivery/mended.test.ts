import { PermissionFlagsBits } from "discord-api-types/v10";
import { describe, expect, test } from "vitest";
import type { Subscription } from "../../src/delivery/subscription.ts";
import { INVITED_WITH } from "../../src/playground/world.ts";
import type { Store } from "../../src/ports.ts";
import { type Scene, scene } from "./support.ts";

const MINUTE = 60_000;
const DAY = 86_400_000;
const day = (number: number, time = "07:00") => Date.parse(`2026-06-25T${time}Z`) + number * DAY;

/** A channel that has refused for so long that it is probed once a week: on the days 7, 14 and 21. */
async function probedWeekly() {
  const stage = await scene("2026-06-25T06:00Z");
  const one = await stage.subscribe({}, { permissions: 0n });
  for (let number = 0; number <= 7; number += 1) await stage.at(day(number));
  const mend = async () => {
    stage.standIn.setPermissions(one.channelId, INVITED_WITH);
    await stage.delivery.hear({ kind: "access-changed", guildId: one.guildId, channelId: one.channelId });
  };
  return { ...stage, one, mend };
}

describe("a channel that was probed weekly and whose permissions are mended gets its post", () => {
  test("that day and the next, where the last probe was the same day", async () => {
    const { at, mend, one, texts } = await probedWeekly();
    await mend();
    await at(day(7, "07:30"));
    await at(day(8));
    expect(texts(one.channelId)).toEqual(["daily 2026-07-02 (late)", "daily 2026-07-03"]);
  });

  test("that day, where there was no probe", async () => {
    const { at, mend, one, texts } = await probedWeekly();
    await at(day(9, "08:00"));
    await mend();
    await at(day(9, "08:01"));
    await at(day(10));
    expect(texts(one.channelId)).toEqual(["daily 2026-07-04 (late)", "daily 2026-07-05"]);
  });
});

test("a channel of which half is mended is known by what is wrong with it now, and only that is told", async () => {
  const { ViewChannel } = PermissionFlagsBits;
  const { at, subscribe, store, standIn, delivery } = await scene("2026-06-25T06:00Z");
  const one = await subscribe({}, { permissions: 0n });
  const { id, guildId, channelId } = one;
  const faults = async () => [
    (await store.subscriptions.find(id))?.standing,
    (await store.guilds.notices(guildId)).map(({ fault }) => fault),
  ];
  await at(day(0));
  expect(await faults()).toEqual([{ state: "active", refused: { since: day(0), fault: "no-access" } }, ["no-access"]]);
  standIn.setPermissions(channelId, ViewChannel);
  await delivery.hear({ kind: "access-changed", guildId, channelId });
  await at(day(0, "07:05"));
  const refused = { since: day(0), fault: "no-permission" };
  expect(await faults()).toEqual([{ state: "active", refused }, ["no-permission"]]);
  await at(day(1));
  expect(await faults()).toMatchObject([{ state: "suspended", fault: "no-permission" }, ["no-permission"]]);
});

describe("an admin who mends it and says so gets today's post", () => {
  /** Refused at 09:00 in Brussels, and mended. */
  async function mended(settings: Parameters<Scene["subscribe"]>[0] = {}) {
    const stage = await scene("2026-06-25T06:00Z");
    const one = await stage.subscribe(settings, { permissions: 0n });
    await stage.at(day(0));
    stage.standIn.setPermissions(one.channelId, INVITED_WITH);
    return { ...stage, one };
  }

  test.each([
    ["resumes it", ({ id }: Subscription, { subscriptions }: Store, now: number) => subscriptions.resume(id, now)],
    [
      "uses /setup again",
      async (one: Subscription, { subscriptions }: Store, now: number) =>
        void (await subscriptions.subscribe(one, now)),
    ],
  ])("%s: inside the window it goes out, late, and the next day's as usual", async (_, again) => {
    const { at, one, store, clock, texts } = await mended();
    clock.set(day(0, "09:30"));
    await again(one, store, clock.now());
    await at(day(0, "09:31"));
    await at(day(1));
    expect(texts(one.channelId)).toEqual(["daily 2026-06-25 (late)", "daily 2026-06-26"]);
  });

  test("outside the window it does not, and the ledger still says why", async () => {
    const { at, one, store, clock, texts, history } = await mended({ lateWindow: 60 });
    clock.set(day(0, "09:30"));
    await store.subscriptions.resume(one.id, clock.now());
    await at(day(0, "09:31"));
    expect(texts(one.channelId)).toEqual([]);
    expect((await history(one))[0]).toMatchObject({ state: "rejected", fault: "no-access" });
    await at(day(1));
    expect(texts(one.channelId)).toEqual(["daily 2026-06-26"]);
  });
});

describe("a channel that refuses while an admin moves roles about", () => {
  test("is asked once more at once, after 1, 5 and 15 minutes, and then once an hour at most, however many roles change", async () => {
    const { until, subscribe, standIn, delivery } = await scene("2026-06-25T06:59Z");
    const { guildId, channelId } = await subscribe({}, { permissions: 0n });
    const asked: number[] = [];
    const count = () => standIn.requests.filter(({ path }) => path.includes(channelId)).length;
    await until(day(0));
    expect(count()).toBe(1);
    await delivery.hear({ kind: "access-changed", guildId });
    await delivery.idle();
    expect(count()).toBe(2);
    for (let minute = 1; minute <= 210; minute += 1) {
      for (let role = 0; role < 3; role += 1) await delivery.hear({ kind: "access-changed", guildId });
      const before = count();
      await until(day(0) + minute * MINUTE);
      if (count() > before) asked.push(minute);
      expect(count() - before).toBeLessThanOrEqual(1);
    }
    expect(asked).toEqual([1, 6, 21, 81, 141, 201]);
  });

  test.each(["access-changed", "guild-heard-from"] as const)(
    "and gets its post a minute later, where half of it was mended at first (%s)",
    async (kind) => {
      const { until, subscribe, standIn, delivery, texts } = await scene("2026-06-25T06:59Z");
      const { guildId, channelId } = await subscribe({}, { permissions: 0n });
      await until(day(0));
      standIn.setPermissions(channelId, PermissionFlagsBits.ViewChannel);
      await delivery.hear({ kind, guildId });
      await until(day(0, "07:01"));
      standIn.setPermissions(channelId, INVITED_WITH);
      await delivery.hear({ kind, guildId });
      expect(texts(channelId)).toEqual([]);
      await until(day(0, "07:03"));
      expect(texts(channelId)).toEqual(["daily 2026-06-25"]);
    },
  );

  test.each([
    ["before midnight, where the next turn would come after it", { postAt: "21:00" }, "21:58:00"],
    ["before its window for late posts is over", { postAt: "21:00", lateWindow: 160 }, "21:38:00"],
  ])("is asked once more %s", async (_, settings, last) => {
    const { until, subscribe, standIn, delivery, texts } = await scene("2026-06-25T18:59Z");
    const { guildId, channelId } = await subscribe(settings, { permissions: 0n });
    await until(day(0, "19:00"));
    for (const minute of ["21:01", "21:02", "21:07", "21:22"]) {
      await until(day(0, minute));
      await delivery.hear({ kind: "access-changed", guildId });
    }
    await until(day(0, "21:25"));
    standIn.setPermissions(channelId, INVITED_WITH);
    await delivery.hear({ kind: "access-changed", guildId });
    await until(day(0, last) - 1_000);
    expect(texts(channelId)).toEqual([]);
    await until(day(0, last) + MINUTE);
    expect(texts(channelId)).toEqual(["daily 2026-06-25 (late)"]);
  });

  test("a second refusal suspends it only when it comes an hour after the first", async () => {
    const { until, subscribe, delivery, store } = await scene("2026-06-25T06:59Z");
    const { id, guildId } = await subscribe({}, { permissions: 0n });
    const standing = async () => (await store.subscriptions.find(id))?.standing.state;
    for (const minute of ["07:20", "07:30", "07:40", "07:55", "08:10"]) {
      await until(day(0, minute));
      expect(await standing()).toBe("active");
      await delivery.hear({ kind: "access-changed", guildId });
    }
    await until(day(0, "08:54"));
    expect(await standing()).toBe("active");
    await until(day(0, "08:56"));
    expect(await standing()).toBe("suspended");
  });
});
