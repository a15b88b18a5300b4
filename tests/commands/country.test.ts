import { expect, test } from "vitest";
import { withBot, withRealFacts } from "../main/bot.ts";
import { ask } from "./lookups.ts";

withRealFacts();

const NOW = "2026-06-25T10:00Z";

test("/country outlines what is on record, what comes next, the latest, and with whom there are relations", async () => {
  await withBot(NOW, async (running) => {
    const belgium = await ask(running, "country", { name: "Belgique" });
    expect(belgium.text).toContain("## 🇧🇪 Belgium");
    expect(belgium.text).toMatch(/[\d,]+ events on record, from \d+ to \d+\./);
    expect(belgium.text).toMatch(/Diplomatic relations on record with 1\d\d states; the first: .+; the latest: /);
    expect(belgium.text).toMatch(
      /No beginning of relations on record, but other dealings, with \d+ members? of the United Nations: /,
    );
    expect(belgium.text).toMatch(/### Next to mark\n\*\*\d+ \w+ 2026\*\* \(<t:\d+:R>\): .*\*\*\d+ years\*\*/);
    expect(belgium.text).toContain("### The latest");
    expect(belgium.isQuiet).toBe(true);
  });
});

test("/country leads to since when with whom, and to all events by family, in pages", async () => {
  await withBot(NOW, async (running) => {
    const outline = await ask(running, "country", { name: "KZ" });
    const relations = await outline.press("Relations with whom");
    expect(relations.text).toContain("## 🇰🇿 Kazakhstan: Relations with whom");
    expect(relations.text).toMatch(/\*\*🇨🇳 China\*\*, 3 January 1992 \[source\]\(https?:/);
    const pair = await relations.press("What is on record of one of them …", "CN");
    expect(pair.text).toContain("## Kazakhstan and China");
    expect(pair.message.id).not.toBe(relations.message.id);
    expect(relations.text).toMatch(/page 1 of \d/);
    expect((await relations.press("Next")).text).toMatch(/page 2 of \d/);
    const visits = await (await relations.press("In outline")).press("Show only …", "visits");
    expect(visits.text).toMatch(/isit|summit/i);
    expect((await visits.press("Next")).text).toMatch(/page 2 of \d+/);
    expect((await visits.press("In outline")).text).toBe(outline.text);
  });
});

test("all with whom a state has no relations on record are named, not the first of them only", async () => {
  await withBot(NOW, async (running) => {
    const outline = await ask(running, "country", { name: "Tuvalu" });
    const [, count = ""] = /Nothing at all on record with (\d+) members/u.exec(outline.text) ?? [];
    let page = await outline.press("No relations on record with");
    const names = new Set<string>();
    for (;;) {
      for (const { label } of page.component("What is on record of one of them …").options ?? []) names.add(label);
      if (!page.labels.includes("Next")) break;
      page = await page.press("Next");
    }
    expect(names.size).toBeGreaterThanOrEqual(Number(count));
    expect(Number(count)).toBeGreaterThan(12);
  });
});

test("the first partner is one of the state's own, or of a former one that it carries on, and a break is listed with its date", async () => {
  await withBot(NOW, async (running) => {
    for (const [name, not] of [
      ["Germany", "1848"],
      ["Luxembourg", "1848"],
      ["Croatia", "1935"],
      ["Slovakia", "1920"],
    ] as const) {
      const [, first = ""] = /the first: (.+?); the latest/.exec((await ask(running, "country", { name })).text) ?? [];
      expect(first, name).toMatch(/\d{4}$/);
      expect(first, name).not.toContain(not);
    }
    const ukraine = await (await ask(running, "country", { name: "Ukraine" })).press("No relations on record with");
    expect(ukraine.text).toMatch(/\*\*🇷🇺 Russia\*\*, broken off 24 February 2022 \[source\]/);
  });
});

test("/country never says that there is nothing with those with whom it holds something, and names the greatest of them first", async () => {
  await withBot(NOW, async (running) => {
    const { text } = await ask(running, "country", { name: "Czechia" });
    const [, dealt = "", nothing = ""] =
      /other dealings, with \d+ members of the United Nations: (.*)\.\n(?:Nothing at all .*: (.*)\.)?/u.exec(text) ??
      [];
    expect(dealt.split(", ").slice(0, 6)).toContain("Germany");
    for (const name of nothing.split(/, | and /u).filter((each) => each !== "" && !each.includes("others"))) {
      const pair = await ask(running, "between", { a: "Czechia", b: name });
      expect(pair.text, name).toContain("Nothing between Czechia and");
    }
    expect(text).not.toContain("None on record");
    const kingdom = await ask(running, "country", { name: "UK" });
    expect(kingdom.text).toMatch(
      /Relations exist, but when they were resumed after a break or a war is not on record: \S/u,
    );
  });
});

test("/country leads a former state to those that are there today, and an order or a territory to no question without an answer", async () => {
  await withBot(NOW, async (running) => {
    const yugoslavia = await ask(running, "country", { name: "Yugoslavia" });
    expect(yugoslavia.text).toMatch(
      /Today: Bosnia and Herzegovina, Croatia, Montenegro, North Macedonia, Serbia and Slovenia\./,
    );
    const order = await ask(running, "country", { name: "Order of Malta" });
    expect(order.text).toMatch(/Diplomatic relations on record with \d+ states/);
    expect(order.labels).not.toContain("Members");
    expect((await order.press("Relations with whom")).text).toMatch(/\d+ entries, page 1/);
    const territory = await ask(running, "country", { name: "Hong Kong" });
    expect(territory.labels).not.toContain("No relations on record with");
    expect(territory.labels).not.toContain("Relations with whom");
    expect(territory.labels).toContain("All events");
    expect((await ask(running, "country", { name: "Belgium" })).labels).toContain("No relations on record with");
  });
});

test("/country tells the first beginning ever, whatever broke it later, counts events as such, and one partner once", async () => {
  await withBot(NOW, async (running) => {
    const states = await ask(running, "country", { name: "United States" });
    expect(states.text).toMatch(/on record with 1\d\d states; the first: France, 6 August 1778; the latest: /);
    expect(states.text).toMatch(/\nDiplomatic relations: [\d,]+ events · Treaties: [\d,]+ events · /);
    const kingdom = await ask(running, "country", { name: "UK" });
    expect(kingdom.text).not.toContain("the first: United States, 8 August 1815");
    let page = await kingdom.press("Relations with whom");
    while (page.labels.includes("Next")) page = await page.press("Next");
    expect(page.text).toMatch(/\S, taken up again, when is not on record/);
    const one = await ask(running, "country", { name: "Transnistria" });
    expect(one.text).toMatch(/Diplomatic relations on record with 1 state: [^;]*\d{4}\./);
  });
});

test("/country calls none the first of which only the year is known, in which others began on a day; it is listed after them", async () => {
  await withBot(NOW, async (running) => {
    const congo = await ask(running, "country", { name: "DR Congo" });
    expect(congo.text).toMatch(/; the first: [^;]*, 30 June 1960; the latest: [^;]*\d+ \w+ \d{4}\./);
    const israel = await ask(running, "country", { name: "Israel" });
    expect(israel.text).not.toContain("the first: El Salvador, May 1948");
    let page = await congo.press("Relations with whom");
    let { text } = page;
    while (page.labels.includes("Next")) {
      page = await page.press("Next");
      text += page.text;
    }
    expect(text.indexOf("30 June 1960")).toBeGreaterThan(0);
    expect(text.search(/\*\*, 1960/u)).not.toBeLessThan(0);
    expect(text.search(/\*\*, 1960/u)).toBeGreaterThan(text.indexOf("30 June 1960"));
  });
});

test("/country of a name that nobody has offers those that come near as buttons", async () => {
  await withBot(NOW, async (running) => {
    const near = await ask(running, "country", { name: "Frnace" });
    expect(near.text).toMatch(/called “Frnace”\. What comes near: France/);
    expect(near.labels).toContain("France");
    expect((await near.press("France")).text).toMatch(/## .*France\n\d/u);
    expect((await ask(running, "country", { name: "Xqzw **bold**" })).labels).toEqual([]);
  });
});

test("/country with a family begins with its events, in public if asked", async () => {
  await withBot(NOW, async (running) => {
    const treaties = await ask(running, "country", { name: "France", family: "Treaties", public: true });
    expect(treaties.text).toMatch(/\d,\d+ entries, page 1/);
    expect(treaties.isQuiet).toBe(false);
  });
});

test("/country knows former states, whose history it goes on in, and organisations with their members", async () => {
  await withBot(NOW, async (running) => {
    const soviet = await ask(running, "country", { name: "USSR" });
    expect(soviet.text).toMatch(/Today: .*Russia/);
    const partners = await soviet.press("Relations with whom");
    expect(partners.text).toMatch(/## .*Soviet Union: Relations with whom\n/u);
    expect(partners.text).toMatch(/until the end: .*1991/u);
    expect(partners.text).toMatch(/\[source\]/u);
    const russia = await ask(running, "country", { name: "Russia" });
    expect(russia.text).toMatch(/Its history includes that of .*Soviet Union/);
    const union = await ask(running, "country", { name: "EU" });
    expect(union.text).toMatch(/It took over the tasks of .*Western European Union/);
    expect(union.text).not.toMatch(/history includes that of .*(?:Western|Coal)/);
    const un = await ask(running, "country", { name: "UN" });
    expect(un.text).toContain("It took over the tasks of the League of Nations.");
    const eu = await ask(running, "country", { name: "EU" });
    expect(eu.text).toMatch(/27 members on record: Austria, Belgium/);
    expect(eu.text).not.toContain("does not know all its members");
    const members = await eu.press("Members");
    expect(members.text).toMatch(/Austria\*\*, 1 January 1995/u);
    expect((await members.press("What is on record of one of them …", "AT")).text).toMatch(
      /Austria and European Union|Austria joined/u,
    );
    const fund = await ask(running, "country", { name: "IMF" });
    expect(fund.text).toContain("The archive does not know all its members");
    expect((await fund.press("Members")).text).toContain("The archive does not know all its members");
    const all = `${members.text}\n${(await members.press("Next")).text}`;
    expect(all.match(/\[source\]/gu)?.length).toBeGreaterThan(20);
  });
});

test.each([
  [{ name: "Atlantis" }, "“Atlantis”"],
  [{ name: "Belgum" }, "Belgium"],
  [{ name: "BE", family: "weddings" }, "“weddings” is not a sort of event"],
])("/country %j says what would be right", async (options, text) => {
  await withBot(NOW, async (running) => {
    const { text: said, isQuiet } = await ask(running, "country", options);
    expect(said).toContain(text);
    expect(isQuiet).toBe(true);
  });
});

test("each anniversary of a party names it, and the menu counts as the line does", async () => {
  await withBot(NOW, async (running) => {
    await running.almanac.prepare();
    for (const [name, named] of [
      ["Soviet Union", "Soviet Union"],
      ["Belgium", "Belgium"],
      ["Samoa", "Samoa"],
    ] as const) {
      const shown = await ask(running, "upcoming", { country: name, days: 366 });
      const text = shown.text.replaceAll("\\", "");
      for (const line of text.split("\n").filter((each) => each.includes("years**"))) expect(line).toContain(named);
      const labels = shown.component("One of these in full …").options?.map(({ label }) => label) ?? [];
      for (const label of labels.filter((each) => / and \d+ others/u.test(each)))
        expect(text).toContain(label.replace(/…$/u, ""));
    }
  });
});

test("a former state had relations with the states of its time; what it began is told as its own", async () => {
  await withBot(NOW, async (running) => {
    const soviet = await ask(running, "country", { name: "Soviet Union" });
    const partners = await soviet.press("Relations with whom");
    expect(partners.text).not.toMatch(/\*\*[^*]*(?:Bosnia|Slovenia|Slovakia|Croatia)[^*]*\*\*/);
    const bosnia = await ask(running, "country", { name: "Bosnia" });
    expect(bosnia.text).not.toContain("Central African Republic, 21 May 1964");
  });
});

test("/country names members of a group that it does not take", async () => {
  await withBot("2026-06-25T10:00Z", async (running) => {
    const baltics = await ask(running, "country", { name: "Baltics" });
    expect(baltics.text).toContain("name one of its members, Estonia, Latvia and Lithuania.");
    expect(baltics.isQuiet).toBe(true);
    const union = await ask(running, "country", { name: "EU members" });
    expect(union.text).toMatch(/one of its members, Austria, (?:[^,]+, ){8}[^,]+ and 17 more\./u);
  });
});
