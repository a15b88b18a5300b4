import { ChannelType, PermissionFlagsBits } from "discord-api-types/v10";
import { expect, test } from "vitest";
import { INVITED_WITH } from "../../src/playground/world.ts";
import { textOf, withBot, withRealFacts } from "../main/bot.ts";
import { type Asking, ask } from "./lookups.ts";

withRealFacts();

const NOW = "2026-06-25T05:00Z";
const CHANGE = "Change a setting…";

const choose = async (panel: Asking, setting: string, label: string, ...values: string[]) =>
  (await panel.press(CHANGE, setting)).press(label, ...values);

test("of a channel elsewhere the panel never keeps silent about what the bot may do there", async () => {
  await withBot(NOW, async (running) => {
    const { discord, guildId } = running;
    const shut = discord.addChannel(guildId, { permissions: INVITED_WITH & ~PermissionFlagsBits.SendMessages });
    const moved = await choose(await ask(running, "setup"), "channel", "Channel", shut);
    expect(moved.text).toContain("allow: Send Messages");
    const unseen = `Whether I may post in <#${shut}> is not to be seen from here`;
    const changed = await choose(moved, "lines", "Lines", "3");
    expect(changed.text).toContain(unseen);
    const done = await changed.press("Start posting");
    expect(done.text).toContain(unseen);
    expect((await ask(running, "subscriptions why", { channel: shut })).text).toContain("allow: Send Messages");
    const here = { ...running, channelId: shut };
    expect((await ask(here, "setup")).text).toContain("allow: Send Messages");
    expect((await ask(here, "setup")).text).not.toContain("not to be seen");
  });
});

test("“Done” says what the settings bring, and calls a post the first only where it is", async () => {
  await withBot(NOW, async (running) => {
    let panel = await choose(await ask(running, "setup"), "overviews", "Overviews");
    panel = await choose(panel, "weekly", "Preview of the week", "4");
    panel = await choose(panel, "heads-up", "Tell beforehand", "7");
    const begun = await panel.press("Start posting");
    expect(begun.text).toContain("The first post comes on Thursday, 25 June 2026.");
    expect(begun.text).toContain(
      "It also posts a preview of the week (each Thursday) and word of round anniversaries 7 days before, where there is anything to tell.",
    );
    expect(begun.text).not.toContain("overview");
    const again = await (await ask(running, "setup")).press("Done");
    expect(again.text).not.toContain("first post");
    expect(again.text).toContain("Thursday, 25 June 2026");
    const nothing = await choose(await ask(running, "setup"), "weekly", "Preview of the week", "never");
    const bare = await (await choose(nothing, "heads-up", "Tell beforehand", "never")).press("Done");
    expect(bare.text).not.toContain("It also posts");
  });
});

test("panel and preview tell of the mention, the thread, the followers and the other posts of that date", async () => {
  await withBot(NOW, async (running) => {
    const { discord, guildId } = running;
    const channelId = discord.addChannel(guildId, { type: ChannelType.GuildAnnouncement });
    const roleId = discord.addRole(guildId, { name: "dip", mentionable: true });
    const first = await ask({ ...running, channelId }, "setup");
    for (const text of ["It mentions", "It opens a thread", "It goes on to"]) expect(first.text).not.toContain(text);
    let panel = await choose(first, "mention", "Mention", roleId);
    panel = await choose(panel, "thread", "Thread under the day’s post", "yes");
    panel = await choose(panel, "crosspost", "Publish to followers", "yes");
    panel = await choose(panel, "weekly", "Preview of the week", "4");
    const whole = await panel.press("Show the whole post");
    for (const shown of [panel, whole]) {
      expect(shown.text).toContain(`It mentions <@&${roleId}>.`);
      expect(shown.text).toContain("It opens a thread under it.");
      expect(shown.text).toContain("It goes on to the servers that follow the channel.");
    }
    expect(panel.text).toContain("On that date also, where there is anything to tell: preview of the week.");
    const none = await choose(panel, "mention-tiers", "Mention for", "100");
    expect(none.text).not.toContain("It mentions");
  });
});

test("a trial says how the calendar stands and promises no post that does not come", async () => {
  await withBot(NOW, async (running) => {
    const { setup, at, discord, channelId } = running;
    await setup({ hour: "9", zone: "UTC" });
    expect((await ask(running, "subscriptions test")).text).toContain("The next post comes on Thursday, 25 June 2026");
    await at("2026-06-25T09:00Z");
    expect((await ask(running, "subscriptions test")).text).toContain("The next post comes on Friday, 26 June 2026");
    await ask(running, "subscriptions pause");
    const paused = await ask(running, "subscriptions test");
    expect(paused.text).toMatch(/^Done: today’s post is in .*, marked as a trial\. .*paused/i);
    expect(textOf(discord.messages(channelId).at(-1))).not.toContain("as usual");
  });
});

