import { expect, test } from "vitest";
import { type Running, textOf, withBot, withRealFacts } from "../main/bot.ts";
import { ask } from "./lookups.ts";

withRealFacts();

const NOW = "2026-06-25T10:00Z";
const SELECT = "One of these in full …";

async function sourcesOf({ discord, channelId, admin }: Running, messageId: string): Promise<string> {
  const answer = await discord.interact.onMessage({ channelId, person: admin }, "Sources", messageId);
  return textOf(answer.message());
}

test("a past date tells first what happened on it, then what earlier years brought, and nothing of later ones", async () => {
  await withBot(NOW, async (running) => {
    const treaty = await ask(running, "on", { date: "22 January 1963" });
    expect(treaty.text).toMatch(/^## Tuesday, 22 January 1963\n### On this very day\n.*Élysée Treaty/u);
    const war = (await ask(running, "on", { date: "2 August 1990", country: "Kuwait" })).text;
    expect(war).toMatch(/### On this very day\n.*Kuwait.*\(1990/u);
    expect(war).not.toMatch(/\*\*0 years/u);
    expect((await ask(running, "today")).text).not.toContain("On this very day");
  });
});

test("every line of a day leads on: to its event, to the days around, to every fact; after a restart too", async () => {
  await withBot(NOW, async (running) => {
    const first = await ask(running, "today", { country: "Mozambique" });
    expect(first.isQuiet).toBe(false);
    expect(first.text).toMatch(/^## Thursday, 25 June 2026: Mozambique\n/u);
    const [option] = first.component(SELECT).options ?? [];
    expect((await first.press(SELECT, option?.value ?? "")).text).toContain("Reference:");
    await running.restart();
    const after = await first.press("Friday 26 June →");
    expect(after.text).toMatch(/^(?:## Friday, 26 June 2026: Mozambique)/u);
    // another day is not what everybody here was shown
    expect(after.isQuiet).toBe(true);
    expect(after.message.id).not.toBe(first.message.id);
    const back = await after.press("← Thursday 25 June");
    expect(back.message.id).toBe(after.message.id);
    expect(back.text).toBe(first.text);
    const facts = await first.press("Every fact");
    expect(facts.isQuiet).toBe(true);
    expect(facts.text).toContain("## Every fact of Thursday, 25 June 2026: Mozambique");
  });
});

test("a select leads to any page of many", async () => {
  await withBot(NOW, async (running) => {
    await running.almanac.prepare();
    const all = await ask(running, "today", { quiet: true });
    expect(all.isQuiet).toBe(true);
    const pages = all.component("Go to page …").options ?? [];
    const last = pages.at(-1)?.value ?? "";
    expect((await all.press("Go to page …", last)).text).toContain(`page ${last} of ${last}`);
    const long = await ask(running, "country", { name: "Belgium", family: "treaties" });
    const options = long.component("Go to page …").options ?? [];
    const [, of = ""] = /page 1 of (\d+)/u.exec(long.text) ?? [];
    expect(options.length).toBeLessThanOrEqual(25);
    expect(options.map(({ value }) => value)).toEqual(expect.arrayContaining(["2", "5", of]));
    await running.restart();
    expect((await long.press("Go to page …", of)).text).toContain(`page ${of} of ${of}`);
  });
});

test("countries that do not fit into the buttons of a day are refused, never dropped", async () => {
  await withBot(NOW, async (running) => {
    const country = "BE, NL, LU, DE, FR, IT, ES, PT, GB, IE, DK, SE, NO, FI, IS, EE";
    for (const [command, options] of [
      ["today", { country }],
      ["on", { date: "25 June", country }],
    ] as const) {
      const answer = await ask(running, command, options);
      expect(answer.isQuiet).toBe(true);
      expect(answer.text).toContain("is more countries than fit into one question. Name up to 15 of them");
    }
  });
});

test("a group of countries is asked about by its members; one too large says how many fit", async () => {
  await withBot("2026-06-25T10:00Z", async (running) => {
    const benelux = await ask(running, "today", { country: "Benelux" });
    expect(benelux.text).toContain("## Thursday, 25 June 2026: Belgium, Luxembourg and Netherlands");
    for (const [command, options] of [
      ["on", { date: "4 July", country: "Baltics, KE" }],
      ["upcoming", { country: "Benelux" }],
      ["jubilees", { country: "Benelux" }],
      ["calendar", { country: "EU members" }],
      ["random", { country: "Baltics" }],
    ] as const)
      expect((await ask(running, command, options)).text, command).not.toContain("is a group of countries");
    const union = await ask(running, "today", { country: "EU members" });
    expect(union.text).toContain("“EU members” is more countries than fit into one question. Name up to 15 of them");
    expect(union.isQuiet).toBe(true);
  });
});

test("the sources of a day are there on an answer of one page, of a date itself, and of several pages", async () => {
  await withBot(NOW, async (running) => {
    const one = await ask(running, "on", { date: "25 June", country: "Mozambique" });
    expect(one.labels).not.toContain("Next");
    expect(await sourcesOf(running, one.message.id)).toContain("Mozambique became independent");
    const own = await ask(running, "on", { date: "22 January 1963" });
    expect(await sourcesOf(running, own.message.id)).toContain("Élysée Treaty");
    const many = await ask(running, "today");
    const told = await sourcesOf(running, many.message.id);
    expect(told.match(/^\*\*/gmu)?.length).toBeGreaterThanOrEqual(10);
  });
});

test("another random event replaces what its asker alone sees, and nothing that everybody sees", async () => {
  await withBot(NOW, async (running) => {
    const open = await ask(running, "random", { country: "Luxembourg" });
    expect(open.isQuiet).toBe(false);
    const own = await open.press("Another");
    expect([own.isQuiet, own.message.id === open.message.id]).toEqual([true, false]);
    expect((await own.press("Another")).message.id).toBe(own.message.id);
    expect((await ask(running, "random", { quiet: true })).isQuiet).toBe(true);
  });
});
