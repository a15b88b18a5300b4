import { describe, expect, test } from "vitest";
import { anniversaryLine, datedLine } from "../../src/messages/wording.ts";
import { event, occasion } from "./events.ts";
import { english } from "./language.ts";

const reader = { language: english, following: new Set<string>() };

describe("a line of an anniversary", () => {
  test.each([
    [
      "two parties",
      occasion(2027, event("1952-06-25", "relations-established", "DE ID")),
      "75 years: Germany and Indonesia established diplomatic relations (1952)",
    ],
    [
      "as what an observer was admitted, where that is noted",
      occasion(2037, event("2012-11-29", "observer", "IN un", { note: "non-member observer state" })),
      "25 years: India gained observer status at the United Nations: non-member observer state (2012)",
    ],
    [
      "a single year",
      occasion(2026, event("2025-06-25", "relations-restored", "US CU")),
      "1 year: The United States and Cuba restored diplomatic relations (2025)",
    ],
    [
      "a treaty of which only the organisation is known under which it was concluded",
      occasion(2027, event("1997-12-11", "treaty-signed", "un", { name: "Kyoto Protocol" })),
      "30 years: Kyoto Protocol concluded (1997)",
    ],
    [
      "its entry into force",
      occasion(2030, event("2005-02-16", "treaty-in-force", "un", { name: "Kyoto Protocol" })),
      "25 years: Kyoto Protocol entered into force (2005)",
    ],
    [
      "a treaty that an organisation signed for itself",
      occasion(2026, event("2016-04-22", "treaty-signed", "eu", { name: "Paris Agreement" })),
      "10 years: Paris Agreement signed by eu (2016)",
    ],
    [
      "what other sources give",
      occasion(
        2026,
        event("1935-06-12", "relations-established", "BE SUHH", {
          otherDates: [{ precision: "day", year: 1935, month: 7, day: 12 }],
        }),
      ),
      "91 years: Belgium and the Soviet Union established diplomatic relations (1935; other sources give 12 July 1935)",
    ],
    [
      "who continues a former state, and the treaty of the same day",
      {
        ...occasion(
          2026,
          event("1901-03-23", "relations-established", "BE korean-empire"),
          event("1901-03-23", "treaty-signed", "BE korean-empire", {
            name: "Treaty of Friendship, Commerce and Navigation",
          }),
        ),
        sequel: {
          lineage: [{ former: "korean-empire", successor: "KR", how: "split" as const }],
          next: { years: 150, year: 2051 },
        },
      },
      "125 years: Belgium and the Korean Empire established diplomatic relations (1901; also: Treaty of Friendship, Commerce and Navigation; the Korean Empire: today South Korea)",
    ],
    [
      "a broken tie that was mended",
      {
        ...occasion(2026, event("1939-05-01", "relations-severed", "FI PL")),
        sequel: {
          lineage: [],
          restored: event("1941-01-01", "relations-restored", "FI PL"),
          next: { years: 90, year: 2029 },
        },
      },
      "87 years: Diplomatic relations between Finland and Poland were severed (1939; restored 1941)",
    ],
    [
      "the name a party bore then",
      occasion(2026, event("1956-01-01", "relations-established", "LK IT", { namesThen: { LK: "Ceylon" } })),
      "70 years: Ceylon (today Sri Lanka) and Italy established diplomatic relations (1956)",
    ],
    [
      "a former name that tells the present one",
      occasion(
        2026,
        event("1826-01-01", "treaty-signed", "RU SE", { namesThen: { RU: "Russian Empire" }, name: "Boundary Treaty" }),
      ),
      "200 years: Boundary Treaty signed by the Russian Empire and Sweden (1826)",
    ],
    [
      "a treaty without a name of its own",
      occasion(2026, event("1986-11-21", "treaty-signed", "KP MN", { name: "Treaty: Friendship and cooperation" })),
      "40 years: Treaty signed by North Korea and Mongolia: Friendship and cooperation (1986)",
    ],
    [
      "one occasion of many expulsions",
      occasion(
        2028,
        event("2018-03-27", "expulsion", "DE RU", { name: "Skripal case" }),
        ...["FR", "PL", "IT", "NL", "DK"].map((code) =>
          event("2018-03-27", "expulsion", `${code} RU`, { name: "Skripal case" }),
        ),
      ),
      "10 years: Germany, France, Poland and 3 others expelled diplomats of Russia: Skripal case (2018)",
    ],
    [
      "one state with several others",
      occasion(
        2026,
        event("1991-08-27", "relations-restored", "EE BE"),
        event("1991-08-27", "relations-restored", "BE LV"),
        event("1991-08-27", "relations-restored", "LT BE"),
      ),
      "35 years: Belgium restored diplomatic relations with Estonia, Latvia and Lithuania (1991)",
    ],
    [
      "a treaty, what it founded and who joined",
      occasion(
        2027,
        event("1949-04-04", "treaty-signed", "US GB FR BE NL CA", { name: "North Atlantic Treaty" }),
        event("1949-04-04", "organisation-founded", "nato"),
        event("1949-04-04", "joined", "US nato"),
        event("1949-04-04", "joined", "GB nato"),
      ),
      "78 years: North Atlantic Treaty signed by the United States, the United Kingdom, France and 3 others (1949; also: Founding of NATO)",
    ],
    [
      "two states that left a third",
      occasion(
        2027,
        event("1991-06-25", "independence", "HR YUCS"),
        event("1991-06-25", "independence", "SI YUCS"),
        event("1991-06-25", "national-day", "HR", { name: "Statehood Day" }),
      ),
      "36 years: Croatia and Slovenia became independent from YUCS (1991)",
    ],
  ])("%s", (_, told, line) => expect(anniversaryLine(told, reader)).toBe(line));

  test.each([
    ["continuation", "SUHH", "RU", "the Soviet Union: continued by Russia"],
    ["split", "korean-empire", "KR", "the Korean Empire: today South Korea"],
    ["merger", "korean-empire", "KR", "the Korean Empire: today part of South Korea"],
    ["succession", "SUHH", "RU", "the Soviet Union: succeeded by Russia"],
  ] as const)("says how a former party goes on: %s", (how, former, successor, said) => {
    const treaty = event("1928-06-25", "treaty-signed", `BE ${former}`, { name: "Treaty of Friendship" });
    const sequel = { lineage: [{ former, successor, how }], next: { years: 100, year: 2028 } };
    expect(anniversaryLine({ ...occasion(2026, treaty), sequel }, reader)).toMatch(new RegExp(`; ${said}\\)$`));
  });

  test.each([
    [[], "Japan, the United States, the United Kingdom and 4 others"],
    [["BE"], "Japan, Belgium, the United States and 4 others"],
    [["BE", "FR", "NL"], "Japan, France, the Netherlands and 4 others"],
  ])("never hides with whom peace was made, whoever is followed: %j", (following, named) => {
    const peace = event("1951-09-08", "peace-treaty", "JP US GB FR NL CA BE", {
      name: "Treaty of San Francisco",
      principals: ["JP"],
    });
    const line = anniversaryLine(occasion(2027, peace), { language: english, following: new Set(following) });
    expect(line).toBe(`76 years: ${named} made peace: Treaty of San Francisco (1951)`);
  });

  test("names the parties that the reader follows among many", () => {
    const told = occasion(
      2027,
      event("1949-04-04", "treaty-signed", "US GB FR NL CA IT BE", { name: "North Atlantic Treaty" }),
    );
    const line = anniversaryLine(told, { language: english, following: new Set(["BE"]) });
    expect(line).toBe(
      "78 years: North Atlantic Treaty signed by Belgium, the United States, the United Kingdom and 4 others (1949)",
    );
  });
});

