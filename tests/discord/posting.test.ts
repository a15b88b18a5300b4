import { ChannelType, ComponentType, MessageFlags, PermissionFlagsBits } from "discord-api-types/v10";
import { expect, test } from "vitest";
import type { FaultAction } from "../../src/playground/api.ts";
import { INVITED_WITH } from "../../src/playground/world.ts";
import type { OutgoingMessage } from "../../src/ports.ts";
import { meet } from "./fixture.ts";

const closed = { open: false } as const;
const message: OutgoingMessage = { body: { content: "Hello", allowed_mentions: { parse: [] } }, files: [] };

test("the same nonce again is the same message, not another", async () => {
  await meet(async ({ discord, connection: { posting } }) => {
    const channelId = discord.addChannel(discord.addGuild());
    const first = await posting.createMessage(channelId, message, "nonce-of-the-day");
    const again = await posting.createMessage(channelId, message, "nonce-of-the-day");
    expect(first).toEqual({ outcome: "done", value: discord.messages(channelId)[0]?.id });
    expect(again).toEqual(first);
    expect(discord.messages(channelId)).toHaveLength(1);
  }, closed);
});

test("a picture goes with the components that show it, also in a forum", async () => {
  await meet(async ({ discord, connection: { posting } }) => {
    const guildId = discord.addGuild();
    const items = [{ media: { url: "attachment://card.png" }, description: "Two flags" }];
    const components = [{ type: ComponentType.MediaGallery, items } as const];
    const picture: OutgoingMessage = {
      body: { flags: MessageFlags.IsComponentsV2, components, allowed_mentions: { parse: [] } },
      files: [{ name: "card.png", contentType: "image/png", data: new Uint8Array([137, 80, 78, 71]) }],
    };
    const permissions = INVITED_WITH | PermissionFlagsBits.AttachFiles;
    const text = discord.addChannel(guildId, { permissions });
    expect(await posting.createMessage(text, picture, "with-picture")).toMatchObject({ outcome: "done" });
    const forum = discord.addChannel(guildId, { type: ChannelType.GuildForum, permissions });
    const post = await posting.createForumPost(forum, { name: "25 June", tags: [], message });
    expect(post).toMatchObject({ outcome: "done" });
    expect(await posting.forumPosts(guildId, forum)).toEqual({
      outcome: "done",
      value: [{ id: post.outcome === "done" ? post.value : "", name: "25 June", own: true }],
    });
  }, closed);
});

test("messages are read back oldest first, ours marked, with every custom_id in them", async () => {
  await meet(async ({ discord, connection: { posting } }) => {
    const channelId = discord.addChannel(discord.addGuild());
    const button = (custom_id: string) =>
      ({ type: ComponentType.Button, style: 2, label: "Whole day", custom_id }) as const;
    const marked = (custom_id: string): OutgoingMessage => ({
      body: {
        flags: MessageFlags.IsComponentsV2,
        allowed_mentions: { parse: [] },
        components: [
          {
            type: ComponentType.Container,
            components: [
              { type: ComponentType.TextDisplay, content: "Today" },
              { type: ComponentType.ActionRow, components: [button(custom_id)] },
            ],
          },
        ],
      },
      files: [],
    });
    await posting.createMessage(channelId, marked("v1:today:day:one"), "one");
    await posting.createMessage(channelId, marked("v1:today:day:two"), "two");
    const state = await posting.channel(channelId);
    expect(state).toMatchObject({
      outcome: "done",
      value: { kind: "text", lastMessageId: expect.any(String) as string },
    });
    const read = await posting.messagesAfter(channelId, "1");
    expect(read.outcome === "done" && read.value.map(({ own, customIds }) => [own, customIds])).toEqual([
      [true, ["v1:today:day:one"]],
      [true, ["v1:today:day:two"]],
    ]);
  }, closed);
});

