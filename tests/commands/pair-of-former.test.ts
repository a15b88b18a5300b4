import { expect, test } from "vitest";
import { withBot, withRealFacts } from "../main/bot.ts";
import { ask, following } from "./lookups.ts";

withRealFacts();

const NOW = "2026-06-25T10:00Z";

test("a state and the one that it came out of are a pair: its calendar tells how the one left the other", async () => {
  await withBot(NOW, async (running) => {
    await following(running, "Croatia with Yugoslavia");
    const [calendar] = await running.store.subscriptions.ofGuild(running.guildId);
    expect(calendar?.selection.together).toEqual([["HR", "YUCS"]]);
    expect((await ask(running, "preview", { date: "2027-06-25" })).text).toMatch(/Croatia[^]*Yugoslavia/);
    const more = await ask(running, "countries only", { countries: "Czechia, Czechoslovakia", together: true });
    expect(more.text).toContain("Czechia with Czechoslovakia");
  });
});
