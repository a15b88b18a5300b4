import { readFileSync } from "node:fs";
import { ChannelType, PermissionFlagsBits as P, Routes } from "discord-api-types/v10";
import { expect, test } from "vitest";
import { INVITED_WITH } from "../../src/playground/world.ts";
import { inDiscord, refusalOf } from "./harness.ts";

const setting = inDiscord();
const hello = { content: "hello" };

test("a channel that the bot may not see is 50001, one it may not write to 50013, none at all 10003", async () => {
  const { discord, channelId, guildId, post } = setting();
  discord.setPermissions(channelId, INVITED_WITH & ~P.SendMessages);
  expect(await refusalOf(post(hello))).toMatchObject({ status: 403, code: 50013 });
  discord.setPermissions(channelId, INVITED_WITH & ~P.ViewChannel);
  expect(await refusalOf(post(hello))).toMatchObject({ status: 403, code: 50001 });
  discord.setPermissions(channelId, INVITED_WITH);
  await post(hello);
  discord.removeGuild(guildId);
  expect(await refusalOf(post(hello))).toMatchObject({ status: 403, code: 50001 });
  discord.deleteChannel(channelId);
  expect(await refusalOf(post(hello))).toMatchObject({ status: 404, code: 10003 });
});

test("embeds and files ask for their own permissions, which a lack of Send Messages takes along", async () => {
  const { discord, channelId, post, rest } = setting();
  discord.setPermissions(channelId, INVITED_WITH);
  expect(await refusalOf(post({ embeds: [{ title: "x" }] }))).toMatchObject({ code: 50013 });
  const files = [{ name: "card.png", data: Buffer.from("png"), contentType: "image/png" }];
  expect(await refusalOf(rest.post(Routes.channelMessages(channelId), { body: hello, files }))).toMatchObject({
    code: 50013,
  });
  await post(hello);
});

test("serves an uploaded picture under the address that the message shows", async () => {
  const { rest, channelId } = setting();
  const files = [{ name: "card.png", data: Buffer.from("a picture"), contentType: "image/png" }];
  const body = {
    flags: 1 << 15,
    components: [{ type: 12, items: [{ media: { url: "attachment://card.png" }, description: "Two flags" }] }],
  };
  const sent = (await rest.post(Routes.channelMessages(channelId), { body, files })) as {
    components: { items: { media: { url: string } }[] }[];
    attachments: { url: string; size: number }[];
  };
  expect(sent.components[0]?.items[0]?.media.url).toBe(sent.attachments[0]?.url);
  const served = await fetch(sent.attachments[0]?.url ?? "");
  expect([served.headers.get("content-type"), await served.text()]).toEqual(["image/png", "a picture"]);
});

test("a voice channel also asks for Connect, a category takes nothing, a forum only posts", async () => {
  const { discord, guildId, post, rest } = setting();
  const voice = discord.addChannel(guildId, { type: ChannelType.GuildVoice, permissions: INVITED_WITH & ~P.Connect });
  expect(await refusalOf(post(hello, voice))).toMatchObject({ code: 50001 });
  const category = discord.addChannel(guildId, { type: ChannelType.GuildCategory });
  expect(await refusalOf(post(hello, category))).toMatchObject({ code: 50008 });
  const tag = { id: "123456789012345678", name: "day" };
  const forum = discord.addChannel(guildId, { type: ChannelType.GuildForum, tags: [tag], tagRequired: true });
  expect(await refusalOf(post(hello, forum))).toMatchObject({ code: 40058 });
  const body = { name: "25 June", message: hello };
  expect(await refusalOf(rest.post(Routes.threads(forum), { body }))).toMatchObject({ code: 40067 });
  const posted = (await rest.post(Routes.threads(forum), { body: { ...body, applied_tags: [tag.id] } })) as {
    id: string;
  };
  expect(discord.messages(posted.id)).toMatchObject([{ id: posted.id, content: "hello" }]);
  expect(await rest.get(Routes.channel(forum))).toMatchObject({ last_message_id: posted.id, available_tags: [tag] });
  expect(await refusalOf(rest.post(Routes.threads(forum), { body: { ...body, nonce: "x" } }))).toMatchObject({
    code: 50035,
  });
});

