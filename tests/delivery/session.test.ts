import { ChannelType } from "discord-api-types/v10";
import { describe, expect, test } from "vitest";
import { whoIsDue } from "../../src/delivery/round.ts";
import type { Subscription } from "../../src/delivery/subscription.ts";
import { INVITED_WITH } from "../../src/playground/world.ts";
import { mostInASecond } from "../support/rate.ts";
import { type Scene, scene } from "./support.ts";

const DAY = 86_400_000;
const day = (number: number, time = "07:00") => Date.parse(`2026-06-25T${time}Z`) + number * DAY;

/** The news of a new session: the server as it was, and what it shows of the calendar's channel. */
function present({ guildId, channelId }: Subscription, mayWrite: boolean | "not shown") {
  const shown = mayWrite === "not shown" ? [] : [{ channelId, channelKind: "text", mayWrite } as const];
  return { kind: "guild-present", guildId, roleIds: [guildId], channels: shown } as const;
}

const refusedRequests = ({ standIn }: Scene) => standIn.requests.filter(({ status }) => status === 403);

/** Days on which it was asked every day, then one on which it is asked once a week: the next time on day 14. */
async function probedWeekly(settings: Parameters<Scene["subscribe"]>[0] = {}, channel: object = {}) {
  const stage = await scene("2026-06-25T06:00Z");
  const one = await stage.subscribe(settings, { ...channel, permissions: 0n });
  for (let number = 0; number <= 7; number += 1) await stage.at(day(number));
  return { ...stage, one };
}

describe("a new session, after which all is as it was", () => {
  test("asks no dead channel a second time that day, though there are four of them, each in a process of its own", async () => {
    const stage = await scene("2026-06-25T06:59Z");
    const dead: Subscription[] = [];
    for (let count = 0; count < 4; count += 1) dead.push(await stage.subscribe({}, { permissions: 0n }));
    for (let count = 0; count < 20; count += 1) await stage.subscribe();
    await stage.until("2026-06-25T07:30Z");
    expect(refusedRequests(stage)).toHaveLength(dead.length);
    await stage.delivery.stop();
    for (const time of ["10:00", "13:00", "16:00", "19:00"]) {
      stage.clock.set(day(0, time));
      const again = stage.another();
      for (const one of dead) await again.hear(present(one, false));
      await again.tick();
      await again.idle();
      await again.stop();
    }
    expect(refusedRequests(stage)).toHaveLength(dead.length);
  });

  test("brings one that is asked once a week, and shown to be closed, not forward", async () => {
    const { one, delivery, store } = await probedWeekly();
    await delivery.hear(present(one, false));
    expect((await store.subscriptions.find(one.id))?.nextDue).toMatch(/^2026-07-09/);
  });
});

describe("what was mended while the process was down", () => {
  test("and is shown to be open gets today's post, also where it was to be asked a week later", async () => {
    const { one, delivery, standIn, at, texts } = await probedWeekly();
    await at(day(8, "06:00"));
    standIn.setPermissions(one.channelId, INVITED_WITH);
    await delivery.hear(present(one, true));
    await at(day(8));
    expect(texts(one.channelId)).toEqual(["daily 2026-07-03"]);
  });

  test("and is not shown, a thread, gets the next date's post, and is not asked before it", async () => {
    const stage = await scene("2026-06-25T06:00Z");
    const guildId = stage.standIn.addGuild();
    const parentId = stage.standIn.addChannel(guildId, { permissions: 0n });
    const type = ChannelType.PublicThread;
    const one = await stage.subscribe({ guildId, channelKind: "thread" }, { type, parentId, permissions: 0n });
    for (let number = 0; number <= 7; number += 1) await stage.at(day(number));
    const before = stage.standIn.requests.length;
    for (const id of [parentId, one.channelId]) stage.standIn.setPermissions(id, INVITED_WITH);
    await stage.delivery.hear(present(one, "not shown"));
    await stage.at(day(7, "12:00"));
    expect(stage.standIn.requests).toHaveLength(before);
    await stage.at(day(8));
    expect(stage.texts(one.channelId)).toEqual(["daily 2026-07-03"]);
  });
});

