import { beforeAll, expect, test } from "vitest";
import type { Almanac } from "../../src/almanac/almanac.ts";
import type { Kind } from "../../src/almanac/kind.ts";
import { membersOn } from "../../src/almanac/parties/membership.ts";
import type { PartyCode } from "../../src/almanac/party.ts";
import { realAlmanac } from "../digest/real-almanac.ts";

let almanac: Almanac;
beforeAll(() => {
  almanac = realAlmanac();
});

const COMINGS: readonly Kind[] = ["joined", "left", "observer"];
const ALL = { order: "date" } as const;

function through(...parties: readonly PartyCode[]): readonly string[] {
  const { items } = almanac.find({ parties, match: "all", throughOrganisations: true }, ALL);
  return items.map(({ id }) => id);
}

test("who else joined or left an organisation is nothing between two of its members; that one of them did, is", () => {
  const told = (a: PartyCode, b: PartyCode) =>
    almanac
      .find({ parties: [a, b], match: "all", throughOrganisations: true, kinds: COMINGS }, ALL)
      .items.map(({ parties }) => parties);
  expect(told("FR", "MC").length).toBeGreaterThan(5);
  for (const [a, b] of [["FR", "MC"] as const, ["BE", "KE"] as const])
    expect(told(a, b).filter((parties) => !parties.includes(a) && !parties.includes(b))).toEqual([]);
});

const EU_MERCOSUR = "eu-mercosur-2026-01-17-treaty-signed";
const FREE_TRADE_AREA = "african-union-2018-03-21-treaty-signed";

test("founders are members through the organisation that continues the one that they founded", () => {
  expect(through("BE", "FR")).toContain(EU_MERCOSUR);
  expect(through("DE", "SE")).toContain(EU_MERCOSUR);
  expect(through("KE", "GH")).toContain(FREE_TRADE_AREA);
});

test("who left, or never joined, has no part in what the organisation did afterwards", () => {
  expect(through("GB", "FR")).not.toContain(EU_MERCOSUR);
  expect(through("CH", "FR")).not.toContain(EU_MERCOSUR);
  expect(through("MA", "EG")).toContain(FREE_TRADE_AREA);
  expect(through("MA", "EG")).not.toContain("african-union-2002-07-09-organisation-founded");
  expect(through("KE", "EG")).toContain("african-union-2002-07-09-organisation-founded");
});

test("two share an event of an organisation, unless it is who else came or left, just where both were its members, as its list of members has it", () => {
  const changes = almanac.find({ kinds: ["joined", "left"] }, { order: "date" }).items;
  for (const [organisation, ...pair] of [
    ["eu", "GB", "FR"],
    ["eu", "FI", "AT"],
    ["european-communities", "DK", "IT"],
    ["oau", "MA", "GH"],
    ["african-union", "MA", "GH"],
  ] as const) {
    const shared = new Set(through(...pair));
    const { items } = almanac.find({ parties: [organisation], lineage: false }, { order: "date" });
    for (const { id, kind, parties, date } of items.filter(
      (event) => !pair.some((code) => event.parties.includes(code)),
    )) {
      const of = parties.filter((code) => almanac.parties.party(code)?.type === "organisation");
      const together = of.some((code) => {
        const members = membersOn(almanac.parties, code, date, changes);
        return pair.every((member) => members.has(member));
      });
      expect([id, shared.has(id)]).toEqual([id, together && !COMINGS.includes(kind)]);
    }
  }
});

test("three letters find the words that begin with them, two only the word that they are", () => {
  const found = (text: string): readonly string[] =>
    almanac.find({ text }, { order: "date" }).items.map(({ id }) => id);
  const visit = "ru-be-1993-12-08-visit";
  expect(found("yel")).toContain(visit);
  expect(found("ye")).not.toContain(visit);
});

test.each([
  ["treaty of Rome", "treaty-of-rome-1957-03-25-treaty-signed"],
  ["the Treaty of Versailles", "treaty-of-versailles-1919-06-28-peace-treaty"],
  ["Nixon visited China", "us-cn-1972-02-21-visit"],
  ["visit of Nixon to China", "us-cn-1972-02-21-visit"],
])("%s is found first", (text, id) => {
  expect(almanac.find({ text }, { order: "significance", limit: 1 }).items.map((event) => event.id)).toEqual([id]);
});

test("pages of a text beyond those put in order by name make up the whole", () => {
  const view = { order: "significance", limit: 40 } as const;
  const pages = [0, 40, 80, 120, 160].flatMap((offset) => almanac.find({ text: "rome" }, { ...view, offset }).items);
  const whole = almanac.find({ text: "rome" }, { ...view, limit: 200 }).items;
  expect(pages.map(({ id }) => id)).toEqual(whole.map(({ id }) => id));
  expect(new Set(pages).size).toBe(200);
});

const FIVE = { order: "significance", limit: 5 } as const;

function first(text: string): string | undefined {
  return almanac.find({ text }, FIVE).items[0]?.id;
}

