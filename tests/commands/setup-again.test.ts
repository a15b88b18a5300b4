import { expect, test } from "vitest";
import { MOST_CALENDARS } from "../../src/delivery/subscription.ts";
import { withBot, withRealFacts } from "../main/bot.ts";
import { ask } from "./lookups.ts";

withRealFacts();

const NOW = "2026-06-25T05:00Z";

test("a calendar that was only looked at is called not begun, no post goes to it, and hour and zone begin it", async () => {
  await withBot(NOW, async (running) => {
    const { setup, discord, guildId } = running;
    expect((await ask(running, "setup")).text).toContain("It has not begun");
    const other = { ...running, channelId: discord.addChannel(guildId) };
    expect((await ask(running, "subscriptions list")).text).toContain("It has not begun");
    await ask({ ...running, channelId: discord.addChannel(guildId) }, "setup");
    expect((await ask(other, "subscriptions pause")).text).toContain("Nothing is posted in this server.");
    expect(await setup({ hour: "9", zone: "UTC" })).toContain("The first post comes on Thursday, 25 June 2026.");
    const elsewhere = (await ask(other, "subscriptions pause")).text;
    expect(elsewhere).toContain("There is no calendar in that channel. Choose one below");
    expect(elsewhere).toContain(`<#${running.channelId}> gets a post at 09:00`);
    await ask(running, "subscriptions pause");
    expect((await ask(running, "setup")).text).toContain("It is paused");
  });
});

test("/setup with hour and zone on a calendar that there is can be taken back, and starts nothing that is paused", async () => {
  await withBot(NOW, async (running) => {
    const { setup, store, guildId } = running;
    const calendar = async () => (await store.subscriptions.ofGuild(guildId))[0];
    await setup({ hour: "9", zone: "Brussels", countries: "Belgium" });
    const first = await calendar();
    const changed = await ask(running, "setup", { hour: "18", zone: "Tokyo", countries: "Kenya" });
    expect(changed.text).toContain("Changed.");
    expect(await calendar()).toMatchObject({ postAt: "18:00", zone: "Asia/Tokyo", selection: { parties: ["KE"] } });
    expect((await changed.press("Undo")).text).toContain("Undone.");
    expect(await calendar()).toMatchObject({ postAt: "09:00", zone: "Europe/Brussels", selection: first?.selection });
    await ask(running, "subscriptions pause");
    const paused = await ask(running, "setup", { hour: "18", zone: "Tokyo" });
    expect(paused.text).toContain("It is paused: nothing is posted until /subscriptions resume.");
    expect(paused.labels).toEqual(expect.arrayContaining(["Start posting", "Undo"]));
    expect(await calendar()).toMatchObject({ postAt: "18:00", standing: { state: "paused" } });
  });
});

test("/setup takes noon and midnight for hours", async () => {
  await withBot(NOW, async ({ setup }) => {
    expect(await setup({ hour: "noon", zone: "UTC" })).toContain("gets a post at 12:00");
    expect(await setup({ hour: "Midnight" })).toContain("Hour: **00:00**");
  });
});

test("a channel whose calendar was removed and that is only looked at again makes room where settings that somebody chose stay", async () => {
  await withBot(NOW, async (running) => {
    const { setup, discord, guildId, store } = running;
    await setup({ hour: "9", zone: "UTC", countries: "Kenya" });
    await (await ask(running, "subscriptions remove")).press("Stop posting here");
    await ask(running, "setup");
    const look = () => ask({ ...running, channelId: discord.addChannel(guildId) }, "setup", { countries: "Belgium" });
    for (let made = 1; made < MOST_CALENDARS; made += 1) await look();
    expect((await look()).text).toContain("It has not begun");
    const channels = (await store.subscriptions.ofGuild(guildId)).map(({ channelId }) => channelId);
    expect(channels).toHaveLength(MOST_CALENDARS);
    expect(channels).not.toContain(running.channelId);
    expect((await look()).text).toContain("whose settings somebody chose");
  });
});