describe("what has refused", () => {
  /** So many channels that have refused on two days, and one that takes posts, all due at 09:00. */
  async function crowd(dead: number) {
    const stage = await scene("2026-06-25T06:59Z", { pace: 40 });
    for (let count = 0; count < dead; count += 1) {
      const { id, channelId } = await stage.subscribe({}, { permissions: 0n });
      await stage.store.subscriptions.suspend(id, "no-access", stage.clock.now(), "2026-06-25T09:00:00", channelId);
    }
    return stage;
  }

  test("is asked behind all others, nine at once and then one a second", async () => {
    const stage = await crowd(90);
    for (let count = 0; count < 100; count += 1) await stage.subscribe();
    await stage.until("2026-06-25T07:05Z");
    const statuses = stage.standIn.requests.map(({ status }) => status);
    expect(statuses.lastIndexOf(200)).toBe(99);
    const asked = refusedRequests(stage).map(({ at }) => at);
    expect(asked).toHaveLength(90);
    expect(mostInASecond(asked)).toBeLessThan(10);
    const [first = 0, last = 0] = [asked[0], asked.at(-1)];
    expect(last - first).toBeGreaterThan(75_000);
  });

  test("comes in another order on each date: where a window has no room for all, it is not always the same ones that are left out", async () => {
    const stage = await scene("2026-06-25T06:59Z");
    const dead: Subscription[] = [];
    for (let count = 0; count < 100; count += 1) dead.push(await stage.subscribe({}, { permissions: 0n }));
    const lastOn = async (date: string): Promise<readonly string[]> => {
      for (const { id, channelId } of dead)
        await stage.store.subscriptions.suspend(id, "no-access", 0, `${date}T09:00:00`, channelId);
      const turns = await whoIsDue(stage, 30, Date.parse(`${date}T07:00Z`));
      expect(turns.every(({ at }) => at >= Date.parse(`${date}T07:00Z`) && at < Date.parse(`${date}T07:00:30Z`))).toBe(
        true,
      );
      return turns
        .toSorted((one, other) => one.at - other.at)
        .slice(-30)
        .map(({ id }) => id);
    };
    const days = [await lastOn("2026-06-25"), await lastOn("2026-06-26"), await lastOn("2026-06-27")];
    expect(days.map((last) => last.length)).toEqual([30, 30, 30]);
    expect(days[0]?.filter((id) => days[1]?.includes(id) && days[2]?.includes(id)).length).toBeLessThan(15);
    expect(await lastOn("2026-06-25")).toEqual(days[0]);
  });

  test("waits behind a post that is due while it waits itself", async () => {
    const stage = await crowd(200);
    const later = await stage.subscribe({ postAt: "09:01" });
    await stage.until("2026-06-25T07:01:01Z");
    expect(stage.texts(later.channelId)).toEqual(["daily 2026-06-25"]);
    expect(refusedRequests(stage).length).toBeLessThan(80);
  });

  test("and is shown to be open in many servers at once is asked one a second as well", async () => {
    const stage = await scene("2026-06-25T06:59Z");
    const dead: Subscription[] = [];
    for (let count = 0; count < 40; count += 1) {
      const one = await stage.subscribe({ postAt: "08:59" }, { permissions: 0n });
      await stage.store.subscriptions.suspend(one.id, "no-access", 0, "2026-06-25T08:59:00", one.channelId);
      dead.push(one);
    }
    await stage.until("2026-06-25T07:05Z");
    const before = refusedRequests(stage).length;
    expect(before).toBe(40);
    for (const one of dead) await stage.delivery.hear(present(one, true));
    for (let second = 0; second < 50; second += 1) {
      stage.clock.advance(1_000);
      await stage.still();
    }
    const asked = refusedRequests(stage)
      .slice(before)
      .map(({ at }) => at);
    expect(asked).toHaveLength(40);
    expect(mostInASecond(asked)).toBeLessThan(10);
    expect((asked.at(-1) ?? 0) - (asked[0] ?? 0)).toBeGreaterThanOrEqual(30_000);
  });
});
