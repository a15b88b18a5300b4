import { expect, test } from "vitest";
import { withBot, withRealFacts } from "../main/bot.ts";
import { ask } from "./lookups.ts";

withRealFacts();

const NOW = "2026-06-25T10:00Z";

test.each([
  ["search", { text: "!!" }, "Type at least one word: a name, a country, a place or a year."],
  ["search", { text: "of the" }, "Type at least one word"],
  ["search", { text: " <@123456789012345678> " }, "That is a mention or an id of Discord"],
  ["search", { text: "<#123>" }, "That is a mention or an id of Discord"],
  ["search", { text: "<:wave:123456789012345678>" }, "That is a mention or an id of Discord"],
  ["search", { text: "123456789012345678" }, "That is a mention or an id of Discord"],
  ["event", { event: "<@&123456789012345678>" }, "That is a mention or an id of Discord"],
  ["event", { event: "!!" }, "Type at least one word"],
  ["search", { text: "https://evil.example/x" }, "“https evil.example/x”"],
  ["jubilees", { year: 9999 }, "Choose a year between them."],
  ["jubilees", { year: 1 }, " to 2126"],
  [
    "events add",
    { date: "2026-06", text: "Visit" },
    "“2026-06” names no day, and a day is needed here: write one as well, such as 25 June 2026.",
  ],
  [
    "events add",
    { date: "1963", text: "Visit" },
    "“1963” names no day, and a day is needed here: write one as well, such as 25 June 1963.",
  ],
  ["events add", { date: "June", text: "Visit" }, "such as 25 June."],
  ["events add", { date: "30/2", text: "Visit" }, "February has 29 days at most"],
  ["country", { name: "Belguim" }, "What comes near: Belgium. Choose what you mean, or write it anew."],
])("/%s %j says what would be right", async (command, options, said) => {
  await withBot(NOW, async (running) => {
    expect((await ask(running, command, options)).text).toContain(said);
  });
});

test("nothing is said to come near what is only alike in a word of another language", async () => {
  await withBot(NOW, async (running) => {
    for (const name of ["Atlantis", "Xyzzy"]) {
      const { text } = await ask(running, "country", { name });
      expect(text).toContain(`called “${name}”`);
      expect(text).not.toContain("What comes near");
    }
  });
});

test("every page that can be chosen says which entries it has, or with what it begins", async () => {
  await withBot(NOW, async (running) => {
    await running.almanac.prepare();
    for (const [command, options, told] of [
      ["jubilees", { year: 2027 }, /^\d+ [A-Z][a-z]+ 2027$/],
      ["today", { quiet: true }, "13 to 24"],
      ["between", { a: "FR", b: "DE" }, /^\d{4}$/],
    ] as const) {
      const shown = await ask(running, command, options);
      const { options: pages = [] } = shown.component("Go to page …");
      const second = pages.find(({ value }) => value === "2");
      expect(second?.description).toEqual(typeof told === "string" ? told : expect.stringMatching(told));
    }
  });
});
