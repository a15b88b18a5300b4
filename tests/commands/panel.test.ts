import { ChannelType, PermissionFlagsBits } from "discord-api-types/v10";
import { expect, test } from "vitest";
import { INVITED_WITH } from "../../src/playground/world.ts";
import { type Running, withBot, withRealFacts } from "../main/bot.ts";
import { type Asking, ask } from "./lookups.ts";

withRealFacts();

const NOW = "2026-06-25T05:00Z";
const CHANGE = "Change a setting…";

async function calendars({ store, guildId }: Pick<Running, "store" | "guildId">) {
  return store.subscriptions.ofGuild(guildId);
}

const choose = async (panel: Asking, setting: string, label: string, ...values: string[]) =>
  (await panel.press(CHANGE, setting)).press(label, ...values);

test("a calendar moves to another channel with all its settings, its past stays, and no date comes twice", async () => {
  await withBot(NOW, async (running) => {
    const { setup, at, discord, guildId, channelId } = running;
    await setup({ hour: "9", zone: "UTC", countries: "Belarus" });
    await at("2026-06-25T09:00Z");
    const other = discord.addChannel(guildId);
    const third = { ...running, channelId: discord.addChannel(guildId) };
    const panel = await ask(third, "subscriptions edit", { channel: channelId });
    expect(panel.text).toContain(`The calendar of <#${channelId}>`);
    const moved = await choose(panel, "channel", "Channel", other);
    expect(moved.text).toContain(`The calendar of <#${other}>`);
    expect(moved.text).toContain("Countries: **Belarus**");
    expect(await calendars(running)).toMatchObject([{ channelId: other, postAt: "09:00", nextDue: /^2026-06-26/ }]);
    await at("2026-06-25T10:00Z");
    await at("2026-06-26T09:00Z");
    expect([discord.messages(channelId).length, discord.messages(other).length]).toEqual([1, 1]);
    const why = await ask({ ...running, channelId: other }, "subscriptions why");
    const link = (channel: string) =>
      `https://discord.com/channels/${guildId}/${channel}/${discord.messages(channel)[0]?.id}`;
    expect(why.text).toContain(`Thursday 25 June: posted ${link(channelId)}`);
    expect(why.text).toContain(`Friday 26 June: posted ${link(other)}`);
    expect(why.text).toContain(`channel <#${channelId}> → <#${other}>`);
    expect(why.text).toContain(`set up <#${channelId}>`);
  });
});

test("what a channel got from a calendar that has ended does not come again with one that moves there", async () => {
  await withBot(NOW, async (running) => {
    const { setup, at, discord, guildId, channelId } = running;
    await setup({ hour: "9", zone: "UTC" });
    await at("2026-06-25T09:00Z");
    await (await ask(running, "subscriptions remove")).press("Stop posting here");
    const other = { ...running, channelId: discord.addChannel(guildId) };
    await ask(other, "setup", { hour: "12", zone: "UTC" });
    await choose(await ask(other, "setup"), "channel", "Channel", channelId);
    await at("2026-06-25T12:00Z");
    expect(discord.messages(channelId)).toHaveLength(1);
    await at("2026-06-26T12:00Z");
    expect(discord.messages(channelId)).toHaveLength(2);
    expect(discord.messages(other.channelId)).toEqual([]);
  });
});

test("a channel has one calendar: another does not move there, also where both are changed at once", async () => {
  await withBot(NOW, async (running) => {
    const { setup, discord, guildId, channelId } = running;
    await setup({ hour: "9", zone: "UTC" });
    const others = [1, 2].map(() => ({ ...running, channelId: discord.addChannel(guildId) }));
    for (const other of others) await ask(other, "setup", { hour: "12", zone: "UTC" });
    const refused = await choose(await ask(others[0] ?? running, "setup"), "channel", "Channel", channelId);
    expect(refused.text).toContain("That channel has a calendar of its own");
    const empty = discord.addChannel(guildId);
    const steps = await Promise.all(others.map(async (other) => (await ask(other, "setup")).press(CHANGE, "channel")));
    await Promise.all(steps.map((step) => step.press("Channel", empty)));
    const channels = (await calendars(running)).map((calendar) => calendar.channelId);
    expect(new Set(channels).size).toBe(3);
    expect(channels).toEqual(expect.arrayContaining([channelId, empty]));
  });
});

test("a deleted channel is told with the cure, and /setup elsewhere offers to move the calendar there", async () => {
  await withBot(NOW, async (running) => {
    const { setup, at, discord, guildId, channelId } = running;
    await setup({ hour: "9", zone: "UTC", countries: "Belarus" });
    const other = { ...running, channelId: discord.addChannel(guildId) };
    const standings = async () => (await calendars(running)).map(({ standing }) => standing.state);
    discord.deleteChannel(channelId);
    await expect.poll(standings).toEqual(["suspended"]);
    const list = await ask(other, "subscriptions list");
    expect(list.text).toContain(
      "Use /setup in the new channel, where none posts yet, or choose this calendar in /subscriptions list, then “Change…” and “Channel”",
    );
    const offer = await ask(other, "setup");
    expect(offer.text).toContain("has lost its channel");
    const moved = await offer.press("Move here: 09:00, Belarus");
    expect(moved.text).toContain(`The calendar of <#${other.channelId}>`);
    await at("2026-06-25T09:00Z");
    expect(discord.messages(other.channelId)).toHaveLength(1);
    const third = { ...running, channelId: discord.addChannel(guildId) };
    discord.deleteChannel(other.channelId);
    await expect.poll(standings).toEqual(["suspended"]);
    const fresh = await (await ask(third, "setup")).press("Begin a new one");
    expect(fresh.text).toContain(`The calendar of <#${third.channelId}>`);
    expect(await calendars(running)).toHaveLength(2);
  });
});

