import { expect, test } from "vitest";
import { withBot, withRealFacts } from "../main/bot.ts";
import { ask } from "./lookups.ts";

withRealFacts();

const NOW = "2026-06-25T10:00Z";

test.each([
  ["4 April 1949", "nato-1949-04-04-organisation-founded"],
  ["April 4th, 1949", "nato-1949-04-04-organisation-founded"],
  ["1949-04-04", "nato-1949-04-04-organisation-founded"],
  ["22 january 1963", "de-fr-1963-01-22-treaty-signed"],
  ["april 1949 atlantic", "north-atlantic-treaty-1949-04-04-treaty-signed"],
])("an event is found by its date: %s", async (typed, id) => {
  await withBot(NOW, async (running) => {
    const { discord, channelId, admin } = running;
    const options = { event: typed };
    const choices = await discord.interact.autocomplete({
      command: "event",
      channelId,
      person: admin,
      focused: "event",
      options,
    });
    expect(choices[0]?.value).toBe(id);
    const found = await ask(running, "search", { text: typed });
    expect(found.component("One of these in full …").options?.[0]?.value).toBe(id);
  });
});

test("countries are read as people join them, by flag, and without what nobody sees", async () => {
  await withBot(NOW, async (running) => {
    const both = (await ask(running, "today", { country: "France, Germany" })).text;
    for (const country of ["France and Germany", "France; Germany", "Fra\u200Bnce, \u2067Germany\u2069"])
      expect((await ask(running, "today", { country })).text).toBe(both);
    expect((await ask(running, "today", { country: "Trinidad and Tobago" })).text).toContain("Trinidad");
    expect((await ask(running, "today", { country: "France and Atlantis" })).text).toContain("“France and Atlantis”");
    const flags = await ask(running, "search", { text: "🇧🇪 🇰🇿 1992" });
    expect(flags.text).toContain("Belgium and Kazakhstan established diplomatic relations");
  });
});

test.each([
  ["broke off relations Iran 1980", "Search for “relations iran 1980”", "Iran"],
  ["NATO joins Sweden", "Search for “nato sweden”", "Sweden"],
])("/search offers what is found with fewer words: %s", async (text, button, found) => {
  await withBot(NOW, async (running) => {
    const none = await ask(running, "search", { text });
    expect(none.text).toContain("Nothing on record has all of these words");
    const fewer = await none.press(button);
    expect(fewer.text).not.toContain("Nothing on record");
    expect(fewer.text).toContain(found);
  });
});
