import { expect, test } from "vitest";
import { withBot, withRealFacts } from "../main/bot.ts";
import { ask } from "./lookups.ts";

withRealFacts();

const NOW = "2026-06-25T10:00Z";

test("/between of a state and one that it came out of, or that joined it, is answered as of any two; one that goes on is the same", async () => {
  await withBot(NOW, async (running) => {
    const croatia = await ask(running, "between", { a: "Croatia", b: "Yugoslavia" });
    expect(croatia.text).toContain("Croatia is one of those that Yugoslavia split into.");
    expect(croatia.text).toContain("Croatia became independent");
    const bosnia = await ask(running, "between", { a: "Yugoslavia", b: "Bosnia" });
    expect(bosnia.text).toContain("Bosnia and Herzegovina became independent");
    const germany = await ask(running, "between", { a: "Germany", b: "East Germany" });
    expect(germany.text).toContain("East Germany became part of Germany.");
    expect(germany.text).toMatch(
      /Their earliest dealings on record here, such as talks and agreements: 17 December 1971: .*\. The latest: 31 August 1990/,
    );
    const serbia = await ask(running, "between", { a: "Serbia", b: "Yugoslavia" });
    expect(serbia.text).toContain("Nothing between Serbia and Yugoslavia is recorded");
    const soviet = await ask(running, "between", { a: "Ukraine", b: "Soviet Union" });
    expect(soviet.text).toContain("Ukraine is one of those that the Soviet Union split into.");
    const league = await ask(running, "between", { a: "UN", b: "League of Nations" });
    expect(league.text).toContain("The United Nations took the place of the League of Nations.");
    const ottoman = await ask(running, "between", { a: "Türkiye", b: "Ottoman Empire" });
    expect(ottoman.text).toContain("Türkiye continues the Ottoman Empire");
  });
});

test.each([
  ["Netherlands", "UK", /13 August 1814: Anglo-Dutch Treaty of 1814 .*Before that: .*war 4 March 1665/],
  [
    "Czechia",
    "Germany",
    /1993: .*Before that: established 18 October 1949 \(Czechoslovakia and East Germany; one weak source\)/,
  ],
  [
    "US",
    "France",
    /1 December 1944: .* opened a diplomatic mission in Paris.*; \d.* 202\d: .*Before that: established 6 August 1778/,
  ],
  ["Italy", "France", /1947: .*Quirinal Treaty.*Before that: .*war 10\s–\s24 June 1940/],
])(
  "/between %s %s of which no beginning is on record tells what points to relations first, and old breaks after it",
  async (a, b, told) => {
    await withBot(NOW, async (running) => {
      const [, first = ""] = (await ask(running, "between", { a, b })).text.split("\n");
      expect(first).toMatch(/^When .* is not on record here\. Later events point to relations: /);
      expect(first).toMatch(told);
      expect(first).not.toMatch(/ended by war|broken off, and/iu);
    });
  },
);

test("/between keeps a break by the two for one, whatever they signed since", async () => {
  await withBot(NOW, async (running) => {
    const iran = await ask(running, "between", { a: "US", b: "Iran" });
    expect(iran.text).toContain("Broken off, and no restoration is on record here");
    // what those agreed with Taiwan that broke off with it is told, and proves nothing
    const taiwan = await ask(running, "between", { a: "New Zealand", b: "Taiwan" });
    expect(taiwan.text).toMatch(
      /no restoration is on record here: .*broken off 1972 .*\. On record since then: .*2013: /,
    );
    const card = await ask(running, "country", { name: "Taiwan" });
    expect(card.text).not.toContain("whether they were taken up again");
    const koreas = await ask(running, "between", { a: "North Korea", b: "South Korea" });
    expect(koreas.text).toMatch(
      /No establishment of diplomatic relations is on record here\. Their earliest dealings on record here, such as talks and agreements: 4 July 1972: .*The latest: 19 September 2018/,
    );
    expect(koreas.text).not.toContain("points to relations");
    // of 1968 an incident is on record, and a war before it
    const states = await ask(running, "between", { a: "North Korea", b: "US" });
    expect(states.text).toMatch(/Their earliest dealings on record here, such as talks and agreements: 11 June 1993: /);
  });
});

