import { expect, test } from "vitest";
import type { OptionValue } from "../../src/playground/api.ts";
import { type Running, withBot, withRealFacts } from "../main/bot.ts";

withRealFacts();

const NOW = "2026-06-25T10:00Z";

/** The choices for a text typed into an option. */
async function typed(
  { discord, channelId, admin }: Running,
  command: string,
  focused: string,
  text: string,
  rest: Readonly<Record<string, OptionValue>> = {},
): Promise<readonly string[]> {
  const options = { ...rest, [focused]: text };
  const choices = await discord.interact.autocomplete({ command, channelId, person: admin, focused, options });
  expect(choices.length).toBeLessThanOrEqual(25);
  for (const { name } of choices) expect(name.length).toBeLessThanOrEqual(100);
  return choices.map(({ name }) => name);
}

test("countries: the server's own first, then by groups, by any name, with typing errors", async () => {
  await withBot(NOW, async (running) => {
    await running.setup({ hour: "09:00", zone: "UTC", countries: "Belarus, Uganda, Benin" });
    const country = (text: string) => typed(running, "country", "name", text);
    expect((await country("")).slice(0, 4)).toEqual(["Belarus", "Uganda", "Benin", "Afghanistan"]);
    expect((await country("b")).slice(0, 6)).toEqual([
      "Belarus",
      "Benin",
      "Bahamas",
      "Bahrain",
      "Bangladesh",
      "Barbados",
    ]);
    const u = await country("u");
    expect(u[0]).toBe("Uganda");
    expect(u.indexOf("United Nations")).toBeGreaterThan(u.indexOf("Uzbekistan"));
    expect(u.indexOf("United Arab Republic")).toBeGreaterThan(u.indexOf("United Nations"));
    // by its name, though its short name begins so too
    expect(u.indexOf("United Kingdom")).toBeGreaterThan(u.indexOf("Ukraine"));
    expect(u.indexOf("United States")).toBeLessThan(u.indexOf("United Nations"));
    expect((await country("us"))[0]).toContain("United States");
    expect((await country("ne")).slice(0, 3)).toEqual(["Niger", "Nepal", "Netherlands"]);
    expect((await country("uk"))[0]).toContain("United Kingdom");
    expect((await country("eu"))[0]).toBe("European Union");
    for (const [text, first] of [
      ["🇧🇪", "Belgium"],
      ["dutch", "Netherlands (Dutch)"],
      ["ceylon", "Sri Lanka (Ceylon)"],
      ["polnd", "Poland"],
      ["swtizerland", "Switzerland"],
      ["cote d ivoire", "Côte d’Ivoire"],
      ["Бельгия", "Belgium (Бельгия)"],
      ["日本", "Japan (日本)"],
      ["kz", "Kazakhstan"],
    ] as const)
      expect((await country(text))[0], text).toBe(first);
    expect((await typed(running, "today", "country", "be, kaz"))[0]).toBe("Belgium, Kazakhstan");
  });
});

test("groups: every list offers those that it takes, after the countries that begin so, and keeps them before a comma", async () => {
  await withBot(NOW, async (running) => {
    const given: Readonly<Record<string, Readonly<Record<string, OptionValue>>>> = { on: { date: "25 June" } };
    for (const command of ["today", "on", "upcoming", "jubilees", "random", "calendar"]) {
      const country = (text: string) => typed(running, command, "country", text, given[command] ?? {});
      expect((await country("benel"))[0], command).toBe("Benelux");
      expect((await country("nordi"))[0], command).toBe("Nordic countries");
      expect((await country("be"))[0], command).toMatch(/^Be(?!nelux)/u);
      expect(await country("be"), command).toContain("Benelux");
      expect((await country("benelux, ken"))[0], command).toBe("Benelux, Kenya");
      expect((await country("ke, balt"))[0], command).toBe("Kenya, Baltic states");
      expect(await country("benelux, benel"), command).not.toContain("Benelux, Benelux");
      // a calendar has room for any number of countries, an answer on a page for 15
      expect((await country("eu mem")).includes("EU members"), command).toBe(command === "calendar");
    }
    for (const [command, option] of [
      ["country", "name"],
      ["between", "a"],
    ] as const)
      expect(await typed(running, command, option, "benel"), command).not.toContain("Benelux");
  });
});

test("dates: a week before anything is typed, what is read of it, and what begins so", async () => {
  await withBot(NOW, async (running) => {
    const date = (text: string) => typed(running, "on", "date", text);
    expect(await date("")).toHaveLength(7);
    expect((await date(""))[0]).toBe("Thursday, 25 June 2026");
    expect(await date("25 ju")).toEqual(["Thursday, 25 June 2026", "Saturday, 25 July 2026"]);
    expect(await date("3/4")).toEqual([
      "Saturday, 3 April 2027",
      "Friday, 3 April 2026",
      "Thursday, 4 March 2027",
      "Wednesday, 4 March 2026",
    ]);
    expect(await date("tom")).toEqual(["Friday, 26 June 2026"]);
    expect(await date("mond")).toEqual(["Monday, 29 June 2026"]);
    expect(await date("in 5")).toEqual([
      "Tuesday, 30 June 2026",
      "Thursday, 30 July 2026",
      "Wednesday, 25 November 2026",
      "Wednesday, 25 June 2031",
      // fortnights, decades and centuries
      "Thursday, 3 September 2026",
      "Thursday, 25 June 2076",
      "Tuesday, 25 June 2526",
    ]);
    // ago, ahead
    expect(await date("2 weeks a")).toEqual(["Thursday, 11 June 2026", "Thursday, 9 July 2026"]);
    expect(await date("2 weeks ag")).toEqual(["Thursday, 11 June 2026"]);
    expect(await date("next")).toContain("Friday, 26 June 2026");
    expect(await date("last")).toContain("Wednesday, 24 June 2026");
    expect((await date("febr"))[0]).toBe("Monday, 1 February 2027");
    expect(await date("febr")).toHaveLength(25);
    expect(await date("xyzzy")).toEqual([]);
  });
});

test("events: today's best before anything is typed, by words, by reference, and in the middle of a word", async () => {
  await withBot(NOW, async (running) => {
    await running.almanac.prepare();
    const event = (text: string) => typed(running, "event", "event", text);
    expect(await event("")).toHaveLength(25);
    expect((await event("elysee"))[0]).toMatch(/^22 January 1963: Élysée Treaty/);
    expect((await event("be-kz-1992-08-25-relations-established"))[0]).toMatch(
      /^25 August 1992: Belgium and Kazakhstan/,
    );
    expect((await event("camp david 19x"))[0]).toContain("Camp David");
    // a word just begun, a country just begun, and one letter, which says nothing yet
    expect((await event("treaty of ve"))[0]).toMatch(/^28 June 1919: Treaty of Versailles/);
    expect((await event("congress of vi"))[0]).toContain("Congress of Vienna");
    expect((await event("belgium ka")).slice(0, 2)).toEqual([
      expect.stringMatching(/^17 January 1961: Killing of Patrice Lumumba/), // in Katanga
      expect.stringMatching(/^25 August 1992: Belgium and Kazakhstan/),
    ]);
    expect((await event("belgium kaz"))[0]).toMatch(/^25 August 1992: Belgium and Kazakhstan/);
    expect((await event("camp d"))[0]).toContain("Camp David Accords");
    expect((await event("elysee t"))[0]).toMatch(/^22 January 1963: Élysée Treaty/);
    expect(await event("xyzzyplugh")).toEqual([]);
  });
});