test("a move is taken back by its Undo with the tags that the forum's posts had, unless the channel is taken or gone", async () => {
  await withBot(NOW, async (running) => {
    const { discord, guildId, channelId, store } = running;
    const tag = "400000000000000001";
    const forum = discord.addChannel(guildId, {
      type: ChannelType.GuildMedia,
      tags: [{ id: tag, name: "History" }],
    });
    const inForum = (options = {}) => ask(running, "setup", { channel: forum, ...options });
    await (await choose(await inForum(), "forum-tags", "Tags of posts", tag)).press("Start posting");
    const calendar = async () => (await store.subscriptions.ofGuild(guildId)).find(({ postAt }) => postAt === "09:00");
    const moved = await choose(await inForum(), "channel", "Channel", channelId);
    expect(await calendar()).toMatchObject({ channelId, channelKind: "text", forumTags: [] });
    await moved.press("Undo");
    expect(await calendar()).toMatchObject({ channelId: forum, channelKind: "media", forumTags: [tag] });
    const once = await choose(await inForum(), "channel", "Channel", channelId);
    await inForum({ hour: "12", zone: "UTC" });
    expect((await once.press("Undo")).text).toContain("That channel has a calendar of its own");
    discord.deleteChannel(channelId);
    await running.at("2026-06-25T09:00Z");
    const here = { ...running, channelId: discord.addChannel(guildId) };
    const back = await (await ask(here, "setup")).press((await ask(here, "setup")).labels[0] ?? "");
    expect(back.text).toContain("its former channel is gone");
    expect(back.labels).not.toContain("Undo");
  });
});

test("a calendar moves to every kind of channel that takes posts, a media channel too, and to no other", async () => {
  await withBot(NOW, async (running) => {
    const { discord, guildId, store } = running;
    const media = discord.addChannel(guildId, { type: ChannelType.GuildMedia });
    const category = discord.addChannel(guildId, { type: ChannelType.GuildCategory });
    const moved = await choose(await ask(running, "setup"), "channel", "Channel", media);
    expect(await store.subscriptions.ofGuild(guildId)).toMatchObject([{ channelId: media, channelKind: "media" }]);
    const refused = await choose(moved, "channel", "Channel", category);
    expect(refused.text).toContain(
      "A channel of that kind cannot be chosen here, so nothing was changed. Choose a text,",
    );
    expect(await store.subscriptions.ofGuild(guildId)).toMatchObject([{ channelId: media }]);
    expect((await ask(running, "setup", { channel: category })).text).toContain("name one, or a forum, as “channel”");
  });
});

test("the panel of another channel says to name it where something is to be typed, and that changes it and no other", async () => {
  await withBot(NOW, async (running) => {
    const { discord, guildId, setup, store } = running;
    await setup({ hour: "9", zone: "UTC" });
    const forum = discord.addChannel(guildId, { type: ChannelType.GuildForum });
    const there = await ask(running, "setup", { channel: forum });
    for (const setting of ["hour", "zone", "parties"]) {
      const named = `Name <#${forum}> there as “channel”: this panel is of that one.`;
      expect((await there.press(CHANGE, setting)).text, setting).toContain(named);
      expect((await (await ask(running, "setup")).press(CHANGE, setting)).text, setting).not.toContain("Name <#");
    }
    await ask(running, "setup", { channel: forum, hour: "18:30", zone: "Nuuk" });
    await ask(running, "countries only", { channel: forum, countries: "Belgium" });
    const of = async (id: string) =>
      (await store.subscriptions.ofGuild(guildId)).find(({ channelId }) => channelId === id);
    expect(await of(forum)).toMatchObject({ postAt: "18:30", zone: "America/Nuuk", selection: { parties: ["BE"] } });
    expect(await of(running.channelId)).toMatchObject({ postAt: "09:00", zone: "UTC", selection: { parties: [] } });
  });
});

test("“Done” hides no refusal", async () => {
  await withBot(NOW, async (running) => {
    const { setup, discord, at } = running;
    await setup({ hour: "9", zone: "UTC" });
    discord.inject({
      method: "POST",
      path: /messages/,
      times: 1,
      action: { kind: "answer", status: 403, code: 160_005 },
    });
    await at("2026-06-25T09:01Z");
    const done = await (await ask(running, "setup")).press("Done");
    expect(done.text).toContain("It cannot post now: the thread is locked.");
    expect(done.text).not.toContain("The next post comes on");
  });
});

test("an Undo does not go back to a channel that has been deleted since, and the calendar posts where it is", async () => {
  await withBot(NOW, async (running) => {
    const { discord, guildId, channelId, setup, at } = running;
    await setup({ hour: "9", zone: "UTC" });
    const other = discord.addChannel(guildId);
    const elsewhere = { ...running, channelId: discord.addChannel(guildId) };
    const panel = await ask(elsewhere, "subscriptions edit", { channel: channelId });
    const moved = await choose(panel, "channel", "Channel", other);
    discord.deleteChannel(channelId);
    const undone = await moved.press("Undo");
    expect(undone.text).toContain("The former channel is gone, or I can no longer see it: nothing was changed");
    await at("2026-06-25T09:00Z");
    expect(discord.messages(other)).toHaveLength(1);
  });
});

test("who was asked where a lost calendar shall go on, and answers after another did, moves nothing", async () => {
  await withBot(NOW, async (running) => {
    const { discord, guildId, channelId, setup, at, store } = running;
    await setup({ hour: "9", zone: "UTC" });
    discord.deleteChannel(channelId);
    await at("2026-06-25T09:00Z");
    const [one, two] = [discord.addChannel(guildId), discord.addChannel(guildId)];
    const first = await ask({ ...running, channelId: one }, "setup");
    const second = await ask({ ...running, channelId: two }, "setup");
    await first.press(first.labels[0] ?? "");
    expect((await second.press(second.labels[0] ?? "")).text).toMatch(/in the meantime/);
    expect(await store.subscriptions.ofGuild(guildId)).toMatchObject([{ channelId: one }]);
  });
});
