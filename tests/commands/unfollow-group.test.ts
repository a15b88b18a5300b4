import { expect, test } from "vitest";
import { withBot, withRealFacts } from "../main/bot.ts";
import { ask, following } from "./lookups.ts";

withRealFacts();

const NOW = "2026-06-20T08:00Z";

test("a group that was chosen with “together” is unfollowed by its name, all of it; within what more have in common it stays", async () => {
  await withBot(NOW, async (running) => {
    const { store, guildId } = running;
    await following(running, "Chad");
    const chosen = async () => {
      const [calendar] = await store.subscriptions.ofGuild(guildId);
      return { ...calendar?.selection, groups: calendar?.presets.map(({ preset }) => preset) };
    };
    const unfollow = async (countries: string) => (await ask(running, "countries unfollow", { countries })).text;
    await ask(running, "countries only", { countries: "Benelux", together: true });
    expect(await unfollow("Benelux")).toContain("nobody would be left");
    expect(await chosen()).toMatchObject({
      groups: ["benelux"],
      together: [expect.arrayContaining(["BE", "LU", "NL"])],
    });
    await ask(running, "countries follow", { countries: "Chad" });
    expect(await unfollow("Benelux")).toContain("following Chad.");
    expect(await chosen()).toMatchObject({ groups: [], together: [], parties: ["TD"] });
    await ask(running, "countries only", { countries: "Benelux, France", together: true });
    expect(await unfollow("Benelux")).toContain("None of these is followed alone, only what is in common");
    await ask(running, "countries follow", { countries: "Belgium" });
    expect(await unfollow("Benelux")).toContain("France with Belgium with Luxembourg");
    expect(await chosen()).toMatchObject({
      groups: ["benelux"],
      parties: [],
      together: [expect.arrayContaining(["FR"])],
    });
  });
});
