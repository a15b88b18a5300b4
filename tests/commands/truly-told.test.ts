import { ChannelType, PermissionFlagsBits } from "discord-api-types/v10";
import { expect, test } from "vitest";
import { INVITED_WITH } from "../../src/playground/world.ts";
import { withBot, withRealFacts } from "../main/bot.ts";
import { ask } from "./lookups.ts";
import { add } from "./own/support.ts";

withRealFacts();

const NOW = "2026-06-25T05:00Z";
const MUTE = INVITED_WITH & ~PermissionFlagsBits.SendMessages;
const BY_THEMSELVES = "The posts then go on by themselves.";

test("a trial that is refused promises of a paused calendar no posts that go on by themselves", async () => {
  await withBot(NOW, async (running) => {
    const { setup, discord, channelId } = running;
    await setup({ hour: "9", zone: "UTC" });
    discord.setPermissions(channelId, MUTE);
    expect((await ask(running, "subscriptions test")).text).toContain(BY_THEMSELVES);
    await ask(running, "subscriptions pause");
    const { text } = await ask(running, "subscriptions test");
    expect(text).toContain("I may not write there.");
    expect(text).not.toContain("by themselves");
    expect(text).toContain("It is paused: nothing is posted until /subscriptions resume.");
  });
});

test("a trial that goes through ends the refusal, says so, and brings what was refused today", async () => {
  await withBot(NOW, async (running) => {
    const { setup, discord, channelId, at, store, guildId } = running;
    await setup({ hour: "9", zone: "UTC" });
    // Discord tells of a time-out's end by nothing at all
    discord.inject({
      method: "POST",
      path: /messages/,
      times: 2,
      action: { kind: "answer", status: 403, code: 50013 },
    });
    await at("2026-06-25T09:01Z");
    expect(await store.subscriptions.ofGuild(guildId)).toMatchObject([
      { standing: { refused: { fault: "no-permission" } } },
    ]);
    expect((await ask(running, "subscriptions list")).text).toContain("It cannot post now");
    const { text } = await ask(running, "subscriptions test");
    expect(text).toContain("marked as a trial");
    expect(text).not.toContain("It cannot post now");
    expect(text).toContain(
      "Today’s post did not go out yet and is tried again. The next post comes on Friday, 26 June 2026.",
    );
    await at("2026-06-25T09:02Z");
    expect(discord.messages(channelId)).toHaveLength(2);
    expect((await ask(running, "subscriptions list")).text).not.toContain("did not go out yet");
  });
});

test("that today’s post failed and is tried again is said wherever the next one is; while paused, that it waits", async () => {
  await withBot(NOW, async (running) => {
    const { setup, discord, channelId, at } = running;
    await setup({ hour: "9", zone: "UTC" });
    discord.inject({ method: "POST", path: /messages/, times: 3, action: { kind: "answer", status: 500 } });
    await at("2026-06-25T09:00Z");
    await at("2026-06-25T09:01Z");
    const retried = "Today’s post did not go out yet and is tried again. The next post comes on Friday, 26 June 2026.";
    for (const command of ["subscriptions list", "subscriptions why", "setup"])
      expect((await ask(running, command)).text, command).toContain(retried);
    await ask(running, "subscriptions pause");
    const why = (await ask(running, "subscriptions why")).text;
    expect(why).toContain("failed; it is tried again once this is resumed, unless it is too late then");
    expect(why).not.toContain("did not go out yet");
    expect((await ask(running, "subscriptions resume")).text).toContain(retried);
    for (const minute of ["31", "35", "45"]) await at(`2026-06-25T09:${minute}Z`);
    expect(discord.messages(channelId)).toHaveLength(1);
  });
});

