import { expect, test } from "vitest";
import { MOST_CALENDARS } from "../../src/delivery/subscription.ts";
import { EVERYTHING } from "../../src/digest/digest.ts";
import { withBot, withRealFacts } from "../main/bot.ts";
import { settingsWith } from "../store/support.ts";
import { ask } from "./lookups.ts";

withRealFacts();

const NOW = "2026-06-25T05:00Z";

test("the list of as many calendars as there may be says of each how it stands and whom it follows, also in its select", async () => {
  await withBot(NOW, async (running) => {
    const { discord, guildId, store, almanac } = running;
    const at = Date.parse(NOW);
    const states = almanac.parties.all.filter(({ type }) => type === "state").map(({ code }) => code);
    const ids: string[] = [];
    for (let made = 0; made < MOST_CALENDARS - 1; made += 1) {
      const channelId = discord.addChannel(guildId);
      const selection = { ...EVERYTHING, parties: made === 7 ? ["BE"] : made % 2 === 0 ? [] : states.slice(0, 120) };
      const { subscription } = await store.subscriptions.subscribe(settingsWith({ guildId, channelId, selection }), at);
      ids.push(subscription.id);
      if (made === 3) await store.subscriptions.pause(subscription.id, at, "3");
      if (made === 5) await store.subscriptions.suspend(subscription.id, "channel-gone", at, undefined, channelId);
      if (made === 6) await store.subscriptions.suspend(subscription.id, "no-access", at, undefined, channelId);
    }
    await ask({ ...running, channelId: discord.addChannel(guildId) }, "setup", { hour: "18" });
    const list = await ask(running, "subscriptions list");
    const all = await store.subscriptions.ofGuild(guildId);
    const lineOf = (made: number): string => {
      const place = all.findIndex(({ id }) => id === ids[made]) + 1;
      return list.text.split("\n").find((line) => line.startsWith(`${place}\\. `)) ?? "";
    };
    expect(lineOf(3)).toContain("**paused**");
    expect(lineOf(5)).toContain("**channel gone**");
    expect(lineOf(6)).toContain("**cannot post**");
    expect(lineOf(7)).toMatch(/09:00 .*\*\*next on .*\*\* · Belgium$/);
    expect(lineOf(2)).toMatch(/\*\*next on Thursday.*25 June\*\* · all countries$/);
    expect(list.text).toContain("**not begun** · all countries");
    const labels = (list.component("Choose one to see what can be done").options ?? []).map(({ label }) => label);
    expect(labels.filter((label) => label.includes(": paused, "))).toHaveLength(1);
    expect(labels.filter((label) => label.includes(": channel gone, "))).toHaveLength(1);
  });
});
