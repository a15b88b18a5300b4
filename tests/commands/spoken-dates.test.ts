import { expect, test } from "vitest";
import { type Running, textOf, withBot, withRealFacts } from "../main/bot.ts";
import { ask } from "./lookups.ts";

withRealFacts();

/** A Thursday. */
const NOW = "2026-06-25T10:00Z";

function personWith(locale: string, { admin, ...place }: Running): Pick<Running, "discord" | "channelId" | "admin"> {
  return { ...place, admin: { ...admin, locale } };
}

test.each([
  ["de", "Freitag", "## Friday, 26 June 2026"],
  ["de", "übermorgen", "## Saturday, 27 June 2026"],
  ["de", "23. März", "## Tuesday, 23 March 2027"],
  ["de", "3.4.", "## Saturday, 3 April 2027"],
  ["fr", "demain", "## Friday, 26 June 2026"],
  ["fr", "23 mars", "## Tuesday, 23 March 2027"],
  ["fr", "25 août 1992", "## Tuesday, 25 August 1992"],
  ["pt-BR", "amanhã", "## Friday, 26 June 2026"],
  ["ja", "6月25日", "## Thursday, 25 June 2026"],
  ["no", "fredag", "## Friday, 26 June 2026"],
  ["en-US", "3/4", "## Thursday, March 4, 2027"],
  ["en-GB", "3/4", "## Saturday, 3 April 2027"],
])("/on reads what a person with Discord in %s writes: %s", async (locale, date, heading) => {
  await withBot(NOW, async (running) => {
    expect((await ask(personWith(locale, running), "on", { date })).text).toContain(heading);
  });
});

test.each([
  ["de", "überm", "2026-06-27"],
  ["de", "frei", "2026-06-26"],
  ["de", "mär", "2027-03-01"],
  ["fr", "dem", "2026-06-26"],
  ["fr", "23 ma", "2027-03-23"],
])("a date that is being typed is completed for a person with Discord in %s: %s", async (locale, typed, value) => {
  await withBot(NOW, async (running) => {
    const { discord, channelId, admin } = personWith(locale, running);
    for (const [command, options] of [
      ["on", { date: typed }],
      ["preview", { date: typed }],
      ["events add", { date: typed }],
    ] as const) {
      const choices = await discord.interact.autocomplete({
        command,
        channelId,
        person: admin,
        focused: "date",
        options,
      });
      expect(
        choices.map((choice) => choice.value),
        command,
      ).toContain(value);
    }
  });
});

test("a search for a date leads to its day, and a server's own date is read, in the person's language", async () => {
  await withBot(NOW, async (running) => {
    const german = personWith("de", running);
    const found = await ask(german, "search", { text: "3. Oktober 1990" });
    expect(found.labels.some((label) => label.includes("3 October 1990"))).toBe(true);
    const { discord, channelId, admin } = german;
    const options = { date: "24. Dezember 2026", text: "Weihnachtsfeier" };
    const added = await discord.interact.slash({ command: "events add", channelId, person: admin, options });
    expect(textOf(added.message())).toContain("24 December 2026");
  });
});

test.each([
  ["en-GB", "May 1648"],
  ["en-GB", "1648"],
  ["de", "März 1648"],
])(
  "/on says to a person with Discord in %s that %s has no day, and what tells of a whole year",
  async (locale, date) => {
    await withBot(NOW, async (running) => {
      const answer = await ask(personWith(locale, running), "on", { date });
      expect(answer.isQuiet).toBe(true);
      expect(answer.text).toContain(`“${date}” names no day`);
      expect(answer.text).toContain("/jubilees");
      expect((await ask(running, "on", { date: "soon" })).text).toContain("not a date that I can read");
    });
  },
);
