import * as spec from "discord-api-spec/zod";
import { Routes } from "discord-api-types/v10";
import { afterEach, beforeEach, expect, test } from "vitest";
import * as z from "zod/mini";
import { type Bot, startBot } from "./bot.ts";
import { inDiscord } from "./harness.ts";
import { sampleAnswer, sampleCommands, samplePost } from "./sample.ts";

/** What the stand-in answers must be what Discord's own description says Discord answers. */
const setting = inDiscord();
let bot: Bot;
beforeEach(async () => {
  const { discord } = setting();
  const { applicationId, token, url: apiUrl } = discord;
  bot = await startBot({ apiUrl, token, applicationId, commands: sampleCommands, answer: sampleAnswer });
});
afterEach(() => bot.close());

const schemas: Readonly<Record<string, unknown>> = { ...spec };

/** The faults that Discord's description finds in an answer. */
function faultsIn(name: string, answer: unknown): unknown {
  const schema = schemas[name];
  if (!(schema instanceof z.ZodMiniType)) throw new Error(`Discord's description has no ${name}`);
  return z.core.safeParse(schema, answer).error?.issues ?? [];
}

test("messages: plain, with Components V2, with a file, as an answer, edited", async () => {
  const { rest, channelId, post, discord, person } = setting();
  const plain = await post({ content: "hello", embeds: [{ title: "x", description: "y" }] });
  const rich = await post(samplePost);
  const files = [{ name: "card.png", data: Buffer.from("a"), contentType: "image/png" }];
  const withFile = await rest.post(Routes.channelMessages(channelId), { body: { content: "x" }, files });
  const edited = await rest.patch(Routes.channelMessage(channelId, String(plain["id"])), { body: { content: "z" } });
  const answer = await discord.interact.slash({ channelId, person, command: "today" });
  for (const message of [plain, rich, withFile, edited, answer.message()]) {
    expect(faultsIn("MessageResponseSchema", message)).toEqual([]);
  }
});

test("commands, the bot itself, its servers and the gateway's address", async () => {
  const { rest, discord } = setting();
  const commands = (await rest.get(Routes.applicationCommands(discord.applicationId))) as unknown[];
  for (const command of commands) expect(faultsIn("ApplicationCommandResponseSchema", command)).toEqual([]);
  expect(faultsIn("GatewayBotResponseSchema", await rest.get(Routes.gatewayBot()))).toEqual([]);
  for (const guild of (await rest.get(Routes.userGuilds())) as unknown[]) {
    expect(faultsIn("MyGuildResponseSchema", guild)).toEqual([]);
  }
});

test("refusals", async () => {
  const { discord } = setting();
  const answer = await fetch(`${discord.url}/v10/channels/123456789012345678`, {
    headers: { Authorization: `Bot ${discord.token}` },
  });
  expect(faultsIn("ErrorResponseSchema", await answer.json())).toEqual([]);
});
