import { expect, test } from "vitest";
import { type Running, withBot, withRealFacts } from "../main/bot.ts";
import { ask } from "./lookups.ts";

withRealFacts();

const NOW = "2026-06-25T05:00Z";
const CHANGE = "Change a setting…";

const calendar = async ({ store, guildId }: Running) => (await store.subscriptions.ofGuild(guildId))[0];

test("a choice that the panel does not take says so in true words, leaves the panel as it is, and changes nothing", async () => {
  await withBot(NOW, async (running) => {
    const { setup, discord, guildId } = running;
    await setup({ hour: "9", zone: "UTC", countries: "Belarus" });
    const before = await calendar(running);
    const panel = await (await ask(running, "setup")).press(CHANGE, "mention");
    // the role of a server's id is @everyone
    const refused = await panel.press("Mention", guildId);
    expect(refused.text).toContain("@everyone cannot be mentioned; choose a role.");
    expect(await calendar(running)).toEqual(before);
    const chosen = await refused.press("Mention", discord.addRole(guildId, { name: "diplomats" }));
    expect(chosen.text).toContain("Changed.");
  });
});

test("the record tells in words what a mention is for, and whether each country alone or a pair is meant", async () => {
  await withBot(NOW, async (running) => {
    const { setup, discord, guildId } = running;
    await setup({ hour: "9", zone: "UTC", countries: "Belarus, Chad" });
    await ask(running, "countries only", { countries: "Belarus, Chad", together: true });
    const panel = await (await ask(running, "setup")).press(CHANGE, "mention");
    await panel.press("Mention", discord.addRole(guildId, { name: "diplomats" }));
    const { text } = await ask(running, "subscriptions why");
    expect(text).toContain("countries Belarus and Chad → none but in pairs, pairs none → Belarus with Chad");
    expect(text).toContain("mention for no anniversary →");
    expect(text).not.toContain("mention for never");
  });
});
