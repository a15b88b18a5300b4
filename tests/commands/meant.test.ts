import { expect, test } from "vitest";
import { withBot, withRealFacts } from "../main/bot.ts";
import { ask } from "./lookups.ts";

withRealFacts();

test("where several calendars could be meant none is guessed: they are listed, and one is chosen", async () => {
  await withBot("2026-06-25T05:00Z", async (running) => {
    const { discord, guildId, store } = running;
    const elsewhere = { ...running, channelId: discord.addChannel(guildId) };
    await running.setup({ hour: "9", zone: "UTC", countries: "Belarus" });
    // the only one is meant wherever the command is used
    expect((await ask(elsewhere, "subscriptions edit")).text).toContain(`The calendar of <#${running.channelId}>`);
    const other = { ...running, channelId: discord.addChannel(guildId) };
    await ask(other, "setup", { hour: "12", zone: "UTC", countries: "Chad" });
    for (const command of ["edit", "pause", "resume", "remove", "test", "why"]) {
      const list = await ask(elsewhere, `subscriptions ${command}`);
      expect(list.text, command).toContain("There is no calendar in that channel. Choose one below");
      expect(list.component("Choose one to see what can be done").options).toHaveLength(2);
    }
    expect((await store.subscriptions.ofGuild(guildId)).map(({ standing }) => standing.state)).toEqual([
      "active",
      "active",
    ]);
    expect(discord.messages(other.channelId)).toEqual([]);
    const list = await ask(elsewhere, "subscriptions edit", { channel: discord.addChannel(guildId) });
    const [, second] = await store.subscriptions.ofGuild(guildId);
    const card = await list.press("Choose one to see what can be done", second?.id ?? "");
    expect((await card.press("Change…")).text).toContain(`The calendar of <#${second?.channelId}>`);
  });
});