test.each([
  ["UN Charter", "charter-of-the-united-nations-1945-06-26-treaty-signed"],
  ["npt", "gb-suhh-us-1968-07-01-treaty-signed"],
  ["Brexit", "gb-2016-06-23-declaration"],
  ["brexit referendum 2016", "gb-2016-06-23-declaration"],
  ["2020 Brexit trade", "eu-gb-2020-12-30-treaty-signed"],
  ["Minsk 2015", "osce-ru-ua-2015-02-12-treaty-signed"],
  ["Panama Canal Treaty 1977", "pa-us-1977-09-07-treaty-signed"],
  ["Fashoda", "fr-gb-1898-07-10-incident"],
  ["Westfalia", "fr-holy-roman-empire-se-1648-10-24-peace-treaty"],
  ["the Oslo Accords", "il-ps-1993-09-13-treaty-signed"],
  ["INF", "suhh-us-1987-12-08-treaty-signed"],
  ["Minsk agreements", "osce-ru-ua-2014-09-05-treaty-signed"],
  ["CTBT", "comprehensive-nuclear-test-ban-treaty-1996-09-24-treaty-signed"],
  ["WW2", "de-pl-1939-09-01-war-began"],
  ["JCPOA", "joint-comprehensive-plan-of-action-iran-nuclear-deal-2015-07-14-declaration"],
  ["Camp David", "eg-il-us-1978-09-17-treaty-signed"],
  ["Locarno", "locarno-treaties-1925-12-01-treaty-signed"],
  ["Kennedy Berlin", "us-de-1963-06-23-visit"],
  ["Nixon in China", "us-cn-1972-02-21-visit"],
  ["Sadat Jerusalem", "eg-il-1977-11-19-visit"],
  ["Reagan Gorbachev", "suhh-us-1986-10-11-summit"],
])("who types %s sees first what is usually called so", (text, id) => {
  expect(first(text)).toBe(id);
});

test("what a usual name means is found only where the other words of the text find it too", () => {
  expect(almanac.find({ text: "Brexit 1999" }, FIVE).total).toBe(0);
  const { items } = almanac.find({ text: "brexit refer", isBegun: true }, FIVE);
  expect(items.map(({ id }) => id)).toEqual(["gb-2016-06-23-declaration"]);
});

test.each([
  ["Brexti", "brexit"],
  ["brexit refrendum", "brexit referendum"],
  ["Ribentrop Molotof", "ribbentrop molotov"],
  ["brexit jcpoa", undefined],
])("%s is respelled %s", (text, better) => {
  expect(almanac.respelled(text)).toBe(better);
});

test("a name that is still being typed finds what it is the beginning of", () => {
  const { items } = almanac.find({ text: "oslo acc", isBegun: true }, FIVE);
  expect(items.slice(0, 2).map(({ id }) => id)).toEqual([
    "il-ps-1993-09-13-treaty-signed",
    "il-ps-1995-09-28-treaty-signed",
  ]);
});

test("what a usual name means is once on the pages, counts, and passes the other filters", () => {
  const all = almanac.find({ text: "SALT" }, { order: "significance" });
  expect(new Set(all.items.map(({ id }) => id)).size).toBe(all.total);
  const paged = [0, 1, 2, 3].flatMap((offset) =>
    almanac.find({ text: "SALT" }, { order: "significance", offset, limit: 1 }).items.map(({ id }) => id),
  );
  expect(paged).toEqual(all.items.slice(0, 4).map(({ id }) => id));
  expect(almanac.find({ text: "Brexit", families: ["visits"] }, FIVE).total).toBe(0);
});

test("what somebody did comes before notes about what is named after them", () => {
  const { items } = almanac.find({ text: "Churchill" }, FIVE);
  expect(items[0]?.id).toBe("gb-suhh-us-1943-11-28-summit");
  for (const { people } of items) expect(people.map(({ name }) => name).join()).toContain("Churchill");
});

test.each([
  ["nig", "NG", "NE"],
  ["dom", "DO", "DM"],
  ["mal", "MY", "ML", "MT"],
  ["ind", "IN", "ID"],
  ["slov", "SK", "SI"],
])("of those whose names begin with %s, the one with more facts comes first", (typed, ...codes) => {
  const byFacts = codes.toSorted((one, other) => almanac.partyCount(other) - almanac.partyCount(one));
  const offered = almanac.parties.search(typed, "en-GB", 10).map(({ party }) => party.code);
  expect(offered.filter((code) => codes.includes(code))).toEqual(byFacts);
});

test("a whole name comes before a longer one with more facts", () => {
  expect(almanac.parties.search("niger", "en-GB", 2).map(({ party }) => party.code)).toEqual(["NE", "NG"]);
});

test("one letter offers those whose own name begins with it before those that are only called so", () => {
  const offered = (typed: string) => almanac.parties.search(typed, "en-GB", 4).map(({ name }) => name);
  expect(offered("d")).toEqual(["Denmark", "Dominican Republic", "Djibouti", "Dominica"]);
  expect(offered("n").every((name) => name.startsWith("N"))).toBe(true);
});
