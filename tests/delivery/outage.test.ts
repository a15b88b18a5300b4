import { ChannelType } from "discord-api-types/v10";
import { describe, expect, test } from "vitest";
import { INVITED_WITH } from "../../src/playground/world.ts";
import { interrupted, NO_HISTORY, WITH_HISTORY } from "./interrupted.ts";
import { joined, scene } from "./support.ts";

const at = (time: string) => Date.parse(`2026-06-25T${time}Z`);
const present = (guildId: string, channelId?: string, mayWrite = true) =>
  ({
    kind: "guild-present",
    guildId,
    roleIds: [guildId],
    channels: channelId === undefined ? [] : [{ channelId, channelKind: "text", mayWrite } as const],
  }) as const;

describe("an outage of one server", () => {
  test("holds its posts, and no others; they go out when it is present again", async () => {
    const { subscribe, delivery, until, standIn, texts, history, store } = await scene("2026-06-25T06:59Z");
    const [out, other] = [await subscribe(), await subscribe()];
    await delivery.hear({ kind: "guild-unavailable", guildId: out.guildId });
    await until(at("07:40"));
    expect(standIn.requests.map(({ path }) => path)).toEqual([`/channels/${other.channelId}/messages`]);
    const [row] = await history(out);
    expect([row?.state, row?.detail]).toEqual(["failed", "the server is unavailable: an outage of Discord's"]);
    await delivery.hear(present(out.guildId));
    await until(at("07:42"));
    expect([texts(out.channelId), texts(other.channelId)]).toEqual([["daily 2026-06-25 (late)"], ["daily 2026-06-25"]]);
    expect(await store.guilds.notices(out.guildId)).toEqual([]);
    expect((await store.subscriptions.find(out.id))?.standing).toEqual({ state: "active" });
  });

  test.each([
    [403, 50_001, 1],
    [404, 10_003, 1],
    [404, 10_004, 1],
    [400, 50_035, 2], // in its plain form, too
  ])("makes nothing of a refusal that comes with it (%i, %i)", async (status, code, asked) => {
    const { subscribe, delivery, clock, until, standIn, texts, store } = await scene("2026-06-25T06:59Z");
    const { id, guildId, channelId } = await subscribe();
    const fault = standIn.inject({ method: "POST", times: 9_999, action: { kind: "answer", status, code } });
    clock.set(at("07:00"));
    await delivery.tick();
    await fault.struck;
    await delivery.hear({ kind: "guild-unavailable", guildId }); // before the answer is read
    await delivery.idle();
    await until(at("07:20"));
    expect(standIn.requests.map((request) => request.code)).toEqual(Array<number>(asked).fill(code));
    fault.remove();
    await delivery.hear(present(guildId));
    await until(at("07:22"));
    expect(texts(channelId)).toEqual(["daily 2026-06-25 (late)"]);
    expect(await store.guilds.notices(guildId)).toEqual([]);
    expect((await store.subscriptions.find(id))?.standing).toEqual({ state: "active" });
  });

  test("holds what its admins are to be told", async () => {
    const { subscribe, delivery, until, standIn, store } = await scene("2026-06-25T08:59Z");
    const { id, guildId, channelId } = await subscribe();
    await delivery.hear({ kind: "guild-unavailable", guildId });
    await store.guilds.notify({ guildId, subscriptionId: id, channelId, fault: "automod", at: at("08:59") });
    await until(at("09:20"));
    expect(standIn.requests).toEqual([]);
    await delivery.hear(present(guildId));
    await until(at("09:22"));
    expect(standIn.messages(channelId)).toHaveLength(1);
  });

  test("that was over before a new session holds nothing", async () => {
    const { subscribe, delivery, until, texts } = await scene("2026-06-25T06:59Z");
    const { guildId, channelId } = await subscribe();
    await delivery.hear({ kind: "guild-unavailable", guildId });
    await delivery.hear({ kind: "ready", shard: 0, shards: 1, guildIds: [guildId] });
    await until(at("07:01"));
    expect(texts(channelId)).toEqual(["daily 2026-06-25"]);
  });
});

test("a server that invites the bot again in an outage gets its posts once that is over", async () => {
  const { subscribe, delivery, until, texts, store } = await scene("2026-06-25T06:00Z");
  const { guildId, channelId } = await subscribe();
  await delivery.hear({ kind: "guild-removed", guildId });
  for (const _ of ["in GUILD_CREATE", "in GUILD_DELETE"]) await delivery.hear({ kind: "guild-unavailable", guildId });
  await until(at("06:30"));
  await delivery.hear(present(guildId));
  await until(at("07:01"));
  expect(texts(channelId)).toEqual(["daily 2026-06-25"]);
  expect(await store.guilds.all()).toEqual([{ guildId, left: false }]);
});

