import { expect, test } from "vitest";
import { subscribed } from "../store/support.ts";
import { withBot, withRealFacts } from "./bot.ts";

withRealFacts();

test("servers that removed the bot while it was down are asked nothing when it is back, and the others get their post", async () => {
  await withBot("2026-06-25T06:00:00Z", async ({ bot, store, discord, clock, restart, guildId, channelId }) => {
    const one = await subscribed(store, { guildId, channelId }, clock.now());
    const gone = [];
    for (let count = 1; count <= 6; count += 1)
      gone.push(await subscribed(store, { guildId: String(100_000_000_000_000_000n + BigInt(count)) }, clock.now()));
    await bot.stop();
    clock.set(Date.parse("2026-06-25T07:05:00Z"));
    await restart();
    await expect.poll(() => discord.messages(one.channelId).length).toBe(1);
    const left = (await store.guilds.all()).filter((guild) => guild.left).map((guild) => guild.guildId);
    expect(new Set(left)).toEqual(new Set(gone.map((each) => each.guildId)));
    const asked = gone.filter((each) => discord.requests.some(({ path }) => path.includes(each.channelId)));
    expect(asked).toEqual([]);
  });
});
