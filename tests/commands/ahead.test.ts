import { expect, test } from "vitest";
import { withBot, withRealFacts } from "../main/bot.ts";
import { ask } from "./lookups.ts";

withRealFacts();

const NOW = "2026-06-25T10:00Z";
const MONTHS = "January February March April May June July August September October November December".split(" ");

test("/upcoming tells the days to come in order, the best of very much", async () => {
  await withBot(NOW, async (running) => {
    const all = await ask(running, "upcoming");
    expect(all.text).toContain("## The next 30 days");
    expect(all.text).toContain("**25 June 2026** (today)");
    expect(all.text).toContain("**26 June 2026** (<t:");
    expect(all.text).toMatch(/the 48 that matter most of \d,\d{3}/);
    expect((await all.press("Next")).text).toMatch(/48 entries, page 2 of 6/);
    const belarus = await ask(running, "upcoming", { country: "Belarus", days: 1, milestones: false });
    expect(belarus.text).toMatch(/## Today: Belarus\n\*\*25 June 2026\*\*.*Belarus and Russia established/);
    const round = await ask(running, "upcoming", { country: "BE, KZ", days: 366, milestones: true, public: true });
    expect(round.text).toMatch(/\*\*\d*(?:25|50|75|00) years\*\*/);
    expect(round.text).not.toMatch(/\*\*\d*[1-9][1-46-9] years\*\*/);
    expect(round.isQuiet).toBe(false);
  });
});

test("the menu of a country's occasions opens its own event, not that of who became independent with it", async () => {
  await withBot(NOW, async (running) => {
    const slovenia = await ask(running, "upcoming", { country: "Slovenia", days: 1 });
    const labels = slovenia.component("One of these in full …").options?.map(({ label }) => label) ?? [];
    expect(labels[0]).toContain("Slovenia became independent");
    const croatia = await ask(running, "upcoming", { country: "Croatia", days: 1 });
    expect(croatia.component("One of these in full …").options?.[0]?.label).toContain("Croatia became independent");
  });
});

test("/jubilees tells the round anniversaries of a year, month by month, and what is known to the year only", async () => {
  await withBot(NOW, async (running) => {
    const all = await ask(running, "jubilees", { country: "Belgium", year: 2030 });
    expect(all.text).toContain("## Round anniversaries of 2030");
    const march = await all.press("Choose a month …", "3");
    expect(march.text).toContain("## Round anniversaries of March 2030: Belgium");
    expect(march.text).toMatch(/\*\*\d+ March 2030\*\*/);
    expect(march.text).not.toMatch(/\*\*\d+ (?!March)[A-Z]\w+ 2030\*\*/);
    const imprecise = await (await ask(running, "jubilees", { every: 10 })).press("Choose a month …", "0");
    expect(imprecise.text).toMatch(/\n\*\*2026\*\*: /);
    const next = await (await march.press("Choose a month …", "all")).press("Next");
    expect(next.text).toMatch(/page 2 of \d+/);
  });
});

test("/jubilees goes through a year month by month, tells what is known to the month or the year apart, and says where there is more", async () => {
  await withBot(NOW, async (running) => {
    await running.almanac.prepare();
    let page = await ask(running, "jubilees", { year: 2027 });
    expect(page.text).toMatch(/These are the 96 that matter most of \d,\d{3}\. Choose a month for all of it\./);
    const headings: string[] = [];
    const days: number[] = [];
    for (;;) {
      headings.push(...[...page.text.matchAll(/^### (.+)$/gmu)].map(([, title = ""]) => title));
      days.push(...[...page.text.matchAll(/\*\*(\d+ \w+ 2027)\*\*/gu)].map(([, day]) => Date.parse(`${day} UTC`)));
      if (!page.labels.includes("Next")) break;
      page = await page.press("Next");
    }
    expect(days.length).toBeGreaterThan(60);
    expect(days).toEqual(days.toSorted((one, other) => one - other));
    expect([...new Set(headings)].filter((title) => /^\w+ 2027$/u.test(title))).toEqual(
      MONTHS.map((month) => `${month} 2027`),
    );
    expect(headings.at(-1)).toBe("Known to the year only");
    const march = await page.press("Choose a month …", "3");
    expect(march.text).toContain("### March 2027, the day is not known\n**March 2027**: ");
    expect(march.text).toMatch(/### March 2027\n\*\*1 March 2027\*\*/);
    const second = await march.press("Next");
    expect(second.text).not.toContain("###");
  });
});

test("/random draws an event, another when asked, of a country if wanted", async () => {
  await withBot(NOW, async (running) => {
    const first = await ask(running, "random", { country: "Tonga", quiet: true });
    expect(first.text).toMatch(/Tonga[^]*Reference: /);
    const texts = new Set([first.text]);
    let shown = first;
    for (let draws = 0; draws < 5; draws++) {
      shown = await shown.press("Another");
      texts.add(shown.text);
    }
    expect(texts.size).toBeGreaterThan(1);
    expect(shown.message.id).toBe(first.message.id);
    expect(shown.text).toContain("Tonga");
  });
});

test.each([
  ["upcoming", { country: "Atlantis" }, "“Atlantis”"],
  ["upcoming", { country: "Tuvalu", days: 1 }, "Nothing is marked in these days. The next comes on "],
  ["jubilees", { country: "Atlantis" }, "“Atlantis”"],
  ["jubilees", { year: 1900, country: "Tuvalu" }, "Ask for another year, or a smaller number for “every”"],
  ["random", { country: "Atlantis" }, "“Atlantis”"],
  ["upcoming", { country: "BE,NL,LU,FR,DE,IT,ES,PT,IE,GB,DK,SE,FI,AT,GR,PL" }, "Name up to 15 of them"],
])("/%s %j says what to do instead", async (command, options, text) => {
  await withBot(NOW, async (running) => {
    expect((await ask(running, command, options)).text).toContain(text);
  });
});

test("days on which nothing is marked lead to the next one that is", async () => {
  await withBot(NOW, async (running) => {
    const none = await ask(running, "upcoming", { country: "Tuvalu", days: 1 });
    const date = /The next comes on (.+)\.$/m.exec(none.text)?.[1] ?? "";
    const day = await none.press(`All of ${date}`);
    expect(day.text).toContain(date);
    expect(day.text).toContain("Tuvalu");
  });
});

test("/today with all tells every fact of the day by itself, oldest first, in pages", async () => {
  await withBot(NOW, async (running) => {
    const first = await ask(running, "today", { all: true });
    expect(first.text).toContain("## Every fact of Thursday, 25 June 2026");
    expect(first.text).toMatch(/\d{3} entries, page 1 of \d+/);
    expect(first.isQuiet).toBe(true);
    expect((await first.press("Next")).text).toMatch(/page 2 of \d+/);
    const belarus = await ask(running, "today", { all: true, country: "Belarus" });
    expect(belarus.text).toContain("**25 June 1992**: Belarus and Russia established");
    expect((await ask(running, "today", { all: true, country: "Atlantis" })).text).toContain("“Atlantis”");
  });
});

test("countries that the server follows are completed first", async () => {
  await withBot(NOW, async ({ discord, channelId, admin, setup }) => {
    const complete = async (name: string) => {
      const call = { command: "country", channelId, person: admin, focused: "name", options: { name } };
      return (await discord.interact.autocomplete(call)).map(({ value }) => value);
    };
    expect((await complete("Be")).slice(0, 1)).not.toEqual(["BY"]);
    await setup({ hour: "9", zone: "UTC", countries: "Belarus, NATO itself" });
    expect((await complete("Be"))[0]).toBe("BY");
    expect((await complete("")).slice(0, 2)).toEqual(["BY", "nato"]);
    expect(await complete("")).toHaveLength(25);
  });
});

test("/jubilees of a month without any says to choose another month", async () => {
  await withBot("2026-06-25T10:00Z", async (running) => {
    const year = await ask(running, "jubilees", { year: 1900, country: "Tuvalu" });
    expect((await year.press("Choose a month …", "3")).text).toContain("Choose another month, or a smaller number");
  });
});