test("Taiwan goes on with what the Republic of China began on the mainland, whose government moved and did not end", async () => {
  await withBot(NOW, async (running) => {
    const see = await ask(running, "between", { a: "Taiwan", b: "Holy See" });
    expect(see.text).toMatch(
      /since 23 October 1942 \(the Republic of China .*\): 83 years; no break is known to the archive\. \[/,
    );
    const card = await ask(running, "country", { name: "Taiwan" });
    expect(card.text).toContain("on record with 12 states; the first: Guatemala, 22 December 1934;");
    const china = await ask(running, "between", { a: "China", b: "UK" });
    expect(china.text).toContain("the government of the Republic of China (1912–1949) moved to Taiwan 7 December 1949");
    const mainland = await ask(running, "between", { a: "roc-mainland", b: "US" });
    expect(mainland.text).toContain(
      "until the government of the Republic of China (1912–1949) moved (7 December 1949)",
    );
    const itself = await ask(running, "between", { a: "roc-mainland", b: "Taiwan" });
    expect(itself.text).toContain("The government of the Republic of China (1912–1949) went on in Taiwan.");
    for (const { text } of [see, card, china, mainland, itself]) expect(text).not.toContain("ended 7 December 1949");
    const seat = await ask(running, "between", { a: "Taiwan", b: "UN" });
    expect(seat.text).toContain("until 25 October 1971: 26 years");
    const gone = await ask(running, "between", { a: "Czechoslovakia", b: "UN" });
    expect(gone.text).toContain("until 31 December 1992");
  });
});

test("/between calls no break what ended with a party that joined another, nor a suspension", async () => {
  await withBot(NOW, async (running) => {
    const texas = await ask(running, "between", { a: "US", b: "Republic of Texas" });
    expect(texas.text).toMatch(
      /until the end of the Republic of Texas \(19 February 1846\): 8 years; no break is known to the archive/,
    );
    const canada = await ask(running, "between", { a: "Canada", b: "North Korea" });
    expect(canada.text).toMatch(/^Suspended, and no restoration is on record here: .*suspended 25 May 2010/mu);
  });
});

test("/between and /country leave open whether a break lasts after which two members of the United Nations made treaties", async () => {
  await withBot(NOW, async (running) => {
    const { text } = await ask(running, "between", { a: "Bolivia", b: "Chile" });
    expect(text).toMatch(
      /^Broken off, and whether relations were taken up again since is not on record here: .*broken off March 1978\. On record since then: .*1990: .*1993: /mu,
    );
    const card = await ask(running, "country", { name: "Bolivia" });
    expect(card.text).toContain("whether they were taken up again is not on record: Chile.");
  });
});

test("/between and /country lay no break by Yugoslavia to those that it split into", async () => {
  await withBot(NOW, async (running) => {
    const croatia = await ask(running, "between", { a: "Taiwan", b: "Croatia" });
    expect(croatia.text).toMatch(
      /^When the two of today began relations of their own is not on record here; before: established 1945 .*broken off 1955 \(Yugoslavia; one weak source\)\./mu,
    );
    const card = await ask(running, "country", { name: "Croatia" });
    expect(card.text).toMatch(/Broken off or suspended, with no restoration on record: Syria\./);
    const belgium = await ask(running, "country", { name: "Belgium" });
    expect(belgium.text).toMatch(/with no restoration on record: .*Taiwan/);
  });
});

test("/between of a state and an organisation that it is no member of says so, with which members it has most, and asks on", async () => {
  await withBot(NOW, async (running) => {
    const nato = await ask(running, "between", { a: "Ukraine", b: "NATO" });
    expect(nato.text).toContain("The 32 members on record of NATO do not include Ukraine.");
    expect(nato.text).toMatch(/Of its members, these have most on record with Ukraine: (?!Ukraine)\w+/);
    const one = await nato.press("What is on record of one of them …", "DE");
    expect(one.text).toContain("## Ukraine and Germany");
    const kingdom = await ask(running, "between", { a: "UK", b: "EU" });
    expect(kingdom.text).toMatch(/Member from 1 January 1973 .* until 31 January 2020/);
    expect(kingdom.text).not.toContain("do not include");
    // a seat that another took, and a member that is no more: no years to today
    for (const gone of ["Taiwan", "Czechoslovakia", "Soviet Union"])
      expect((await ask(running, "between", { a: gone, b: "UN" })).text, gone).not.toContain("Member since");
    const two = await ask(running, "between", { a: "EU", b: "NATO" });
    expect(two.text).toMatch(/\d\d states belong to both today: Belgium, .* and \d+ others\./);
  });
});
