import { expect, test } from "vitest";
import { isChannelGone } from "../../src/delivery/subscription.ts";
import { textOf, withBot, withRealFacts } from "../main/bot.ts";
import { ask } from "./lookups.ts";

withRealFacts();

const NOW = "2026-06-25T05:00Z";
const GONE = "the channel is gone, or I can no longer see it";

test("a paused calendar whose channel is deleted is told of, named wherever it is shown, and moved with its settings by /setup elsewhere", async () => {
  await withBot(NOW, async (running) => {
    const { discord, guildId, channelId, setup, store, at, bot } = running;
    const other = discord.addChannel(guildId);
    const there = { ...running, channelId: other };
    await setup({ hour: "9", zone: "UTC", countries: "Belgium, Germany" });
    await ask(there, "setup"); // where admins are told
    await ask(running, "subscriptions pause");
    discord.deleteChannel(channelId);
    await expect
      .poll(async () => (await store.subscriptions.ofGuild(guildId)).some(({ standing }) => "fault" in standing), {
        interval: 5,
      })
      .toBe(true);
    await bot.delivery.idle();
    await at("2026-06-25T05:05Z");
    expect(textOf(discord.messages(other)[0])).toContain("the channel is gone");
    const list = await ask(there, "subscriptions list");
    expect(list.text).toContain(
      `It is paused: nothing is posted until /subscriptions resume. It cannot post now: ${GONE}`,
    );
    expect(list.text).not.toContain("it would first post");
    await ask(there, "subscriptions remove"); // the one that was only looked at there
    const [calendar] = (await store.subscriptions.ofGuild(guildId)).filter((each) => each.channelId === channelId);
    const card = await list.press("Choose one to see what can be done", calendar?.id ?? "");
    const resumed = await card.press("Resume");
    expect(resumed.text).toContain(
      "Its channel is gone, or I can no longer see it, so nothing was changed. Choose another below,",
    );
    const fresh = { ...running, channelId: discord.addChannel(guildId) };
    const offer = await ask(fresh, "setup");
    expect(offer.text).toContain("A calendar of this server has lost its channel.");
    const moved = await offer.press(offer.labels[0] ?? "");
    expect(moved.text).toContain("It is paused: nothing is posted until /subscriptions resume.");
    expect(moved.text).not.toContain(GONE);
    expect((await ask(fresh, "subscriptions resume")).text).toContain("Resumed.");
    await at("2026-06-25T09:01Z");
    expect(discord.messages(fresh.channelId)).toHaveLength(1);
  });
});

test("of one whose channel went while the bot was away Discord is asked before it is resumed; one only looked at goes with its channel", async () => {
  await withBot(NOW, async (running) => {
    const { discord, guildId, channelId, setup, store, restart, bot } = running;
    await setup({ hour: "9", zone: "UTC" });
    await ask(running, "subscriptions pause");
    await bot.stop();
    discord.deleteChannel(channelId);
    await restart();
    const there = { ...running, channelId: discord.addChannel(guildId) };
    const resumed = await ask(there, "subscriptions resume");
    expect(resumed.text).toContain("Choose another below");
    await resumed.press("Channel", there.channelId);
    expect(await store.subscriptions.ofGuild(guildId)).toMatchObject([
      { channelId: there.channelId, standing: { state: "paused" } },
    ]);
    const looked = { ...running, channelId: discord.addChannel(guildId) };
    await ask(looked, "setup");
    discord.deleteChannel(looked.channelId);
    await expect.poll(async () => (await store.subscriptions.ofGuild(guildId)).length, { interval: 5 }).toBe(1);
  });
});

test("a calendar that has lost its channel is offered also where another was only looked at, paused after that or not begun at all", async () => {
  await withBot(NOW, async (running) => {
    const { discord, guildId, channelId, setup, store } = running;
    await setup({ hour: "9", zone: "UTC", countries: "Belgium" });
    const unbegun = { ...running, channelId: discord.addChannel(guildId) };
    await ask(unbegun, "setup", { hour: "18", countries: "Kenya" });
    const there = { ...running, channelId: discord.addChannel(guildId) };
    await ask(there, "setup");
    for (const each of [channelId, unbegun.channelId]) discord.deleteChannel(each);
    const lost = async () => (await store.subscriptions.ofGuild(guildId)).filter(isChannelGone);
    await expect.poll(async () => (await lost()).length, { interval: 5 }).toBe(2);
    const begun = (await lost()).find((each) => each.channelId === channelId);
    await store.subscriptions.pause(begun?.id ?? "", Date.parse(NOW), running.admin.id);
    const offer = await ask(there, "setup");
    expect(offer.labels.toSorted()).toEqual([
      "Begin a new one",
      "Move here: 09:00, Belgium",
      "Move here: 18:00, Kenya",
    ]);
    expect((await offer.press("Begin a new one")).labels).toContain("Start posting");
    const moved = await (await ask(there, "setup")).press("Move here: 09:00, Belgium");
    expect(moved.text).toContain("It is paused: nothing is posted until /subscriptions resume.");
    expect(await lost()).toMatchObject([{ channelId: unbegun.channelId }]);
    expect((await store.subscriptions.ofGuild(guildId)).find(({ id }) => id === begun?.id)).toMatchObject({
      channelId: there.channelId,
      standing: { state: "paused" },
    });
  });
});

