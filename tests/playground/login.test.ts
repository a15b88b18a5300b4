import { REST } from "@discordjs/rest";
import { WebSocketManager, WebSocketShardEvents } from "@discordjs/ws";
import { GatewayDispatchEvents, GatewayIntentBits, InteractionResponseType, Routes } from "discord-api-types/v10";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { StandIn } from "../../src/playground/api.ts";
import { startStandIn } from "../../src/playground/stand-in.ts";
import { FakeClock } from "../support/clock.ts";

let discord: StandIn;
const clock = new FakeClock("2026-06-25T09:00:00Z");
beforeEach(async () => {
  discord = await startStandIn({ clock });
});
afterEach(() => discord.close());

test("a client logs in, registers a command, answers it and posts", async () => {
  const guildId = discord.addGuild({ name: "Embassy" });
  const channelId = discord.addChannel(guildId, { name: "calendar" });
  const person = discord.addPerson({ username: "ada" });
  const rest = new REST({ api: discord.url, retries: 0 }).setToken(discord.token);
  const manager = new WebSocketManager({ token: discord.token, intents: GatewayIntentBits.Guilds, rest });
  const guilds: string[] = [];
  manager.on(WebSocketShardEvents.Dispatch, (payload) => {
    if (payload.t === GatewayDispatchEvents.GuildCreate) guilds.push(payload.d.id);
    if (payload.t === GatewayDispatchEvents.InteractionCreate) {
      void rest.post(Routes.interactionCallback(payload.d.id, payload.d.token), {
        body: { type: InteractionResponseType.ChannelMessageWithSource, data: { content: "pong", flags: 64 } },
        auth: false,
      });
    }
  });
  await manager.connect();
  await rest.put(Routes.applicationCommands(discord.applicationId), {
    body: [{ name: "ping", description: "Answers" }],
  });
  const answer = await discord.interact.slash({ command: "ping", channelId, person });
  expect(answer.message()?.content).toBe("pong");
  expect(discord.messages(channelId)).toEqual([]);
  expect(discord.seenBy(person.id, channelId)).toHaveLength(1);
  const posted = await rest.post(Routes.channelMessages(channelId), {
    body: { content: "hello", nonce: "a", enforce_nonce: true },
  });
  expect(
    await rest.post(Routes.channelMessages(channelId), { body: { content: "hello", nonce: "a", enforce_nonce: true } }),
  ).toMatchObject({ id: (posted as { id: string }).id });
  expect(discord.messages(channelId)).toHaveLength(1);
  expect(guilds).toEqual([guildId]);
  await manager.destroy();
});
