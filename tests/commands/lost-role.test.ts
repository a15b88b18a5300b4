import { expect, test } from "vitest";
import { withBot, withRealFacts } from "../main/bot.ts";
import { ask } from "./lookups.ts";

withRealFacts();

const CHANGE = "Change a setting…";
const CURE =
  "⚠️ The role that I mentioned was deleted. The posts go on without it; /subscriptions edit, under “Mention”, chooses another.";

test("a role that is deleted is told in /subscriptions why with the cure, until another is chosen", async () => {
  await withBot("2026-06-25T05:00Z", async (running) => {
    const { setup, discord, store, guildId } = running;
    await setup({ hour: "9", zone: "UTC" });
    const mention = async (role: string) =>
      (await (await ask(running, "subscriptions edit")).press(CHANGE, "mention")).press("Mention", role);
    const why = async () => (await ask(running, "subscriptions why")).text;
    const role = discord.addRole(guildId, { name: "diplomats" });
    await mention(role);
    expect(await why()).not.toContain(CURE);
    const [calendar] = await store.subscriptions.ofGuild(guildId);
    await store.subscriptions.amend(calendar?.id ?? "", { mention: undefined }, running.clock.now());
    expect(await why()).toContain(CURE);
    await ask(running, "setup", { hour: "18" });
    expect(await why()).toContain(CURE);
    await mention(discord.addRole(guildId, { name: "envoys" }));
    expect(await why()).not.toContain(CURE);
  });
});
