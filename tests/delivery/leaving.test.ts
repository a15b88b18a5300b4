import SQLite from "better-sqlite3";
import { describe, expect, test } from "vitest";
import type { Store } from "../../src/ports.ts";
import { temporaryStore } from "../store/support.ts";
import { temporaryFolder } from "../support/folder.ts";
import { joined, scene, steady } from "./support.ts";

const DAY = 86_400_000;

describe("a server that the bot leaves", () => {
  test("gets nothing more at once; back within the grace everything is as it was; after it every row is gone", async () => {
    const { at, subscribe, delivery, store, texts, standIn, clock } = await scene("2026-06-25T06:00Z");
    const one = await subscribe();
    const other = await subscribe();
    await at("2026-06-25T07:00Z");
    await delivery.hear({ kind: "guild-removed", guildId: one.guildId });
    await at("2026-06-26T07:00Z");
    expect(texts(one.channelId)).toEqual(["daily 2026-06-25"]);
    expect(texts(other.channelId)).toEqual(["daily 2026-06-25", "daily 2026-06-26"]);
    clock.set("2026-06-27T06:00Z");
    await delivery.hear(joined(one.guildId));
    await at("2026-06-27T07:00Z");
    expect(texts(one.channelId)).toEqual(["daily 2026-06-25", "daily 2026-06-27"]);
    expect(await store.subscriptions.find(one.id)).toMatchObject({ ...one, nextDue: expect.any(String) as string });
    await delivery.hear({ kind: "guild-removed", guildId: one.guildId });
    await at(Date.parse("2026-06-27T07:00Z") + 29 * DAY);
    expect(await store.subscriptions.find(one.id)).toBeDefined();
    await steady(at, Date.parse("2026-06-27T07:00Z") + 29 * DAY);
    expect(await store.subscriptions.find(one.id)).toBeDefined();
    await steady(at, Date.parse("2026-06-27T07:00Z") + 31 * DAY);
    expect(await store.subscriptions.find(one.id)).toBeUndefined();
    expect(await store.guilds.all()).toEqual([{ guildId: other.guildId, left: false }]);
    expect(standIn.messages(one.channelId).length).toBe(2);
  });

  test("is found out at READY, shard by shard; an outage is not a removal", async () => {
    const { subscribe, delivery, store } = await scene("2026-06-25T06:00Z");
    const all = [];
    for (let count = 0; count < 8; count += 1) all.push((await subscribe()).guildId);
    const shardOf = (guildId: string) => Number((BigInt(guildId) >> 22n) % 2n);
    const [gone] = all.filter((guildId) => shardOf(guildId) === 0);
    const present = all.filter((guildId) => shardOf(guildId) === 0 && guildId !== gone);
    await delivery.hear({ kind: "ready", shard: 0, shards: 2, guildIds: present });
    expect((await store.guilds.all()).filter(({ left }) => left)).toEqual([{ guildId: gone, left: true }]);
    await delivery.hear({ kind: "ready", shard: 0, shards: 2, guildIds: [...present, gone ?? ""] });
    expect((await store.guilds.all()).filter(({ left }) => left)).toEqual([]);
  });

  test("and that is set up again, though its coming back was not heard, is served and not deleted", async () => {
    const { at, subscribe, delivery, store, texts, clock } = await scene("2026-06-25T06:00Z");
    const one = await subscribe();
    await at("2026-06-25T07:00Z");
    await delivery.hear({ kind: "guild-removed", guildId: one.guildId });
    clock.set("2026-06-26T06:00Z");
    await delivery.hear({ kind: "guild-heard-from", guildId: one.guildId });
    const other = await subscribe({ guildId: one.guildId });
    await at("2026-06-26T07:00Z");
    for (const { channelId } of [one, other]) expect(texts(channelId)).toContain("daily 2026-06-26");
    await steady(at, Date.parse("2026-06-26T07:00Z") + 31 * DAY);
    expect(await store.guilds.all()).toEqual([{ guildId: one.guildId, left: false }]);
  });

  test("keeps every row through a clock that is a year ahead for a moment, now or at the start of the process", async () => {
    const stage = await scene("2026-06-25T06:00Z");
    const { at, subscribe, delivery, store, another } = stage;
    const [away, ended] = [await subscribe(), await subscribe()];
    await at("2026-06-25T07:00Z");
    await delivery.hear({ kind: "guild-removed", guildId: away.guildId });
    await store.subscriptions.end(ended.id, stage.clock.now(), "100000000000000009");
    const { guildId } = ended;
    const kept = async () => [
      await store.subscriptions.find(away.id),
      (await store.ledger.history(away.id, 9)).length,
      (await store.ledger.history(ended.id, 9)).length,
      (await store.audit.ofGuild(guildId, 9)).length,
    ];
    const before = await kept();
    await steady(at, Date.parse("2026-06-25T08:00Z"));
    await at("2027-06-25T10:00Z");
    await at("2027-06-25T10:14Z");
    await at("2026-06-25T10:00Z");
    stage.clock.set("2027-06-25T10:00Z");
    const restarted = another();
    await restarted.tick();
    await restarted.idle();
    await steady(at, Date.parse("2026-06-25T11:00Z"));
    expect(await kept()).toEqual(before);
  });

  test("has no post of its own under way sent again after it left", async () => {
    const { at, subscribe, delivery, standIn } = await scene("2026-06-25T06:00Z");
    const { guildId, channelId } = await subscribe();
    standIn.inject({ method: "POST", action: { kind: "answer", status: 503 } });
    await at("2026-06-25T07:00Z");
    await delivery.hear({ kind: "guild-removed", guildId });
    await at("2026-06-25T07:10Z");
    await at("2026-06-25T08:10Z");
    expect(standIn.messages(channelId)).toEqual([]);
    expect(standIn.requests.length).toBe(1);
  });
});