describe("a dated line", () => {
  test.each([
    [
      "a visit in person, of several days",
      event("1993-12-08", "visit", "RU BE", {
        end: { precision: "day", year: 1993, month: 12, day: 10 },
        people: [{ name: "Boris Yeltsin", office: "President" }],
      }),
      "8 – 10 December 1993: Boris Yeltsin, President of Russia, visited Belgium",
    ],
    [
      "a first state visit",
      event("1959-09-15", "visit", "JP US", {
        rank: "state-visit",
        first: true,
        people: [{ name: "Akihito", office: "Emperor" }],
      }),
      "15 September 1959: Akihito, Emperor of Japan, paid a state visit to the United States, the first such visit",
    ],
    [
      "several people",
      event("1992", "visit", "BE RU", { people: [{ name: "A. B." }, { name: "C. D.", office: "Minister" }] }),
      "1992: A. B. and C. D. (Minister) of Belgium visited Russia",
    ],
    ["nobody by name", event("1992-03", "visit", "BE RU"), "March 1992: Visit from Belgium to Russia"],
    [
      "a consulate and its town",
      event("1850-05-01", "consulate-opened", "US IT", { place: "Naples" }),
      "1 May 1850: The United States opened a consulate in Naples, Italy",
    ],
    ["one party alone", event("1905-10-26", "independence", "NO"), "26 October 1905: Norway became independent"],
  ])("%s", (_, given, line) => expect(datedLine(given, reader).replaceAll(/\s/gu, " ")).toBe(line));
});

describe("a war", () => {
  const began = (parties: string, name?: string): ReturnType<typeof event> =>
    event("1999-03-24", "war-began", parties, name === undefined ? {} : { name });
  const line = (...events: [ReturnType<typeof event>, ...ReturnType<typeof event>[]]): string =>
    anniversaryLine(occasion(2029, ...events), reader);

  test("allies stand on one side, and the enemy is told however many they are", () => {
    const war = ["TR", "IT", "GB", "US", "NL"].map((party) => began(`${party} SUHH`, "Kosovo War"));
    const [first, ...others] = war;
    if (first === undefined) throw new Error("no war");
    expect(line(first, ...others)).toBe(
      "30 years: War began between Türkiye, Italy, the United Kingdom and 2 others on one side and the Soviet Union on the other: Kosovo War (1999)",
    );
  });

  test("each side may be several, if all of one fought all of the other", () => {
    const pairs = ["EE RU", "EE DE", "LV RU", "LV DE", "LT FI"].map((parties) => began(parties, "War"));
    const [first, ...others] = pairs;
    if (first === undefined) throw new Error("no war");
    expect(line(first, ...others)).toContain(
      "War began between Estonia and Latvia on one side and Russia and Germany on the other: War (1999",
    );
  });

  test("two fight each other, and of more in one row nobody is said to fight another", () => {
    expect(line(began("AR GB", "Falklands War"))).toContain("War began between Argentina and the United Kingdom: ");
    expect(line(began("GB US FR"))).toContain(
      "War began; taking part: the United Kingdom, the United States and France",
    );
    expect(line(event("1945-05-08", "fighting-ended", "DE"))).toContain("Fighting ended for Germany");
  });

  test("the first party declares it", () => {
    const declared = (parties: string): ReturnType<typeof event> => event("1941-12-11", "war-declared", parties);
    expect(line(declared("DE US"), declared("IT US"))).toContain("Germany and Italy declared war on the United States");
    expect(line(declared("US DE"), declared("US IT"))).toContain("The United States declared war on Germany and Italy");
  });
});
