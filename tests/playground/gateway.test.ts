import { WebSocketShardEvents } from "@discordjs/ws";
import { GatewayCloseCodes, GatewayDispatchEvents, GatewayIntentBits } from "discord-api-types/v10";
import { afterEach, expect, test, vi } from "vitest";
import { type Bot, type BotSettings, startBot } from "./bot.ts";
import { inDiscord } from "./harness.ts";

const setting = inDiscord({ gateway: { heartbeatInterval: 40 } });
const bots: Bot[] = [];
afterEach(async () => {
  for (const bot of bots.splice(0)) await bot.close();
});

async function login(more: Partial<BotSettings> = {}): Promise<Bot> {
  const { discord } = setting();
  const bot = await startBot({ apiUrl: discord.url, token: discord.token, ...more });
  bots.push(bot);
  return bot;
}

const names = (bot: Bot) => bot.events.map(({ t }) => t);
const until = <T>(check: () => T) => vi.waitFor(check, { timeout: 5_000, interval: 5 });

test("READY names the servers, each comes as GUILD_CREATE with its channels, roles and the bot's permissions", async () => {
  const { discord, guildId, channelId } = setting();
  const away = discord.addGuild();
  discord.setUnavailable(away, true);
  const bot = await login();
  await until(() => expect(names(bot)).toEqual(["READY", "GUILD_CREATE", "GUILD_DELETE"]));
  expect(bot.events[0]?.d).toMatchObject({
    guilds: [{ id: guildId }, { id: away }],
    application: { id: discord.applicationId },
  });
  expect(bot.events[1]?.d).toMatchObject({
    id: guildId,
    channels: [{ id: channelId, permission_overwrites: [{ type: 1 }] }],
  });
  expect(bot.events[2]?.d).toEqual({ id: away, unavailable: true });
});

test("acknowledges heartbeats; a deaf gateway is left and the session resumed", async () => {
  const { discord } = setting();
  await login();
  await until(() => expect(discord.gateway.counts.heartbeat).toBeGreaterThan(2));
  expect(discord.gateway.counts).toMatchObject({ identify: 1, resume: 0 });
  discord.gateway.deaf(true);
  await until(() => expect(discord.gateway.counts.resume).toBeGreaterThan(0));
  discord.gateway.deaf(false);
  expect(discord.gateway.counts.identify).toBe(1);
});

test("a cut connection is resumed and what happened meanwhile comes after", async () => {
  const { discord } = setting();
  const bot = await login();
  await until(() => expect(names(bot)).toContain("GUILD_CREATE"));
  discord.gateway.refused = true;
  discord.gateway.cut();
  await until(() => expect(discord.gateway.connected).toBe(0));
  const joined = discord.addGuild();
  discord.gateway.refused = false;
  await until(() => expect(names(bot)).toContain("RESUMED"));
  expect(bot.events.find(({ t, d }) => t === GatewayDispatchEvents.GuildCreate && d.id === joined)).toBeDefined();
  expect(discord.gateway.counts.identify).toBe(1);
});

test("asked to reconnect a client resumes; with an invalid session it identifies anew", async () => {
  const { discord } = setting();
  const bot = await login();
  discord.gateway.reconnect();
  await until(() => expect(names(bot)).toContain("RESUMED"));
  discord.gateway.invalidate(false);
  await until(() => expect(names(bot).filter((name) => name === GatewayDispatchEvents.Ready)).toHaveLength(2));
});

test.each([
  ["a wrong token", { token: "wrong" }, GatewayCloseCodes.AuthenticationFailed],
  [
    "a privileged intent",
    { intents: GatewayIntentBits.Guilds | GatewayIntentBits.MessageContent },
    GatewayCloseCodes.DisallowedIntents,
  ],
  ["an intent that is none", { intents: 1 << 30 }, GatewayCloseCodes.InvalidIntents],
])("closes on %s", async (_name, more, code) => {
  const { discord, rest } = setting();
  const { WebSocketManager } = await import("@discordjs/ws");
  const manager = new WebSocketManager({ token: discord.token, intents: 1, rest, ...more });
  const closed = new Promise<number>((resolve) => manager.on(WebSocketShardEvents.Closed, (reason) => resolve(reason)));
  manager.on(WebSocketShardEvents.Error, () => {});
  void manager.connect().catch(() => {});
  expect(await closed).toBe(code);
  await manager.destroy();
});

test("what changes in a server comes as its event", async () => {
  const { discord, channelId, guildId } = setting();
  const bot = await login();
  await until(() => expect(names(bot)).toContain("GUILD_CREATE"));
  discord.setPermissions(channelId, 0n);
  discord.deleteChannel(channelId);
  discord.deleteRole(guildId, discord.addRole(guildId, { name: "x" }));
  discord.setUnavailable(guildId, true);
  discord.removeGuild(guildId);
  const came = ["CHANNEL_UPDATE", "CHANNEL_DELETE", "GUILD_ROLE_DELETE", "GUILD_DELETE", "GUILD_DELETE"];
  await until(() => expect(names(bot).slice(2)).toEqual(came));
  expect(bot.events.at(-2)?.d).toEqual({ id: guildId, unavailable: true });
  expect(bot.events.at(-1)?.d).toEqual({ id: guildId });
});
