import { describe, expect, test } from "vitest";
import { temporaryFolder } from "../support/folder.ts";
import { settingsWith, subscribed, temporaryStore } from "./support.ts";

const at = (text: string) => Date.parse(text);
const LEASE = 60_000;

describe("subscriptions", () => {
  test("come back as they were saved, with every setting", async () => {
    const store = await temporaryStore();
    const settings = settingsWith({
      channelKind: "forum",
      forumTags: ["300000000000000001"],
      mention: { roleId: "400000000000000001", tiers: [100, 25] },
      headsUpDays: 7,
      weekly: 1,
      zone: "Asia/Kathmandu",
    });
    const { subscription: saved } = await store.subscriptions.subscribe(settings, at("2026-06-25T00:00Z"));
    expect(await store.subscriptions.find(saved.id)).toEqual(saved);
    expect(saved).toMatchObject(settings);
    expect(await store.subscriptions.ofGuild(settings.guildId)).toEqual([saved]);
  });

  test("of a server that is on record as left: setting one up brings all of them back", async () => {
    const store = await temporaryStore();
    const one = await subscribed(store, {}, at("2026-06-25T06:00Z"));
    await store.guilds.left(one.guildId, at("2026-06-25T06:10Z"));
    const other = await subscribed(store, {}, at("2026-06-25T06:20Z"));
    expect(await store.guilds.all()).toEqual([{ guildId: one.guildId, left: false }]);
    for (const { id } of [one, other])
      expect((await store.subscriptions.find(id))?.nextDue?.slice(0, 16)).toBe("2026-06-25T09:00");
    expect(await store.guilds.purge(at("2026-12-01T00:00Z"))).toBe(0);
  });

  test("are first due today before their hour, in its minute, and tomorrow after it", async () => {
    const store = await temporaryStore();
    const due = async (now: string) => (await subscribed(store, {}, at(now))).nextDue?.slice(0, 16);
    expect(await due("2026-06-25T06:59:59Z")).toBe("2026-06-25T09:00");
    expect(await due("2026-06-25T07:00:59Z")).toBe("2026-06-25T09:00");
    expect(await due("2026-06-25T07:01:00Z")).toBe("2026-06-26T09:00");
  });

  test("changed to an earlier hour still get today's post, and changed after it do not get a second", async () => {
    const store = await temporaryStore();
    const changed = async (postAt: string, instant: number) =>
      (await store.subscriptions.subscribe(settingsWith({ postAt }), instant)).subscription;
    const { id } = await changed("18:00", at("2026-06-25T06:00Z"));
    const now = at("2026-06-25T10:00Z");
    const moved = await changed("09:00", now);
    expect(moved.nextDue).toBe("2026-06-25T12:00:00"); // now, in Brussels
    await store.ledger.claim([{ id, seen: true, since: now }], now, now + LEASE);
    const again = await changed("15:00", now);
    expect(again).toMatchObject({ id, nextDue: expect.stringContaining("2026-06-26T15:00") as string });
  });

  test("are one a channel, however many ask for it at once, in one process and in two", async () => {
    const path = `${temporaryFolder()}/attache.sqlite`;
    const stores = [await temporaryStore(path), await temporaryStore(path)];
    const settings = settingsWith();
    const made = await Promise.all(
      [...stores, ...stores].map((store) => store.subscriptions.subscribe(settings, 0, "3")),
    );
    const acts = await stores[0]?.audit.ofGuild(settings.guildId, 10);
    expect(acts?.filter(({ act }) => act === "set-up")).toHaveLength(1);
    expect(new Set(made.map(({ subscription }) => subscription.id)).size).toBe(1);
    expect(await stores[0]?.subscriptions.ofGuild(settings.guildId)).toHaveLength(1);
  });

  test("changed by an admin are active again, paused or refused before", async () => {
    const store = await temporaryStore();
    const now = at("2026-06-25T06:00Z");
    const { id } = (await store.subscriptions.subscribe(settingsWith(), now)).subscription;
    for (const stop of [
      () => store.subscriptions.pause(id, now),
      () => store.subscriptions.suspend(id, "channel-gone", now, undefined),
    ]) {
      await stop();
      const { subscription } = await store.subscriptions.subscribe(settingsWith(), now);
      expect(subscription).toMatchObject({ id, standing: { state: "active" } });
      expect(await store.subscriptions.find(id)).toEqual(subscription);
      expect(subscription.nextDue?.slice(0, 16)).toBe("2026-06-25T09:00");
    }
  });

  test("pause, resume, suspend and recover", async () => {
    const store = await temporaryStore();
    const now = at("2026-06-25T06:00Z");
    const { id, channelId } = await subscribed(store, {}, now);
    await store.subscriptions.pause(id, now);
    expect(await store.subscriptions.find(id)).toMatchObject({ standing: { state: "paused" }, nextDue: undefined });
    await store.subscriptions.suspend(id, "no-access", now, undefined);
    expect((await store.subscriptions.find(id))?.standing.state).toBe("paused");
    await store.subscriptions.resume(id, now);
    await store.subscriptions.suspend(id, "no-access", now, "2026-06-26T09:00:10");
    expect(await store.subscriptions.find(id)).toMatchObject({
      standing: { state: "suspended", fault: "no-access", refusals: 1 },
      nextDue: "2026-06-26T09:00:10",
    });
    await store.subscriptions.recover({ id, channelId: "1" }, now); // one that it has left
    expect((await store.subscriptions.find(id))?.standing.state).toBe("suspended");
    await store.subscriptions.recover({ id, channelId }, now);
    expect((await store.subscriptions.find(id))?.standing).toEqual({ state: "active" });
  });
});

