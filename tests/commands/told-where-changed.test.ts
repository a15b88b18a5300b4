import { PermissionFlagsBits } from "discord-api-types/v10";
import { expect, test } from "vitest";
import { INVITED_WITH } from "../../src/playground/world.ts";
import { type Running, textOf, withBot, withRealFacts } from "../main/bot.ts";
import { ask } from "./lookups.ts";

withRealFacts();

const MUTE = INVITED_WITH & ~PermissionFlagsBits.SendMessages;

/** The calendar's channel, in which /setup was used, refuses its post: what is said in another one of the server then. */
async function refusedAt({ discord, channelId, at }: Running, elsewhere: string): Promise<readonly string[]> {
  discord.setPermissions(channelId, MUTE);
  const before = discord.messages(elsewhere).length;
  for (const time of ["09:01", "09:03", "09:04"]) await at(`2026-06-25T${time}Z`);
  return discord.messages(elsewhere).slice(before).map(textOf);
}

test.each([
  ["setup", true],
  ["subscriptions list", true],
  ["subscriptions why", true],
  ["countries list", true],
  ["events list", true],
  ["data export", true],
  ["preview", true],
  ["today", false],
  ["about", false],
])(
  "a channel that refuses, /setup used in it: told where /%s was used last, before anybody asks: %s",
  async (command, isTold) => {
    await withBot("2026-06-25T05:00Z", async (running) => {
      const { setup, discord, guildId, channelId } = running;
      const office = discord.addChannel(guildId);
      await setup({ hour: "9", zone: "UTC" });
      const takesChannel = command === "subscriptions why" || command === "preview";
      await ask({ ...running, channelId: office }, command, takesChannel ? { channel: channelId } : {});
      await ask(running, "subscriptions list"); // in the calendar's own channel, which cannot tell of itself
      const told = expect.stringContaining(`<#${channelId}>`) as string;
      expect(await refusedAt(running, office)).toEqual(isTold ? [told] : []);
    });
  },
);

test("nothing is kept of a channel where the bot answers but may not write: the one before it stays", async () => {
  await withBot("2026-06-25T05:00Z", async (running) => {
    const { setup, discord, guildId } = running;
    const [office, closed] = [discord.addChannel(guildId), discord.addChannel(guildId, { permissions: MUTE })];
    await setup({ hour: "9", zone: "UTC" });
    for (const channelId of [office, closed]) await ask({ ...running, channelId }, "subscriptions list");
    expect(await refusedAt(running, office)).toHaveLength(1);
  });
});
