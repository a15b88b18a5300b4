import { expect, test } from "vitest";
import { withBot, withRealFacts } from "../main/bot.ts";
import { ask } from "./lookups.ts";

withRealFacts();

const NOW = "2026-06-25T10:00Z";

test("/between says since when, whether without a break, what comes next, and tells the timeline", async () => {
  await withBot(NOW, async (running) => {
    const belgiumAndKazakhstan = await ask(running, "between", { a: "Belgium", b: "Kazakhstan" });
    expect(belgiumAndKazakhstan.text).toContain("## Belgium and Kazakhstan");
    expect(belgiumAndKazakhstan.text).toContain("since 25 August 1992: 33 years; no break is known to the archive");
    expect(belgiumAndKazakhstan.text).toMatch(/Next to mark: \d+ \w+ 202[67] \(<t:\d+:R>\)/);
    expect(belgiumAndKazakhstan.text).toMatch(/\*\*25 August 1992\*\*: Belgium and Kazakhstan established/);
    expect(belgiumAndKazakhstan.isQuiet).toBe(true);
  });
});

test("/between says what is marked soonest, and what matters most within a year where that is another", async () => {
  await withBot(NOW, async (running) => {
    const { text } = await ask(running, "between", { a: "France", b: "Germany" });
    const [, soonest, greatest] =
      /Next to mark: (.+) \(<t.*\n?[^]*Biggest anniversary in the coming year: (.+) \(<t/.exec(text) ?? [];
    expect(greatest).toBe("25 March 2027");
    expect(Date.parse(`${soonest} UTC`)).toBeGreaterThanOrEqual(Date.parse("2026-06-25"));
    expect(Date.parse(`${soonest} UTC`)).toBeLessThan(Date.parse("2026-08-01"));
    const alone = await ask(running, "between", { a: "Bhutan", b: "Japan" });
    expect(alone.text).toContain("Next to mark: ");
    expect(alone.text).not.toContain("Biggest anniversary");
  });
});

test("/between tells a former state's part of the history by its name, and says that it is not continuous", async () => {
  await withBot(NOW, async (running) => {
    const { text } = await ask(running, "between", { a: "BE", b: "KR" });
    expect(text).toContain(
      "since 2 May 1961: 65 years; no break is known to the archive. Before that: established 23 March 1901",
    );
    expect(text).toContain("established 23 March 1901 (the Korean Empire)");
    const iran = await ask(running, "between", { a: "United States", b: "Iran" });
    expect(iran.text).toMatch(
      /Broken off, and no restoration is on record here: established 11 June 1883 \(Persia\); broken off 7 April 1980\./,
    );
    const soviet = await ask(running, "between", { a: "Soviet Union", b: "US" });
    expect(soviet.text).toContain("16 November 1933 until the end of the Soviet Union (26 December 1991): 58 years");
    const czechoslovak = await ask(running, "between", { a: "Belgium", b: "Czechoslovakia" });
    expect(czechoslovak.text).toContain("until the end of Czechoslovakia (31 December 1992): 73 years");
  });
});

test("/between does not deny relations that a later event shows, tells breaks in order, and each with a source", async () => {
  await withBot(NOW, async (running) => {
    const uganda = await ask(running, "between", { a: "United States", b: "Uganda" });
    expect(uganda.text).toMatch(
      /When relations were taken up again is not on record here\. Later events point to relations: 18 June 1979: .* opened .*; 13\s–\s15 December 2022: .* visited .*\. Before that: .*broken off 10 November 1973 \(one weak source\)\. \[source\]\(https:/,
    );
    const iran = await ask(running, "between", { a: "United Kingdom", b: "Iran" });
    expect(iran.text).toMatch(/since September 1990: 35 years; .*broken off 7 March 1989\./);
    const japan = await ask(running, "between", { a: "Japan", b: "US" });
    expect(japan.text).toMatch(
      /since 28 April 1952: 74 years; no break is known to the archive\. Before that: established 29 July 1858; war 7 December 1941\s–\s14 August 1945; broken off 8 December 1941\./,
    );
    const germany = await ask(running, "between", { a: "Germany", b: "US" });
    expect(germany.text).toMatch(
      /no break is known to the archive\. Before that: established 5 December 1797 \(Prussia\); established 13 September 1848 .*; established 1868 \(the North German Confederation\); .*; broken off 3 February 1917; /,
    );
    expect(germany.text.match(/war 11 December 1941\s–\s8 May 1945/g)).toHaveLength(1);
  });
});

test("/between counts from a restoration, which shows a break, where no break is on record, and claims not a former state's years for its parts", async () => {
  await withBot(NOW, async (running) => {
    const uruguay = await ask(running, "between", { a: "Argentina", b: "Uruguay" });
    expect(uruguay.text).toMatch(
      /since 12 September 1932 \(one weak source\): 93 years; no break is known to the archive\. Before that: established 29 September 1829; broken off, when is not on record\./,
    );
    const nicaragua = await ask(running, "between", { a: "China", b: "Nicaragua" });
    expect(nicaragua.text).toMatch(
      /since 10 December 2021.*: 4 years; .*Before that: .*established 7 December 1985; broken off, when is not on record\./,
    );
    expect(nicaragua.text).not.toMatch(/dates them anew|40 years/);
    const bosnia = await ask(running, "between", { a: "Bosnia", b: "Central African Republic" });
    expect(bosnia.text).toMatch(
      /When the two of today began relations of their own is not on record here[.;].*before.*: established 21 May 1964 \(Yugoslavia; sources differ\); Yugoslavia ended /iu,
    );
    const czech = await ask(running, "between", { a: "Czechoslovakia", b: "Bosnia" });
    expect(czech.text).not.toContain("no break is known");
    const russia = await ask(running, "between", { a: "Belgium", b: "Russia" });
    expect(russia.text).toMatch(
      /since 7 August 1941 \(the Soviet Union\): 84 years; no break is known to the archive\. Before that: established 11 April 1853 \(the Russian Empire\); .*broken off 15 July 1940/,
    );
  });
});

test("/between takes a closed embassy, a recall or an expulsion for no proof of relations, and tells that an embassy was closed", async () => {
  await withBot(NOW, async (running) => {
    const afghanistan = await ask(running, "between", { a: "US", b: "Afghanistan" });
    expect(afghanistan.text).toMatch(
      /A later event points to relations: 17 January 2002: .*On record since then: 31 August 2021: .* closed a diplomatic mission/,
    );
    const albania = await ask(running, "between", { a: "Albania", b: "Russia" });
    expect(albania.text).toMatch(
      /since 30 July 1990 \(the Soviet Union; one weak source\): 35 years; .*restored 10 November 1945 \(the Soviet Union\); broken off 25 November 1961 \(the Soviet Union\)\./,
    );
    const syria = await ask(running, "between", { a: "US", b: "Syria" });
    expect(syria.text).toMatch(/since 16 June 1974: .*On record since then: 6 February 2012: /);
    const texas = await ask(running, "between", { a: "US", b: "Texas" });
    expect(texas.text).toMatch(
      /from 6 March 1837 until the end of the Republic of Texas \(19 February 1846\): 8 years;/,
    );
    expect(texas.text).not.toContain("severed");
  });
});

test("/between and /event of a former state lead on to the one that continues it", async () => {
  await withBot(NOW, async (running) => {
    const empire = await ask(running, "between", { a: "Belgium", b: "Korean Empire" });
    const today = await empire.press("Belgium and South Korea");
    expect(today.text).toContain("## Belgium and South Korea");
    expect(today.text).toContain("the Korean Empire ended 29 August 1910");
    const treaty = await ask(running, "event", { event: "be-korean-empire-1901-03-23-treaty-signed" });
    expect(treaty.text).toContain("Korean Empire (today South Korea)");
    expect(treaty.labels).toContain("Belgium and South Korea");
  });
});

test("/between of two that share a former state tells what the two did, not all that it did", async () => {
  await withBot(NOW, async (running) => {
    const { text } = await ask(running, "between", { a: "Czechia", b: "Slovakia" });
    expect(text).toContain("1 January 1993");
    expect(text).not.toContain("1919");
  });
});

test("/between with an organisation, in a family, through organisations, in public", async () => {
  await withBot(NOW, async (running) => {
    const eu = await ask(running, "between", { a: "Austria", b: "European Union", public: true });
    expect(eu.text).toContain("Austria joined the European Union");
    expect(eu.isQuiet).toBe(false);
    const visits = await ask(running, "between", { a: "Germany", b: "US", family: "visits" });
    expect(visits.text).toContain("isited");
    const treaties = await visits.press("Show only …", "treaties");
    expect(treaties.message.id).toBe(visits.message.id);
    expect(treaties.text).not.toEqual(visits.text);
    const wider = await treaties.press("Also in organisations and conventions");
    expect(wider.labels).toContain("Only between the two");
  });
});

test("/between turns pages in place; what a page needs is in its buttons", async () => {
  await withBot(NOW, async (running) => {
    const first = await ask(running, "between", { a: "France", b: "Germany", public: true });
    const second = await first.press("Next");
    const years = [first, second].flatMap(({ text }) =>
      [...(text.split("### Newest first")[1] ?? "").matchAll(/\*\*[^*]*(\d{4})\*\*/gu)].map(([, year]) => Number(year)),
    );
    expect(years).toEqual(years.toSorted((one, other) => other - one));
    expect(years).toHaveLength(16);
    expect(years[0]).toBeGreaterThan(2000);
    expect(second.component("Previous").custom_id).toBe("v1:between:page:FR:DE::1");
    expect(second.message.id).toBe(first.message.id);
    expect(second.text).toMatch(/page 2 of \d+/);
    expect((await second.press("Previous")).text).toBe(first.text);
  });
});

test.each([
  [{ a: "Belgium", b: "Belgique" }, "That is Belgium twice"],
  [{ a: "Soviet Union", b: "Russia" }, "Russia continues the Soviet Union"],
  [
    { a: "Benelux", b: "Russia" },
    "“Benelux” is a group of countries, and this takes single ones: name one of its members, Belgium, Luxembourg and Netherlands.",
  ],
  [{ a: "Atlantis @everyone", b: "Russia" }, "“Atlantis \\@everyone”"],
  [
    { a: "Belgium", b: "Russia", family: "weddings" },
    "“weddings” is not a sort of event. There are: Diplomatic relations",
  ],
])("/between %j says what would be right", async (options, text) => {
  await withBot(NOW, async (running) => {
    const answer = await ask(running, "between", options);
    expect(answer.text).toContain(text);
    expect(answer.isQuiet).toBe(true);
  });
});

test("/between of two with nothing on record says what else to try", async () => {
  await withBot(NOW, async (running) => {
    const { text } = await ask(running, "between", { a: "Tuvalu", b: "Korean Empire" });
    expect(text).toContain("Nothing between Tuvalu and the Korean Empire is recorded");
    expect(text).toContain("No establishment of diplomatic relations is on record here.");
    const wide = await ask(running, "between", { a: "Tuvalu", b: "Korean Empire", organisations: true });
    expect(wide.text).toMatch(/is recorded, nor in organisations .* Try \/search, or \/country/);
    expect(wide.text).not.toContain("Look also in organisations");
  });
});

test("a daily post leads from its first line to the timeline of the two parties", async () => {
  await withBot("2026-06-25T06:00Z", async (running) => {
    const { discord, channelId, admin, setup, at } = running;
    await setup({ hour: "09:00", zone: "UTC", countries: "Belarus" });
    await at("2026-06-25T09:00Z");
    const post = discord.messages(channelId).at(-1);
    const ids = JSON.stringify(post?.components).match(/v1:between:open:[^"]+/g) ?? [];
    expect(ids).toHaveLength(1);
    const answer = await discord.interact.press({ channelId, person: admin }, post?.id ?? "", ids[0] ?? "");
    expect(JSON.stringify(answer.message()?.components)).toContain("established diplomatic relations");
  });
});