test("the cure of a lost calendar moves that one, also from a channel that has one of its own; neither is taken for the other", async () => {
  await withBot(NOW, async (running) => {
    const { discord, guildId, channelId, setup, store, at } = running;
    const there = { ...running, channelId: discord.addChannel(guildId) };
    await setup({ hour: "9", zone: "UTC", countries: "Belgium" });
    await ask(there, "setup", { hour: "10", zone: "Tokyo", countries: "Japan" });
    discord.deleteChannel(channelId);
    const lost = async () => (await store.subscriptions.ofGuild(guildId)).filter(isChannelGone);
    await expect.poll(async () => (await lost()).length, { interval: 5 }).toBe(1);
    await at("2026-06-25T05:05Z");
    const notice = textOf(discord.messages(there.channelId)[0]);
    expect(notice).toContain(
      "Use /setup in the new channel, where none posts yet, or choose this calendar in /subscriptions list, then “Change…” and “Channel”",
    );
    expect(notice).not.toContain("/subscriptions edit");
    const [calendar] = await lost();
    const edit = await ask(there, "subscriptions edit");
    expect(edit.text).toContain("so choose here which one you mean: those come first");
    expect(edit.text).toMatch(/1\\\. [^\n]*Belgium[^\n]*\n2\\\. [^\n]*Japan/u);
    const named = await ask(there, "subscriptions edit", { channel: there.channelId });
    expect(named.text).toContain(`The calendar of <#${there.channelId}>`);
    const card = await edit.press("Choose one to see what can be done", calendar?.id ?? "");
    const to = discord.addChannel(guildId);
    const other = await named.press("Change a setting…", "channel");
    expect(other.text).toContain("and Undo moves it back");
    const panel = await (await card.press("Change…")).press("Change a setting…", "channel");
    expect(panel.text).toContain("The calendar moves there at once with its settings");
    expect(panel.text).not.toContain("Undo");
    const moved = await panel.press("Channel", to);
    expect(moved.labels).not.toContain("Undo");
    const places = Object.fromEntries(
      (await store.subscriptions.ofGuild(guildId)).map(({ zone, channelId: place }) => [zone, place]),
    );
    expect(places).toEqual({ UTC: to, "Asia/Tokyo": there.channelId });
    expect((await ask(there, "subscriptions edit")).text).toContain(`The calendar of <#${there.channelId}>`);
  });
});

test("a calendar begun by what is typed, whole or in part, says that another has lost its channel, and how that one goes on", async () => {
  await withBot(NOW, async (running) => {
    const { discord, guildId, channelId, setup, store } = running;
    const elsewhere = () => ({ ...running, channelId: discord.addChannel(guildId) });
    const [whole, part] = [elsewhere(), elsewhere()];
    await setup({ hour: "9", zone: "UTC", countries: "Belgium" });
    expect((await ask(elsewhere(), "setup", { hour: "8", zone: "UTC" })).text).not.toContain("lost");
    discord.deleteChannel(channelId);
    const lost = async () => (await store.subscriptions.ofGuild(guildId)).filter(isChannelGone);
    await expect.poll(async () => (await lost()).length, { interval: 5 }).toBe(1);
    const told = "another one of this server has lost its channel: 09:00 (UTC), Belgium. To have such a one go on";
    for (const [place, typed] of [
      [whole, { hour: "10", zone: "UTC" }],
      [part, { hour: "10" }],
    ] as const) {
      expect((await ask(place, "setup", typed)).text).toContain(told);
      expect((await ask(place, "setup", { hour: "11" })).text).not.toContain(told); // its own settings were meant
    }
    await (await ask(whole, "subscriptions remove")).press("Stop posting here");
    expect((await ask(whole, "setup")).labels).toContain("Move here: 09:00, Belgium");
  });
});
