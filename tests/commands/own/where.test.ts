import { PermissionFlagsBits } from "discord-api-types/v10";
import { expect, test } from "vitest";
import { isChannelGone } from "../../../src/delivery/subscription.ts";
import { withBot, withRealFacts } from "../../main/bot.ts";
import { ask } from "../lookups.ts";
import { add, NOW } from "./support.ts";

withRealFacts();

test.each(["paused", "suspended"])(
  "of a channel that is gone, its calendar %s, an own date is told with a cure that can be followed",
  async (standing) => {
    await withBot(NOW, async (running) => {
      const { discord, guildId, channelId, setup, store } = running;
      await setup({ hour: "9", zone: "UTC" });
      if (standing === "paused") await ask(running, "subscriptions pause");
      const there = { ...running, channelId: discord.addChannel(guildId) };
      discord.deleteChannel(channelId);
      const lost = async () => (await store.subscriptions.ofGuild(guildId)).filter(isChannelGone);
      await expect.poll(async () => (await lost()).length, { interval: 5 }).toBe(1);
      const { text } = await add(there, "28 June", "x");
      expect(text).toContain(
        `Not in <#${channelId}>: gone, or no longer to be seen by me. Use /setup in the new channel,`,
      );
      expect(text).not.toMatch(/subscriptions resume|subscriptions why|Next shown/u);
    });
  },
);

test("of a channel that refused today no own date is promised", async () => {
  await withBot(NOW, async (running) => {
    const { discord, channelId, setup, at } = running;
    await setup({ hour: "9", zone: "UTC" });
    discord.setPermissions(channelId, PermissionFlagsBits.ViewChannel);
    await at("2026-06-25T09:00Z");
    await at("2026-06-25T09:01Z");
    const { text } = await add(running, "28 June", "x");
    expect(text).toContain(`Not in <#${channelId}>: I cannot post there now; /subscriptions why, with that channel,`);
    expect(text).not.toContain("Next shown");
  });
});
