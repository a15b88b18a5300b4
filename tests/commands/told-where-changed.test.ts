import { PermissionFlagsBits } from "discord-api-types/v10";
import { expect, test } from "vitest";
import { INVITED_WITH } from "../../src/playground/world.ts";
import { textOf, withBot, withRealFacts } from "../main/bot.ts";
import { ask } from "./lookups.ts";

withRealFacts();

test("a calendar set up in its own channel, which then refuses: told where an admin changed it last, before anybody asks", async () => {
  await withBot("2026-06-25T05:00Z", async (running) => {
    const { setup, at, discord, guildId, channelId } = running;
    const office = discord.addChannel(guildId);
    const calendar = { channel: channelId };
    await setup({ hour: "9", zone: "UTC" });
    await ask({ ...running, channelId: office }, "subscriptions pause", calendar);
    await ask({ ...running, channelId: office }, "subscriptions resume", calendar);
    await ask(running, "subscriptions pause");
    await ask(running, "subscriptions resume");
    discord.setPermissions(channelId, INVITED_WITH & ~PermissionFlagsBits.SendMessages);
    for (const time of ["09:01", "09:03", "09:04"]) await at(`2026-06-25T${time}Z`);
    expect(discord.messages(office).map(textOf)).toEqual([expect.stringContaining(`<#${channelId}>`)]);
  });
});
