import { PermissionFlagsBits } from "discord-api-types/v10";
import { expect, test } from "vitest";
import { MOST_CALENDARS } from "../../src/delivery/subscription.ts";
import { INVITED_WITH } from "../../src/playground/world.ts";
import { withBot, withRealFacts } from "../main/bot.ts";
import { ask } from "./lookups.ts";

withRealFacts();

const NOW = "2026-06-25T05:00Z";
const CHANGE = "Change a setting…";

test("a calendar that was only looked at gives way to one that moves into its channel, and to an Undo that moves one back", async () => {
  await withBot(NOW, async (running) => {
    const { discord, guildId, channelId, setup, store, at } = running;
    await setup({ hour: "9", zone: "UTC", countries: "Belgium, Germany, France" });
    const other = discord.addChannel(guildId);
    const there = { ...running, channelId: other };
    const looked = await ask(there, "setup");
    const moved = await (await (await ask(running, "setup")).press(CHANGE, "channel")).press("Channel", other);
    expect(moved.text).toContain("Changed.");
    expect(await store.subscriptions.ofGuild(guildId)).toMatchObject([
      { channelId: other, standing: { state: "active" } },
    ]);
    expect((await looked.press("Start posting")).text).toContain("That calendar has ended, or was set up anew since.");
    await ask(running, "setup");
    expect((await moved.press("Undo")).text).toContain("Undone.");
    expect(await store.subscriptions.ofGuild(guildId)).toMatchObject([{ channelId, standing: { state: "active" } }]);
    await at("2026-06-25T09:01Z");
    expect([discord.messages(channelId).length, discord.messages(other).length]).toEqual([1, 0]);
  });
});

test("one of which somebody has chosen settings does not: that is said, with what to do, and done", async () => {
  await withBot(NOW, async (running) => {
    const { discord, guildId, setup, store } = running;
    await setup({ hour: "9", zone: "UTC" });
    const other = discord.addChannel(guildId);
    const there = { ...running, channelId: other };
    await ask(there, "setup", { hour: "18" });
    const move = async () => (await (await ask(running, "setup")).press(CHANGE, "channel")).press("Channel", other);
    const refused = await move();
    expect(refused.text).toContain(
      "somebody has chosen settings of a calendar that has not begun, so nothing was changed",
    );
    expect(refused.text).not.toContain("Changed.");
    expect(await store.subscriptions.ofGuild(guildId)).toHaveLength(2);
    await (await ask(there, "subscriptions remove")).press("Stop posting here");
    expect((await move()).text).toContain("Changed.");
    expect(await store.subscriptions.ofGuild(guildId)).toMatchObject([{ channelId: other }]);
  });
});

test("making room to look at others forgets nothing of what a channel got: no date comes there twice", async () => {
  await withBot(NOW, async (running) => {
    const { discord, guildId, channelId, setup, store, at } = running;
    // the channel itself could not tell
    discord.setPermissions(channelId, INVITED_WITH & ~PermissionFlagsBits.ReadMessageHistory);
    await setup({ hour: "9", zone: "UTC" });
    await at("2026-06-25T09:00Z");
    await (await ask(running, "subscriptions remove")).press("Stop posting here");
    await ask(running, "setup");
    for (let others = 0; others < MOST_CALENDARS; others += 1)
      await ask({ ...running, channelId: discord.addChannel(guildId) }, "setup");
    const channels = (await store.subscriptions.ofGuild(guildId)).map((each) => each.channelId);
    expect(channels).toHaveLength(MOST_CALENDARS);
    expect(channels).not.toContain(channelId);
    expect(await setup({ hour: "18", zone: "UTC" })).toContain("The first post comes on Friday, 26 June 2026.");
    await at("2026-06-25T18:00Z");
    await at("2026-06-25T18:02Z");
    expect(discord.messages(channelId)).toHaveLength(1);
    await at("2026-06-26T18:00Z");
    expect(discord.messages(channelId)).toHaveLength(2);
  });
});
