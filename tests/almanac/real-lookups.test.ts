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
