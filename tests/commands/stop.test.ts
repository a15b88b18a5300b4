import { expect, test } from "vitest";
import { withBot, withRealFacts } from "../main/bot.ts";
import { ask } from "./lookups.ts";

withRealFacts();

const NOW = "2026-06-25T08:00Z";

test("/stop asks first, then ends the posts of the channel, and in three days nothing is stored of it", async () => {
  await withBot(NOW, async (running) => {
    const { setup, at, discord, store, guildId, channelId } = running;
    expect(await setup({ hour: "9", zone: "UTC" })).toMatch(/On the 1st of a month an overview.*\/stop ends all of it/);
    await at("2026-06-25T09:00Z");
    const question = await ask(running, "stop");
    expect(question.text).toContain(`<#${channelId}> gets a post every day at 09:00 (UTC). Shall that end?`);
    expect(question.isQuiet).toBe(true);
    expect(await store.subscriptions.ofGuild(guildId)).toHaveLength(1);
    const done = await question.press("Stop posting here");
    expect(done.text).toContain("Stopped.");
    expect(done.labels).toEqual([]);
    expect(await store.subscriptions.ofGuild(guildId)).toEqual([]);
    await at("2026-06-26T09:00Z");
    await at("2026-06-28T09:00Z");
    expect(discord.messages(channelId)).toHaveLength(1);
    await at("2026-06-29T00:00Z");
    expect(await store.guilds.all()).toEqual([]);
  });
});

test("the button of /stop asks for Manage Server again, and ends only what it asked about", async () => {
  await withBot(NOW, async (running) => {
    const { setup, discord, store, guildId, channelId, admin } = running;
    await setup({ hour: "9", zone: "UTC" });
    const asked = await ask(running, "stop");
    const demoted = { channelId, person: { ...admin, permissions: 0n } };
    const id = asked.component("Stop posting here").custom_id ?? "";
    const refused = await discord.interact.press(demoted, asked.message.id, id);
    expect(refused.message()?.content).toContain("permission");
    expect(await store.subscriptions.ofGuild(guildId)).toHaveLength(1);
    await (await ask(running, "stop")).press("Stop posting here");
    await setup({ hour: "10", zone: "UTC" });
    expect((await asked.press("Stop posting here")).text).toContain("set up anew since");
    expect(await store.subscriptions.ofGuild(guildId)).toHaveLength(1);
    expect(discord.messages(channelId)).toEqual([]);
  });
});

test("/stop where nothing is posted says where it is", async () => {
  await withBot(NOW, async (running) => {
    const { setup, discord, guildId, channelId } = running;
    expect((await ask(running, "stop")).text).toBe("Nothing is posted in this server. /setup begins.");
    await setup({ hour: "9", zone: "UTC" });
    const elsewhere = await ask({ ...running, channelId: discord.addChannel(guildId) }, "stop");
    expect(elsewhere.text).toContain(`Posts go to <#${channelId}>: use /stop there`);
  });
});