test("a thread under the day's post is chosen in the panel, which names the permission that it needs", async () => {
  await withBot(NOW, async (running) => {
    const { setup, at, discord, channelId } = running;
    await setup({ hour: "9", zone: "UTC" });
    const panel = await choose(await ask(running, "setup"), "thread", "Thread under the day’s post", "yes");
    expect(panel.text).toContain("For the thread under the day’s post also allow: Create Public Threads.");
    discord.setPermissions(channelId, INVITED_WITH | PermissionFlagsBits.CreatePublicThreads);
    expect((await ask(running, "setup")).text).not.toContain("Create Public Threads");
    await at("2026-06-25T09:00Z");
    expect(discord.posts(channelId)).toEqual([discord.messages(channelId)[0]?.id]);
  });
});

test("a forum that demands a tag says so before the first post, and gets the tag that was chosen", async () => {
  await withBot(NOW, async (running) => {
    const { at, discord, guildId } = running;
    const tags = [
      { id: "400000000000000001", name: "History" },
      { id: "400000000000000002", name: "Staff", moderated: true },
    ];
    const forum = discord.addChannel(guildId, { type: ChannelType.GuildForum, tags, tagRequired: true });
    const panel = await choose(await ask(running, "setup"), "channel", "Channel", forum);
    expect(panel.text).toContain("This forum wants a tag on every post. Choose one below");
    expect(panel.text).toContain("Tags of posts: **none**");
    expect(panel.text).not.toContain("Publish to followers");
    const refused = await panel.press("Start posting");
    expect(refused.text).toContain("choose one first");
    expect(refused.component("Tags of posts").options?.map(({ label }) => label)).toEqual(["History"]);
    const chosen = await refused.press("Tags of posts", "400000000000000001");
    expect(chosen.text).toContain("Tags of posts: **History**");
    expect(chosen.text).not.toContain("⚠️");
    expect((await chosen.press("Start posting")).text).toContain("Done.");
    await at("2026-06-25T09:00Z");
    expect(discord.posts(forum)).toHaveLength(1);
    const opened = discord.requests.find(({ path }) => path === `/channels/${forum}/threads`);
    expect(opened?.body).toMatchObject({ applied_tags: ["400000000000000001"] });
  });
});

test("a forum whose tags cannot be read, or that has none to give, leaves the panel usable", async () => {
  await withBot(NOW, async (running) => {
    const { discord, guildId } = running;
    const bare = discord.addChannel(guildId, { type: ChannelType.GuildForum, tagRequired: true });
    const panel = await choose(await ask(running, "setup"), "channel", "Channel", bare);
    expect(panel.text).toContain("has none that members may set");
    expect((await panel.press(CHANGE, "forum-tags")).labels).not.toContain("Tags of posts");
    const hidden = discord.addChannel(guildId, { type: ChannelType.GuildForum, permissions: 0n });
    const dark = await choose(panel, "channel", "Channel", hidden);
    expect(dark.text).toContain("allow: View Channel and Create Posts");
    expect((await dark.press("Start posting")).text).toContain("Done.");
  });
});

test("every change in the panel can be taken back there, unless somebody has changed something since", async () => {
  await withBot(NOW, async (running) => {
    const { setup } = running;
    await setup({ hour: "9", zone: "UTC", countries: "Belgium, Kenya" });
    const [start] = await calendars(running);
    for (const [setting, label, value] of [
      ["hour", "Hour", "18:00"],
      ["zone", "Time zone", "Europe/London"],
      ["parties", "Countries", "everything"],
      ["families", "Kinds", "treaties"],
      ["tier", "Anniversaries", "25"],
      ["weekly", "Preview of the week", "3"],
      ["overviews", "Overviews", "month"],
    ] as const) {
      const changed = await choose(await ask(running, "setup"), setting, label, value);
      const undone = await changed.press("Undo");
      expect(undone.text, setting).toContain("Undone.");
      expect(undone.labels).not.toContain("Undo");
      const [now] = await calendars(running);
      expect({ ...now, nextDue: start?.nextDue, revision: 0, standing: start?.standing }, setting).toEqual({
        ...start,
        revision: 0,
      });
    }
    const mine = await choose(await ask(running, "setup"), "lines", "Lines", "3");
    await choose(await ask(running, "setup"), "lines", "Lines", "7");
    expect((await mine.press("Undo")).text).toContain("Somebody changed this calendar in the meantime.");
    expect((await calendars(running))[0]?.selection.lines).toBe(7);
  });
});

test("how long a post that missed its hour may still come is chosen in the panel, kept to, on record and taken back", async () => {
  await withBot(NOW, async (running) => {
    const { setup, at, discord, guildId, channelId } = running;
    const other = { ...running, channelId: discord.addChannel(guildId) };
    await setup({ hour: "9", zone: "UTC" });
    await ask(other, "setup", { hour: "9", zone: "UTC" });
    const panel = await choose(await ask(other, "setup"), "late-window", "Late posts", "60");
    expect(panel.text).toContain("Late posts: **within 1 hour**");
    const undone = await panel.press("Undo");
    expect(undone.text).toContain("Late posts: **within 12 hours**");
    await choose(undone, "late-window", "Late posts", "60");
    await at("2026-06-25T12:00Z");
    expect([discord.messages(channelId).length, discord.messages(other.channelId).length]).toEqual([1, 0]);
    const why = await ask(other, "subscriptions why");
    expect(why.text).toContain("late posts within 12 hours → within 1 hour");
    expect(why.text).toMatch(/Thursday 25 June: skipped: I was not running at its hour, and back too late that day/);
  });
});
