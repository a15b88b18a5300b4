import type { APIChatInputApplicationCommandInteraction, APIInteraction } from "discord-api-types/v10";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type Bot, startBot } from "./bot.ts";
import { inDiscord } from "./harness.ts";
import { sampleAnswer, sampleCommands } from "./sample.ts";

const setting = inDiscord();
let bot: Bot;
const came: APIInteraction[] = [];
beforeEach(async () => {
  const { discord } = setting();
  came.length = 0;
  bot = await startBot({
    apiUrl: discord.url,
    token: discord.token,
    applicationId: discord.applicationId,
    commands: sampleCommands,
    answer: (interaction) => {
      came.push(interaction);
      return sampleAnswer(interaction);
    },
  });
});
afterEach(() => bot.close());

const send = (file: string) => {
  const { discord, channelId, person } = setting();
  return discord.interact.slash({ channelId, person, command: "import", options: { file } });
};
const attached = () => {
  const { data } = came.at(-1) as APIChatInputApplicationCommandInteraction;
  return { options: data.options, attachments: Object.values(data.resolved?.attachments ?? {}) };
};
const MIB = 1024 * 1024;

test("a file arrives by its id, with name, size and an address of this machine that serves its bytes", async () => {
  const { discord } = setting();
  const bytes = Buffer.from("date,text\n2026-06-25,Fête");
  const { id } = discord.upload({ name: "nos événements (1).csv", contentType: "text/csv", bytes });
  await send(id);
  const { options, attachments } = attached();
  expect(options).toEqual([{ name: "file", type: 11, value: id }]);
  const url = attachments[0]?.url ?? "";
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/ephemeral-attachments\/.+\?ex=/);
  expect(attachments).toEqual([
    {
      id,
      filename: "nos_événements_1_.csv",
      title: "nos événements (1).csv",
      size: bytes.byteLength,
      content_type: "text/csv",
      url,
      proxy_url: url,
      ephemeral: true,
    },
  ]);
  const served = await fetch(url);
  expect(served.headers.get("content-type")).toBe("text/csv");
  expect(Buffer.from(await served.arrayBuffer())).toEqual(bytes);
});

test("no file, a file of another type, an empty one and one too large are refused as the client refuses them", async () => {
  const { discord } = setting();
  const upload = (name: string, size: number) => discord.upload({ name, bytes: Buffer.alloc(size, "a") }).id;
  await expect(send("123456789012345678")).rejects.toThrow("attach a file");
  await expect(send(upload("events.xlsx", 1))).rejects.toThrow("this takes .csv, .json, not events.xlsx");
  await send(upload("EVENTS.CSV", 10 * MIB));
  expect(() => upload("events.csv", 0)).toThrow("empty");
  expect(() => upload("events.csv", 10 * MIB + 1)).toThrow("10 MiB at most");
  expect(came).toHaveLength(1);
});

test("files of long ago are kept no more", async () => {
  const { discord } = setting();
  const upload = () => discord.upload({ name: "events.csv", bytes: Buffer.alloc(10 * MIB, "a") }).id;
  const first = upload();
  await send(first);
  const url = attached().attachments[0]?.url ?? "";
  const others = [upload(), upload(), upload()];
  expect((await fetch(url)).status).toBe(200);
  upload();
  await expect(send(first)).rejects.toThrow("attach a file");
  expect((await fetch(url)).status).toBe(404);
  await send(others[0] ?? "");
});
