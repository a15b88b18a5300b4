import { expect, test } from "vitest";
import type { Event } from "../../src/almanac/event.ts";
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
  ["en-GB", "October 1648", "## “October 1648”", "October 1648**: "],
  ["en-GB", "May 1648", "## May 1648", "Nothing is recorded for May 1648."],
  ["de", "März 1963", "## “March 1963”", "March 1963**: "],
  ["en-GB", "1648", "## “1648”", "Peace of Westphalia"],
  ["ja", "1963年", "## “1963”", "Élysée Treaty"],
  ["en-GB", "June 2027", "## Round anniversaries of June 2027", "June 2027"],
  ["en-GB", "2027", "## Round anniversaries of 2027", "January 2027"],
  ["fr", "juin", "## Round anniversaries of June 2026", "June 2026"],
  ["fr", "mai", "## Round anniversaries of May 2027", "May 2027"],
])("/on tells a person with Discord in %s what %s has", async (locale, date, heading, told) => {
  await withBot(NOW, async (running) => {
    const answer = await ask(personWith(locale, running), "on", { date });
    expect(answer.isQuiet).toBe(false);
    expect(answer.text).toContain(heading);
    expect(answer.text).toContain(told);
    expect((await ask(personWith(locale, running), "on", { date, quiet: true })).isQuiet).toBe(true);
  });
});

test("of a month or a year of which nothing is on record that is said, with the years around it of which something is", async () => {
  await withBot(NOW, async (running) => {
    const empty = await ask(running, "on", { date: "January 1649" });
    expect(empty.text).not.toMatch(/words|search/u);
    expect(empty.labels.length).toBeGreaterThanOrEqual(2);
    const [first = ""] = empty.labels;
    expect((await empty.press(first)).text).toContain(`## “${first}”`);
    const country = await ask(running, "on", { date: "1850", country: "South Sudan", quiet: true });
    expect(country.text).toContain("Nothing about South Sudan is recorded for 1850.");
    const [next = ""] = country.labels;
    const pressed = await country.press(next);
    expect(pressed.text).toContain(`## “${next} South Sudan”`);
    expect(pressed.isQuiet).toBe(true);
  });
});

test("the events of a month that is over are just those of it, for each of those who have any", async () => {
  await withBot(NOW, async (running) => {
    const { almanac } = running;
    const inJune = ({ date }: Event) => date.precision !== "year" && date.year === 1963 && date.month === 6;
    const all = almanac.find({ years: [1963, 1963] }, { order: "date" }).items.filter(inJune);
    const { text } = await ask(running, "on", { date: "June 1963" });
    expect(text).toContain(`${all.length} entries, page 1 of`);
    const named = new Set(all.flatMap(({ parties }) => parties));
    for (const code of [...named].filter((_, at) => at % 9 === 0)) {
      const name = almanac.parties.name(code, "en");
      const { text: told } = await ask(running, "on", { date: "June 1963", country: name });
      expect(told, name).toContain(`## “June 1963 ${name}”`);
      expect(told, name).toMatch(/June 1963\*\*: /);
    }
  });
});

test.each([
  ["on", "1963", ["1963: all of it", "Tuesday, 25 June 1963", "January 1963: all of it"]],
  ["on", "2026-06", ["June 2026: all of it", "Monday, 1 June 2026", "Tuesday, 2 June 2026"]],
  ["preview", "2026-06", ["Monday, 1 June 2026", "Tuesday, 2 June 2026"]],
  ["events add", "1963", ["Tuesday, 25 June 1963", "Tuesday, 1 January 1963"]],
  ["on", "13/14", ["“13/14” does not exist: there is no month 14. Write it like 25 June 2026 or 2026-06-25."]],
  ...["on", "preview", "events add"].map(
    (command) =>
      [
        command,
        "30/2",
        [
          expect.stringMatching(/^“30\/2” does not exist: February has 29 days at most/),
          "Sunday, 28 February 2027",
          "Monday, 1 March 2027",
          "Tuesday, 29 February 2028",
        ],
      ] as const,
  ),
] as const)("the list of /%s says what was understood of %s", async (command, date, first) => {
  await withBot(NOW, async ({ discord, channelId, admin, setup }) => {
    await setup({ hour: "9", zone: "UTC" });
    const options = { date };
    const choices = await discord.interact.autocomplete({
      command,
      channelId,
      person: admin,
      focused: "date",
      options,
    });
    expect(choices.map(({ name }) => name).slice(0, first.length)).toEqual(first);
    const [chosen] = choices;
    const answer = await ask({ discord, channelId, admin }, command, {
      date: String(chosen?.value),
      ...(command === "events add" && { text: "Visit" }),
    });
    expect(answer.text).not.toContain("not a date that I can read");
  });
});