test("a role that was deleted while the bot was out of its server is found out when it is invited again", async () => {
  const { subscribe, delivery, until, texts, store } = await scene("2026-06-25T06:00Z");
  const { id, guildId, channelId } = await subscribe({ mention: { roleId: "700000000000000001", tiers: [25] } });
  await delivery.hear({ kind: "guild-removed", guildId });
  await until(at("06:30"));
  await delivery.hear(joined(guildId));
  await until(at("07:00"));
  expect((await store.subscriptions.find(id))?.mention).toBeUndefined();
  expect(texts(channelId)).toEqual(["fault: role-gone", "daily 2026-06-25"]);
});

describe("what was mended while the process was down is asked again when the server is present", () => {
  test("a channel that refused gets today's post", async () => {
    const { subscribe, at: setTo, delivery, another, standIn, clock, texts } = await scene("2026-06-25T06:59Z");
    const { guildId, channelId } = await subscribe({}, { permissions: 0n });
    await setTo("2026-06-25T07:00Z");
    await delivery.stop();
    standIn.setPermissions(channelId, INVITED_WITH);
    clock.set(at("07:10"));
    const again = another();
    await again.hear({ kind: "ready", shard: 0, shards: 1, guildIds: [guildId] });
    await again.hear(present(guildId, channelId));
    await again.tick();
    await again.idle();
    expect(texts(channelId)).toEqual(["daily 2026-06-25"]);
  });

  test("a channel that could not be read is looked through", async () => {
    const { one, later, standIn, another, clock, history } = await interrupted(true, NO_HISTORY);
    expect((await later("2026-06-25T07:20Z"))?.state).toBe("unknown");
    standIn.setPermissions(one.channelId, WITH_HISTORY.permissions);
    clock.set("2026-06-25T08:00Z");
    const again = another();
    await again.hear({ kind: "ready", shard: 0, shards: 1, guildIds: [one.guildId] });
    await again.hear(present(one.guildId, one.channelId));
    await again.tick();
    await again.idle();
    expect((await history(one))[0]).toMatchObject({ state: "sent", detail: "found in the channel" });
  });

  test("however many sessions there are, a channel that is shown to be open and still refuses is asked as seldom as after any other news", async () => {
    const { subscribe, delivery, until, standIn } = await scene("2026-06-25T06:59Z");
    const { guildId, channelId } = await subscribe({}, { permissions: 0n });
    await until(at("07:00"));
    for (let minute = 1; minute <= 50; minute += 1) {
      await delivery.hear({ kind: "ready", shard: 0, shards: 1, guildIds: [guildId] });
      await delivery.hear(present(guildId, channelId));
      await until(at("07:00") + minute * 60_000);
    }
    expect(standIn.requests.filter(({ method }) => method === "POST")).toHaveLength(1 + 4); // at once, after 1, 5 and 15 minutes
  });
});

test("what nobody can know is told once and looked for at growing distances, however often the server comes and goes", async () => {
  const { one, later, standIn, another, clock, texts, history } = await interrupted(true, NO_HISTORY);
  standIn.write(one.channelId, standIn.addPerson(), "Good morning");
  expect((await later("2026-06-25T07:20Z"))?.state).toBe("unknown");
  const again = another();
  const round = async (minute: number) => {
    clock.set(at("07:21") + minute * 60_000);
    await again.tick();
    await again.idle();
  };
  const before = standIn.requests.length;
  for (let minute = 0; minute < 50; minute += 2) {
    await again.hear(present(one.guildId, one.channelId));
    await again.hear({ kind: "guild-unavailable", guildId: one.guildId }); // looked for while it is out: put off
    await round(minute);
    await again.hear(present(one.guildId, one.channelId));
    await round(minute + 1);
  }
  const told = () => texts(one.channelId).filter((text) => text.startsWith("fault"));
  expect(told()).toEqual(["fault: history-needed"]);
  const looks = standIn.requests.slice(before).filter(({ path }) => path === `/channels/${one.channelId}`);
  expect(looks.length).toBeGreaterThan(2);
  expect(looks.length).toBeLessThan(6); // at once, after 1, 5 and 15 minutes
  expect((await history(one))[0]?.state).toMatch(/unknown|failed/);
  standIn.setPermissions(one.channelId, WITH_HISTORY.permissions);
  await again.hear(present(one.guildId, one.channelId));
  for (let minute = 50; minute < 112; minute += 1) await round(minute);
  expect((await history(one))[0]).toMatchObject({ state: "sent", detail: "found in the channel" });
  expect(told()).toHaveLength(1);
});

test("a calendar in a thread gets its post where the channel above it is mended", async () => {
  const { subscribe, delivery, until, standIn, texts } = await scene("2026-06-25T06:59Z");
  const guildId = standIn.addGuild();
  const parentId = standIn.addChannel(guildId, { permissions: 0n });
  const type = ChannelType.PublicThread;
  const one = await subscribe({ guildId, channelKind: "thread" }, { type, parentId, permissions: 0n });
  await until(at("07:00"));
  for (const id of [parentId, one.channelId]) standIn.setPermissions(id, INVITED_WITH);
  await delivery.hear({ kind: "access-changed", guildId, channelId: parentId, channelKind: "text" });
  await until(at("07:02"));
  expect(texts(one.channelId)).toEqual(["daily 2026-06-25"]);
});