describe("news of leaving that cross with other things", () => {
  test("a removal that could not be written is written before the next post there, and nothing is tried in a hurry", async () => {
    const store = await temporaryStore();
    let writable = false;
    let claims = 0;
    const unwritable: Store = {
      ...store,
      guilds: {
        ...store.guilds,
        left: (...about) => (writable ? store.guilds.left(...about) : Promise.reject(new Error("disk full"))),
      },
      ledger: {
        ...store.ledger,
        reclaim: (...about) => {
          claims += 1;
          return store.ledger.reclaim(...about);
        },
      },
    };
    const { until, subscribe, delivery, standIn } = await scene("2026-06-25T06:58Z", { store: unwritable });
    const { guildId } = await subscribe();
    await delivery.hear({ kind: "guild-removed", guildId });
    await until("2026-06-25T07:05Z");
    expect(standIn.requests).toEqual([]);
    expect(claims).toBeLessThanOrEqual(30);
    writable = true;
    await until("2026-06-25T07:08Z");
    expect(await store.guilds.all()).toEqual([{ guildId, left: true }]);
    expect(standIn.requests).toEqual([]);
  });

  test("what waits for its turn to go there is not sent any more; back, it is", async () => {
    const oneInTwoSeconds = { pace: 0.5 };
    const { subscribe, delivery, clock, until, texts, standIn } = await scene("2026-06-25T06:59Z", oneInTwoSeconds);
    const all = [await subscribe(), await subscribe(), await subscribe()];
    const first = standIn.inject({ method: "POST", action: { kind: "hold" } });
    clock.set("2026-06-25T07:00Z");
    await delivery.tick();
    await first.struck;
    for (const { guildId } of all) await delivery.hear({ kind: "guild-removed", guildId });
    first.release();
    for (const instant of ["2026-06-25T07:00:02Z", "2026-06-25T07:00:04Z"]) {
      clock.set(instant); // the next one's turn
      await new Promise((resolve) => setImmediate(resolve));
    }
    await until("2026-06-25T07:05Z");
    expect(all.flatMap(({ channelId }) => texts(channelId)).length).toBe(1);
    for (const { guildId } of all) await delivery.hear(joined(guildId));
    await until("2026-06-25T07:10Z");
    expect(all.map(({ channelId }) => texts(channelId).length)).toEqual([1, 1, 1]);
  });

  test("a refusal that arrives after the bot left puts nothing on a day to come", async () => {
    const { at, subscribe, delivery, standIn, clock, store } = await scene("2026-06-25T06:00Z");
    const { id, guildId, channelId } = await subscribe({}, { permissions: 0n });
    await at("2026-06-25T07:00Z");
    const answer = standIn.inject({ path: new RegExp(channelId), action: { kind: "hold" } });
    clock.set("2026-06-26T07:00Z");
    await delivery.tick();
    await answer.struck;
    await delivery.hear({ kind: "guild-removed", guildId });
    answer.release();
    await delivery.idle();
    expect((await store.subscriptions.find(id))?.nextDue).toBeUndefined();
    const before = standIn.requests.length;
    for (let day = 2; day < 10; day += 1) await at(Date.parse("2026-06-25T07:00Z") + day * DAY);
    expect(standIn.requests.length).toBe(before);
  });

  test("one subscription that cannot be read keeps no other server from coming back", async () => {
    const path = `${temporaryFolder()}/attache.sqlite`;
    const { at, subscribe, delivery, store, texts } = await scene("2026-06-25T06:00Z", {
      store: await temporaryStore(path),
    });
    const all = [await subscribe(), await subscribe(), await subscribe()];
    for (const { guildId } of all) await delivery.hear({ kind: "guild-removed", guildId });
    const [, broken] = all;
    const other = new SQLite(path);
    other.prepare("update subscription set settings = '{}' where id = ?").run(broken?.id);
    other.close();
    await delivery.hear({ kind: "ready", shard: 0, shards: 1, guildIds: all.map(({ guildId }) => guildId) });
    for (const { guildId } of all) await delivery.hear({ kind: "access-changed", guildId });
    expect((await store.guilds.all()).filter(({ left }) => left)).toEqual([]);
    await at("2026-06-25T07:00Z");
    const [daily, told] = ["daily 2026-06-25", "fault: settings-unreadable"];
    expect(all.map(({ channelId }) => texts(channelId))).toEqual([[daily], [told], [daily]]);
  });
});