test("while today’s post is being sent, or its process has died on it, that is said and not passed over", async () => {
  await withBot(NOW, async (running) => {
    const { setup, clock, store, guildId, discord, channelId, at } = running;
    await setup({ hour: "9", zone: "UTC" });
    const [calendar] = await store.subscriptions.ofGuild(guildId);
    const now = Date.parse("2026-06-25T09:00:59Z");
    clock.set(now);
    await store.ledger.claim([{ id: calendar?.id ?? "", seen: true, since: now }], now, now + 60_000);
    const sending = "Today’s post is being sent. The next post comes on Friday, 26 June 2026.";
    for (const command of ["subscriptions list", "subscriptions why", "setup"])
      expect((await ask(running, command)).text, command).toContain(sending);
    expect((await ask(running, "preview")).text).toContain("25 June 2026");
    await at("2026-06-25T09:03Z");
    expect(discord.messages(channelId)).toHaveLength(1);
    expect((await ask(running, "subscriptions list")).text).not.toContain("is being sent");
  });
});

test("of a post that nobody was there for none is promised now once its window has passed", async () => {
  await withBot(NOW, async (running) => {
    const { setup, clock } = running;
    await setup({ hour: "9", zone: "UTC" });
    const list = async (now: string) => {
      clock.set(Date.parse(now));
      return (await ask(running, "subscriptions list")).text;
    };
    expect(await list("2026-06-28T20:00Z")).toContain("Today’s post comes now, since its hour has passed.");
    expect(await list("2026-06-28T23:00Z")).toContain("The next post comes on Monday, 29 June 2026.");
    expect(await list("2026-06-29T07:00Z")).toContain("The next post comes on Monday, 29 June 2026.");
  });
});

test("posts in a forum are linked as the threads they are also after a move out of it", async () => {
  await withBot(NOW, async (running) => {
    const { discord, guildId, channelId, at } = running;
    const forum = discord.addChannel(guildId, { type: ChannelType.GuildForum });
    await ask(running, "setup", { channel: forum, hour: "9", zone: "UTC" });
    await at("2026-06-25T09:01Z");
    const link = /https:\/\/discord\.com\/channels\/\d+\/\d+(?:\/\d+)?/u;
    const before = link.exec((await ask(running, "subscriptions why", { channel: forum })).text)?.[0];
    const edit = await ask(running, "subscriptions edit", { channel: forum });
    await (await edit.press("Change a setting…", "channel")).press("Channel", channelId);
    const after = link.exec((await ask(running, "subscriptions why")).text)?.[0];
    expect(before?.split("/")).toHaveLength(6);
    expect(after).toBe(before);
  });
});

test("/preview reads “today” by the clock of the calendar that is meant", async () => {
  await withBot("2026-06-25T20:00Z", async (running) => {
    const { setup, discord, guildId } = running;
    await setup({ hour: "9", zone: "UTC" });
    const tokyo = { ...running, channelId: discord.addChannel(guildId) };
    await ask(tokyo, "setup", { hour: "9", zone: "Asia/Tokyo" });
    expect((await ask(tokyo, "preview", { date: "today" })).text).toContain("26 June 2026");
    expect((await ask(running, "preview", { date: "today" })).text).toContain("25 June 2026");
  });
});

test("an own date is promised in no channel whose calendar has not begun, and is said to begin with “Start posting”", async () => {
  await withBot(NOW, async (running) => {
    await ask(running, "setup");
    const { text } = await add(running, "28 June", "Community day");
    expect(text).toContain("that calendar has not begun; “Start posting” in /setup begins it.");
    expect(text).not.toContain("/subscriptions resume");
  });
});

test("an own date is promised in no channel that takes no posts now", async () => {
  await withBot(NOW, async (running) => {
    const { setup, discord, channelId, guildId } = running;
    await setup({ hour: "9", zone: "UTC" });
    const other = { ...running, channelId: discord.addChannel(guildId) };
    discord.deleteChannel(channelId);
    await expect
      .poll(async () => (await running.store.subscriptions.ofGuild(guildId))[0]?.standing.state, { interval: 5 })
      .toBe("suspended");
    const { text } = await add(other, "28 June", "Community day");
    expect(text).toContain(
      `Not in <#${channelId}>: gone, or no longer to be seen by me. Use /setup in the new channel`,
    );
    expect(text).not.toContain("Next shown on");
  });
});
