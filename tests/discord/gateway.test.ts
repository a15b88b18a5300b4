import { GatewayIntentBits } from "discord-api-types/v10";
import { expect, test } from "vitest";
import { connectDiscord } from "../../src/discord/connection.ts";
import { silentLog } from "../support/log.ts";
import { meet, realClock } from "./fixture.ts";
import { onStage } from "./stage.ts";

test("READY names every server of the shard; those that stream in afterwards are no joining", async () => {
  const ids: string[] = [];
  await meet(
    async ({ discord, news, until }) => {
      await until(() => news.length === 3);
      // a stand-in's server has one role, @everyone, with the server's own id
      const present = ids.map((guildId) => ({ kind: "guild-present", guildId, roleIds: [guildId], channels: [] }));
      expect(news).toEqual([{ kind: "ready", shard: 0, shards: 1, guildIds: ids }, ...present]);
      const joined = discord.addGuild();
      await until(() => news.length > 3);
      expect(news.slice(3)).toEqual([{ kind: "guild-joined", guildId: joined, roleIds: [joined], channels: [] }]);
    },
    { before: (discord) => ids.push(discord.addGuild(), discord.addGuild()) },
  );
});

test("each shard's READY says how many there are, and names its own servers", async () => {
  const ids: string[] = [];
  await meet(
    async ({ news, until }) => {
      await until(() => news.filter(({ kind }) => kind === "guild-present").length === ids.length);
      const ready = news.filter((one) => one.kind === "ready");
      expect(ready.map(({ shards }) => shards)).toEqual([2, 2]);
      for (const { shard, guildIds } of ready)
        expect(new Set(guildIds)).toEqual(new Set(ids.filter((id) => Number((BigInt(id) >> 22n) % 2n) === shard)));
    },
    {
      standIn: { gateway: { shards: 2, maxConcurrency: 2 } },
      before: (discord) => ids.push(...Array.from({ length: 6 }, () => discord.addGuild())),
    },
  );
});

test("the Guilds intent is asked for, and no other", async () => {
  let asked: readonly number[] = [];
  await meet(({ discord }) => {
    asked = discord.gateway.intents;
    return Promise.resolve();
  });
  expect(asked).toEqual([GatewayIntentBits.Guilds]);
});

test("an outage is no removal and its end no joining, being thrown out is one", async () => {
  await meet(async ({ discord, news, until }) => {
    const guildId = discord.addGuild();
    discord.setUnavailable(guildId, true);
    discord.setUnavailable(guildId, false);
    discord.removeGuild(guildId);
    await until(() => news.at(-1)?.kind === "guild-removed");
    expect(news.map(({ kind }) => kind)).toEqual([
      "ready",
      "guild-joined",
      "guild-unavailable",
      "guild-present",
      "guild-removed",
    ]);
  });
});

test("an outage that a server comes with is one: it is joined, or present again, only when it comes without", async () => {
  await meet(async ({ discord, news, until }) => {
    const guildId = discord.addGuild({ unavailable: true });
    discord.setUnavailable(guildId, false);
    discord.setUnavailable(guildId, true);
    discord.setUnavailable(guildId, true, "GUILD_CREATE");
    discord.setUnavailable(guildId, false);
    await until(() => news.at(-1)?.kind === "guild-present");
    expect(news.slice(1)).toMatchObject(
      ["guild-unavailable", "guild-joined", "guild-unavailable", "guild-unavailable", "guild-present"].map((kind) => ({
        kind,
        guildId,
      })),
    );
  });
});

test("a deleted channel, a deleted role and a change of permissions are news", async () => {
  await meet(async ({ discord, news, until }) => {
    const guildId = discord.addGuild();
    const channelId = discord.addChannel(guildId);
    const roleId = discord.addRole(guildId, { name: "diplomats" });
    discord.setPermissions(channelId, 0n);
    discord.deleteRole(guildId, roleId);
    discord.deleteChannel(channelId);
    await until(() => news.at(-1)?.kind === "channel-deleted");
    expect(news).toContainEqual({ kind: "role-deleted", guildId, roleId });
    expect(news).toContainEqual({ kind: "channel-deleted", guildId, channelId });
    expect(news.some((one) => one.kind === "access-changed" && one.guildId === guildId)).toBe(true);
  });
});

test("asked to reconnect, it resumes: no new session is spent and nothing is told twice", async () => {
  await meet(async ({ discord, connection, news, until }) => {
    discord.gateway.reconnect();
    await expect.poll(() => discord.gateway.connected, { interval: 1 }).toBe(0);
    const joinedMeanwhile = discord.addGuild();
    await until(() => news.some((one) => one.kind === "guild-joined" && one.guildId === joinedMeanwhile));
    expect(discord.gateway.counts).toMatchObject({ identify: 1, resume: 1 });
    expect(news.filter(({ kind }) => kind === "ready")).toHaveLength(1);
    expect(connection.health()).toEqual([{ shard: 0, connected: true, heardAt: expect.any(Number) as number }]);
  });
});

test("health says when the connection is gone, and since when Discord was last heard", async () => {
  await meet(
    async ({ discord, connection }) => {
      const [before] = connection.health();
      expect(before).toMatchObject({ shard: 0, connected: true });
      discord.gateway.refused = true;
      discord.gateway.cut();
      await expect.poll(() => connection.health()[0]?.connected, { interval: 1 }).toBe(false);
      expect(connection.health()[0]?.heardAt).toBeGreaterThanOrEqual(before?.heardAt ?? Number.NaN);
      discord.gateway.refused = false;
      await expect.poll(() => connection.health()[0]?.connected, { timeout: 5_000 }).toBe(true);
    },
    { standIn: { gateway: { heartbeatInterval: 50 } } },
  );
});

test.each([
  [4004, /refused the token in DISCORD_TOKEN/, 78],
  [4011, /Start Attaché again/, 1],
  [4013, /Update Attaché/, 78],
  [4014, /Guilds intent/, 78],
])("close code %i is final and says what to do", async (code, message, exitCode) => {
  await meet(async ({ discord, fatals, until }) => {
    discord.gateway.close(code);
    await until(() => fatals.length > 0);
    expect(fatals[0]?.message).toMatch(message);
    expect(fatals[0]?.exitCode).toBe(exitCode);
  });
});

test("a refused token is fatal before anything else is tried, and its value is not told", async () => {
  await meet(
    async ({ discord }) => {
      const fatals: unknown[] = [];
      const connecting = connectDiscord({
        api: discord.url,
        token: "not.the.token",
        clock: realClock,
        log: silentLog,
        signal: new AbortController().signal,
        fatal: (why) => fatals.push(why),
      });
      await expect(connecting).rejects.toThrow(/refused the token in DISCORD_TOKEN/);
      await expect(connecting).rejects.not.toThrow(/not\.the\.token/);
      expect(fatals).toHaveLength(1);
      expect(discord.gateway.counts.identify).toBe(0);
    },
    { open: false },
  );
});

test("a command used in a server is news that the bot is in it", async () => {
  await onStage(async ({ news, guildId, slash, until }) => {
    await slash();
    await until(() => news.some(({ kind }) => kind === "guild-heard-from"));
    expect(news.at(-1)).toEqual({ kind: "guild-heard-from", guildId });
  });
});