describe("what an admin deletes", () => {
  test("the role to mention, while the bot was away: found out when the server comes back, and told", async () => {
    const { at, subscribe, delivery, texts, store } = await scene("2026-06-25T06:00Z");
    const [gone, kept] = ["700000000000000001", "700000000000000002"];
    const one = await subscribe({ mention: { roleId: gone, tiers: [25] } });
    const other = await subscribe({ mention: { roleId: kept, tiers: [25] } });
    for (const { guildId } of [one, other])
      await delivery.hear({ kind: "guild-present", guildId, roleIds: [guildId, kept], channels: [] });
    expect((await store.subscriptions.find(one.id))?.mention).toBeUndefined();
    expect((await store.subscriptions.find(other.id))?.mention).toEqual({ roleId: kept, tiers: [25] });
    await at("2026-06-25T07:00Z");
    await at("2026-06-25T07:02Z");
    expect(texts(one.channelId).toSorted()).toEqual(["daily 2026-06-25", "fault: role-gone"]);
    expect(texts(other.channelId)).toEqual([`<@&${kept}>|daily 2026-06-25`]);
  });

  test("a channel: no more requests to it, the admins are told", async () => {
    const { at, subscribe, delivery, standIn, store } = await scene("2026-06-25T06:00Z");
    const { id, guildId, channelId } = await subscribe();
    standIn.deleteChannel(channelId);
    await delivery.hear({ kind: "channel-deleted", guildId, channelId });
    for (let day = 0; day < 10; day += 1) await at(Date.parse("2026-06-25T07:00Z") + day * DAY);
    expect(standIn.requests).toEqual([]);
    expect(await store.subscriptions.find(id)).toMatchObject({
      standing: { state: "suspended", fault: "channel-gone" },
    });
    expect((await store.guilds.notices(guildId)).map(({ fault }) => fault)).toEqual(["channel-gone"]);
  });

  test("the role to mention: posts go on without it, and the channel is told", async () => {
    const { at, subscribe, delivery, standIn, texts, store } = await scene("2026-06-25T06:00Z");
    const roleId = "700000000000000001";
    const { id, guildId, channelId } = await subscribe({ mention: { roleId, tiers: [25] } });
    await delivery.hear({ kind: "role-deleted", guildId, roleId });
    await at("2026-06-25T07:00Z");
    await at("2026-06-25T07:02Z");
    expect((await store.subscriptions.find(id))?.mention).toBeUndefined();
    expect(texts(channelId).toSorted()).toEqual(["daily 2026-06-25", "fault: role-gone"]);
    expect(JSON.stringify(standIn.messages(channelId))).not.toContain(roleId);
  });
});