test("an announcement is published", async () => {
  await meet(async ({ discord, connection: { posting } }) => {
    const channelId = discord.addChannel(discord.addGuild(), { type: ChannelType.GuildAnnouncement });
    const sent = await posting.createMessage(channelId, message, "news");
    if (sent.outcome !== "done") throw new Error(sent.outcome);
    expect(await posting.crosspost(channelId, sent.value)).toEqual({ outcome: "done", value: undefined });
    expect(await posting.crosspost(channelId, sent.value)).toMatchObject({ outcome: "refused", code: 40_033 });
  }, closed);
});

const troubles: readonly (readonly [string, FaultAction, object])[] = [
  [
    "a refusal",
    { kind: "answer", status: 403, code: 50_013, message: "Missing Permissions" },
    { outcome: "refused", status: 403, code: 50_013 },
  ],
  ["an error of Discord's", { kind: "answer", status: 500 }, { outcome: "refused", status: 500, code: 0 }],
  [
    "a limit",
    { kind: "limited", retryAfter: 2, scope: "shared" },
    { outcome: "limited", retryAfter: 2_000, scope: "shared" },
  ],
  [
    "a long limit",
    { kind: "limited", retryAfter: 3_000, scope: "user" },
    { outcome: "limited", retryAfter: 3_000_000 },
  ],
  [
    "a limit without an end",
    { kind: "limited", retryAfter: null, scope: "user" },
    { outcome: "barred", retryAfter: 60_000 },
  ],
  ["a cut connection", { kind: "drop", stored: true }, { outcome: "unanswered" }],
  [
    "a page instead of an answer",
    { kind: "answer", status: 200, html: "<p>Welcome to the hotel" },
    { outcome: "unanswered" },
  ],
];
test.each(troubles)("%s is one request and one answer", async (_, action, expected) => {
  await meet(async ({ discord, connection: { posting } }) => {
    const channelId = discord.addChannel(discord.addGuild());
    discord.inject({ method: "POST", action, times: Number.POSITIVE_INFINITY });
    expect(await posting.createMessage(channelId, message, "trouble")).toMatchObject(expected);
    expect(discord.requests.filter(({ method }) => method === "POST")).toHaveLength(1);
  }, closed);
});

test("when the edge turns us away no request follows, to whatever channel", async () => {
  await meet(async ({ discord, connection: { posting } }) => {
    const guildId = discord.addGuild();
    const channels = Array.from({ length: 30 }, () => discord.addChannel(guildId));
    const html = "<html>You are being rate limited</html>";
    discord.inject({ method: "POST", action: { kind: "answer", status: 429, html, headers: { "Retry-After": "90" } } });
    const answers = [];
    for (const channel of channels) answers.push(await posting.createMessage(channel, message, `n${channel}`));
    expect(answers[0]).toEqual({ outcome: "barred", retryAfter: 90_000 });
    expect(new Set(answers.slice(1).map(({ outcome }) => outcome))).toEqual(new Set(["unreachable"]));
    expect(discord.requests.filter(({ method }) => method === "POST")).toHaveLength(1);
  }, closed);
});

test("nobody there is unreachable: nothing was sent", async () => {
  await meet(async ({ discord, connection: { posting } }) => {
    const channelId = discord.addChannel(discord.addGuild());
    await discord.close();
    expect(await posting.createMessage(channelId, message, "nobody")).toMatchObject({ outcome: "unreachable" });
  }, closed);
});

test("a token refused later on is told once for each refusal, and the client goes on saying so", async () => {
  await meet(async ({ discord, connection: { posting }, fatals }) => {
    const channelId = discord.addChannel(discord.addGuild());
    discord.inject({ method: "POST", times: 2, action: { kind: "answer", status: 401, code: 0 } });
    for (const nonce of ["one", "two"])
      expect(await posting.createMessage(channelId, message, nonce)).toMatchObject({ outcome: "refused", status: 401 });
    expect(fatals.map(({ exitCode }) => exitCode)).toEqual([78, 78]);
    expect(await posting.createMessage(channelId, message, "three")).toMatchObject({ outcome: "done" });
  }, closed);
});