describe("the ledger", () => {
  test("moves a subscription's next post on, never back, whatever claims come late or twice", async () => {
    const store = await temporaryStore();
    const { id } = await subscribed(store, {}, at("2026-06-25T06:00Z"));
    const claim = async (now: string) => {
      const rows = await store.ledger.claim([{ id, seen: true, since: at(now) }], at(now), at(now) + LEASE);
      return rows.map(({ localDate }) => localDate);
    };
    const nextDue = async () => (await store.subscriptions.find(id))?.nextDue?.slice(0, 16);
    expect(await claim("2026-06-27T07:00:59Z")).toEqual(["2026-06-27"]);
    expect(await nextDue()).toBe("2026-06-28T09:00");
    expect(await claim("2026-06-25T07:00:59Z")).toEqual([]); // another process, days behind
    expect(await claim("2026-06-27T07:00:59Z")).toEqual([]);
    expect(await nextDue()).toBe("2026-06-28T09:00");
    await store.subscriptions.pause(id, at("2026-06-27T08:00Z"));
    expect(await claim("2026-06-28T07:00:59Z")).toEqual([]);
    expect(await nextDue()).toBeUndefined();
  });

  test("finds what is due by zone, and no zone that has nothing to post", async () => {
    const store = await temporaryStore();
    const now = at("2026-06-25T00:00Z");
    const zones = ["Europe/Brussels", "Asia/Kolkata", "America/New_York", "Asia/Kolkata"];
    const made = [];
    for (const zone of zones) made.push(await subscribed(store, { zone }, now));
    await store.subscriptions.pause(made[2]?.id ?? "", now);
    expect(await store.ledger.zones()).toEqual(["Asia/Kolkata", "Europe/Brussels"]);
    const zone = settingsWith({ zone: "Asia/Kolkata" }).zone;
    expect(await store.ledger.due(zone, "2026-06-25T08:59:59")).toEqual([]);
    const due = await store.ledger.due(zone, "2026-06-25T09:00:59");
    expect(new Set(due.map((row) => row.id))).toEqual(new Set([made[1]?.id, made[3]?.id]));
    expect(await store.ledger.waiting(zone, "2026-06-25T08:59:59")).toBeUndefined();
    const [since] = due.map(({ nextDue }) => nextDue).toSorted();
    expect(await store.ledger.waiting(zone, "2026-06-25T09:00:59")).toEqual({ posts: 2, since });
  });

  test("gives a row to one claimer alone, and takes it up again only after the lease", async () => {
    const path = `${temporaryFolder()}/attache.sqlite`;
    const [one, two] = [await temporaryStore(path), await temporaryStore(path)];
    const now = at("2026-06-25T07:00:59Z");
    const { id } = await subscribed(one, {}, now);
    const turns = [{ id, seen: true, since: now }];
    const [first, second] = await Promise.all([
      one.ledger.claim(turns, now, now + LEASE),
      two.ledger.claim(turns, now, now + LEASE),
    ]);
    expect(first.length + second.length).toBe(1);
    expect(await two.ledger.reclaim(now + LEASE - 1, now + 2 * LEASE, 10, [])).toEqual([]);
    const later = now + LEASE;
    const [a, b] = await Promise.all([
      one.ledger.reclaim(later, later + LEASE, 10, []),
      two.ledger.reclaim(later, later + LEASE, 10, []),
    ]);
    expect(a.length + b.length).toBe(1);
    expect([...a, ...b][0]).toMatchObject({ attempts: 2, uncertainSince: now, claimedAt: later });
    const old = [...first, ...second][0];
    if (old === undefined) throw new Error("nobody claimed");
    expect(await one.ledger.settle(old, { state: "sent", messageId: "1" }, later)).toBe(false);
    expect(await one.ledger.history(old.subscriptionId, 1)).toMatchObject([{ key: old.key, state: "claimed" }]);
  });

  test("a failure of known fate leaves no uncertainty behind; an unknown one keeps its first instant", async () => {
    const store = await temporaryStore();
    const now = at("2026-06-25T07:00:59Z");
    const { id } = await subscribed(store, {}, now);
    const [row] = await store.ledger.claim([{ id, seen: true, since: now }], now, now + LEASE);
    if (row === undefined) throw new Error("not claimed");
    await store.ledger.settle(row, { state: "failed", wakeAt: now + 5, uncertainSince: undefined, detail: "503" }, now);
    expect(await store.ledger.nextWake([])).toBe(now + 5);
    const [again] = await store.ledger.reclaim(now + 5, now + LEASE, 1, []);
    expect(again).toMatchObject({ attempts: 2, uncertainSince: undefined });
    await store.ledger.settle(
      again as never,
      { state: "failed", wakeAt: now + 9, uncertainSince: now, detail: "500" },
      now,
    );
    expect((await store.ledger.reclaim(now + 9, now + LEASE, 1, []))[0]?.uncertainSince).toBe(now);
  });
});