test("a thread asks for Send Messages in Threads of its parent, wakes when written to, and can be locked", async () => {
  const { discord, channelId, post, rest } = setting();
  const { id } = await post(hello);
  const thread = (await rest.post(Routes.threads(channelId, String(id)), { body: { name: "talk" } })) as { id: string };
  expect(thread.id).toBe(id);
  expect(await refusalOf(rest.post(Routes.threads(channelId, String(id)), { body: { name: "talk" } }))).toMatchObject({
    code: 160004,
  });
  discord.setPermissions(channelId, INVITED_WITH & ~P.SendMessagesInThreads);
  expect(await refusalOf(post(hello, thread.id))).toMatchObject({ code: 50013 });
  discord.setPermissions(channelId, INVITED_WITH & ~P.SendMessages);
  discord.setThread(thread.id, { archived: true });
  await post(hello, thread.id);
  expect(await rest.get(Routes.channel(thread.id))).toMatchObject({ thread_metadata: { archived: false } });
  discord.setThread(thread.id, { locked: true });
  expect(await refusalOf(post(hello, thread.id))).toMatchObject({ code: 160005 });
});

test("an announcement is published once", async () => {
  const { discord, guildId, channelId, post, rest } = setting();
  const news = discord.addChannel(guildId, { type: ChannelType.GuildAnnouncement });
  const { id } = await post(hello, news);
  const path = Routes.channelMessageCrosspost(news, String(id));
  expect(await rest.post(path)).toMatchObject({ flags: 1 });
  expect(await refusalOf(rest.post(path))).toMatchObject({ code: 40033 });
  const plain = await post(hello);
  expect(await refusalOf(rest.post(Routes.channelMessageCrosspost(channelId, String(plain["id"]))))).toMatchObject({
    code: 50024,
  });
});

test("reads back newest first, and nothing without Read Message History", async () => {
  const { discord, channelId, post, rest } = setting();
  const ids = [];
  for (const content of ["a", "b", "c"]) ids.push((await post({ content }))["id"]);
  const read = (query: Record<string, string>) =>
    rest.get(Routes.channelMessages(channelId), { query: new URLSearchParams(query) });
  expect(await read({})).toMatchObject([{ content: "c" }, { content: "b" }, { content: "a" }]);
  expect(await read({ limit: "1", before: String(ids[2]) })).toMatchObject([{ content: "b" }]);
  expect(await read({ after: String(ids[0]) })).toMatchObject([{ content: "c" }, { content: "b" }]);
  discord.deleteMessage(channelId, String(ids[2]));
  expect(await rest.get(Routes.channel(channelId))).toMatchObject({ last_message_id: ids[2] });
  discord.setPermissions(channelId, INVITED_WITH & ~P.ReadMessageHistory);
  expect(await read({})).toEqual([]);
  expect(await refusalOf(rest.get(Routes.channelMessage(channelId, String(ids[0]))))).toMatchObject({ code: 50013 });
});

test("names the bot's servers in pages", async () => {
  const { discord, rest, guildId } = setting();
  const more = Array.from({ length: 4 }, () => discord.addGuild());
  const page = (query: Record<string, string>) => rest.get(Routes.userGuilds(), { query: new URLSearchParams(query) });
  expect(await page({ limit: "3" })).toMatchObject([guildId, more[0], more[1]].map((id) => ({ id })));
  expect(await page({ limit: "3", after: more[1] ?? "" })).toMatchObject([more[2], more[3]].map((id) => ({ id })));
});

test("a direct message channel is opened once", async () => {
  const { rest, person, post, discord } = setting();
  const open = () => rest.post(Routes.userChannels(), { body: { recipient_id: person.id } }) as Promise<{ id: string }>;
  const { id } = await open();
  expect((await open()).id).toBe(id);
  await post(hello, id);
  expect(discord.messages(discord.directMessages(person.id))).toHaveLength(1);
  expect(await refusalOf(rest.post(Routes.userChannels(), { body: { recipient_id: "1".repeat(18) } }))).toMatchObject({
    code: 10013,
  });
});

test("the bot is invited with what the README's link asks for, and nothing more", () => {
  const [, asked] = /permissions=(\d+)/.exec(readFileSync("README.md", "utf8")) ?? [];
  expect(asked).toBe(INVITED_WITH.toString());
});