describe("servers", () => {
  test("left: nothing is due; back: as it was; after the grace: every row is gone", async () => {
    const store = await temporaryStore();
    const now = at("2026-06-25T06:00Z");
    const { guildId } = settingsWith();
    const kept = await subscribed(store, {}, now);
    const paused = await subscribed(store, {}, now);
    await store.subscriptions.pause(paused.id, now);
    await store.guilds.left(guildId, now);
    expect(await store.ledger.zones()).toEqual([]);
    expect(await store.guilds.purge(now)).toBe(0);
    expect(await store.guilds.joined(guildId, now + 1000)).toBe(true);
    expect(await store.subscriptions.find(kept.id)).toEqual(kept);
    expect((await store.subscriptions.find(paused.id))?.standing.state).toBe("paused");
    await store.guilds.left(guildId, now);
    expect(await store.guilds.purge(now + 1)).toBe(1);
    expect(await store.subscriptions.find(kept.id)).toBeUndefined();
    expect(await store.guilds.all()).toEqual([]);
  });

  test("notices wait until somebody has been told, each fault once, until it is mended", async () => {
    const store = await temporaryStore();
    const { id, guildId, channelId } = await subscribed(store, {}, 0);
    for (const now of [1, 2])
      await store.guilds.notify({ guildId, subscriptionId: id, channelId, fault: "no-access", at: now });
    expect(await store.guilds.notices(guildId)).toEqual([
      { guildId, subscriptionId: id, channelId, fault: "no-access", at: 1 },
    ]);
    await store.guilds.told(id, "no-access");
    expect(await store.guilds.notices(guildId)).toEqual([]);
    await store.guilds.notify({ guildId, subscriptionId: id, channelId, fault: "no-access", at: 3 });
    expect([...(await store.guilds.notices(guildId)), ...(await store.guilds.untold(9, 9))]).toEqual([]);
    await store.guilds.withdraw({ id, channelId }, ["no-access"]);
    await store.guilds.notify({ guildId, subscriptionId: id, channelId, fault: "no-access", at: 4 });
    expect((await store.guilds.untold(9, 9)).map(({ at: since }) => since)).toEqual([4]);
    await store.guilds.withdraw({ id, channelId }, ["no-access"], 4);
    expect(await store.guilds.notices(guildId)).toHaveLength(1);
    await store.guilds.withdraw({ id, channelId }, ["no-access"], 5);
    expect(await store.guilds.notices(guildId)).toEqual([]);
  });

  test("the place of the last /setup is kept, also before there is a subscription", async () => {
    const store = await temporaryStore();
    expect(await store.guilds.adminPlaces("100000000000000001")).toEqual([]);
    await store.guilds.setupUsedIn("100000000000000001", "200000000000000009", "fr");
    const place = { channelId: "200000000000000009", locale: "fr" };
    expect(await store.guilds.adminPlaces("100000000000000001")).toEqual([place]);
    await subscribed(store, {}, 0);
    expect(await store.guilds.adminPlaces("100000000000000001")).toEqual([place]);
  });
});
