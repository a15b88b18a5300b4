import { expect, test } from "vitest";
import type { PartialDate } from "../../src/almanac/date.ts";
import type { Event } from "../../src/almanac/event.ts";
import { lastingSince, type Tie } from "../../src/almanac/ties.ts";
import { warsSince } from "../../src/almanac/ties-standing.ts";
import { mayGoOn } from "../../src/almanac/ties-wars.ts";
import { event, isContinuous, tie } from "./tie-events.ts";

const named = (name: string, each: Event): Event => ({ ...each, name });

test("a second beginning after a war of the years before it shows a break; an older war shows none", () => {
  const start = event(1825, "relations-established", "AR", "GB");
  const war = event(1982, "war-began", "AR", "GB");
  const after = (year: number): Tie => tie([start, war, event(year, "relations-established", "AR", "GB")], "AR", "GB");
  expect(after(2002).stretches).toMatchObject([{ ended: { how: "unknown" } }, { began: { date: { year: 2002 } } }]);
  expect(after(2003).stretches).toMatchObject([{ began: start, anew: [{ date: { year: 2003 } }] }]);
});

test("a war that was declared ends relations, whether a break is on record or not, until they begin again", () => {
  const start = event(1858, "relations-established", "JP", "US");
  const war = [event(1941, "war-declared", "US", "JP"), event(1945, "fighting-ended", "JP", "US")];
  const fought = tie([start, ...war], "JP", "US");
  expect(lastingSince(fought)).toBeUndefined();
  expect(fought.stretches).toMatchObject([
    { began: start, ended: { how: "war", by: { ended: { date: { year: 1945 } } } } },
  ]);
  const again = tie([start, ...war, event(1952, "relations-restored", "JP", "US")], "JP", "US");
  expect(lastingSince(again)?.date.year).toBe(1952);
  expect(again.stretches).toHaveLength(2);
  const broken = event(1941, "relations-severed", "US", "JP");
  expect(tie([start, war[0] ?? start, broken], "JP", "US").stretches[0]?.ended).toEqual({ how: "broken", by: broken });
});

test("who breaks off years after a war that ended relations had taken them up meanwhile", () => {
  const war = event(1879, "war-declared", "CL", "BO");
  const broken = event(1962, "relations-severed", "BO", "CL");
  const found = tie([event(1831, "relations-established", "BO", "CL"), war, broken], "BO", "CL");
  expect(found.stretches.map(({ ended }) => ended?.how)).toEqual(["war", "broken"]);
  expect(found.stretches[1]).toEqual({ ended: { how: "broken", by: broken } });
});

test("of a war that nobody declared it is not known whether relations lasted, unless they began again", () => {
  const start = event(1825, "relations-established", "AR", "GB");
  const war = [event(1982, "war-began", "AR", "GB"), event(1982, "fighting-ended", "GB", "AR")];
  const found = tie([start, ...war], "AR", "GB");
  expect(lastingSince(found)).toBe(start);
  expect(warsSince(found)).toHaveLength(1);
  expect(isContinuous(found)).toBe(false);
  const sign = event(1990, "embassy-opened", "GB", "AR");
  expect(tie([start, ...war, sign], "AR", "GB").signs).toEqual([sign]);
  expect(warsSince(tie([start, ...war, event(1990, "relations-restored", "AR", "GB")], "AR", "GB"))).toEqual([]);
});

test("what begins while a war lasts, or bears its name, is that war; what begins after it is another", () => {
  const great = [
    named("World War II", event(1941, "war-began", "US", "JP")),
    named("World War II", event(1942, "war-declared", "JP", "US")),
    event(1945, "fighting-ended", "JP", "US"),
  ];
  const { wars } = tie(
    [...great, event(1951, "peace-treaty", "JP", "US"), event(1960, "war-began", "JP", "US")],
    "JP",
    "US",
  );
  expect(wars).toMatchObject([
    {
      began: { date: { year: 1941 } },
      declared: true,
      ended: { date: { year: 1945 } },
      peaces: [{ date: { year: 1951 } }],
    },
    { began: { date: { year: 1960 } }, declared: false },
  ]);
  expect(wars[1]).not.toHaveProperty("ended");
});

test("a war of another name that begins while one lasts is another; a campaign that was over before the war was is none", () => {
  const great = named("World War I", event(1917, "war-entered", "GR", "TR"));
  const second = named("Greco-Turkish War", event(1919, "war-began", "TR", "GR"));
  const peace = event(1923, "peace-treaty", "TR", "FR", "GR");
  expect(tie([great, second, peace], "GR", "TR").wars).toMatchObject([
    { began: great, ended: peace },
    { began: second, ended: peace },
  ]);
  const war = [
    named("Vietnam War", event(1965, "war-began", "US", "VN")),
    named("Cambodian campaign", event(1970, "war-began", "US", "VN")),
    event(1973, "armistice", "US", "VN"),
  ];
  const ended = named("Vietnam War", event(1974, "fighting-ended", "US", "VN"));
  expect(tie([...war, ended], "US", "VN").wars).toMatchObject([{ began: war[0], ended }]);
  expect(tie(war, "US", "VN").wars).toHaveLength(2);
});

test("a peace of many ends the war that nothing else did, for up to twenty years, where it was made with one of the two", () => {
  const war = event(1803, "war-declared", "GB", "FR");
  const peaceOf = (year: number, ...principals: [string, ...string[]]): Event => ({
    ...event(year, "peace-treaty", "FR", "GB", "RU"),
    principals,
  });
  const endOf = (...events: readonly Event[]): Event | undefined => tie([war, ...events], "FR", "GB").wars[0]?.ended;
  const peace = peaceOf(1814, "FR");
  expect(endOf(peace)).toBe(peace);
  expect(endOf(peaceOf(1814, "RU"))).toBeUndefined();
  expect(endOf(peaceOf(1823, "FR"))).toBeDefined();
  expect(endOf(peaceOf(1824, "FR"))).toBeUndefined();
  const fought = event(1813, "fighting-ended", "FR", "GB");
  expect(endOf(fought, peace)).toBe(fought);
});

test("a war without an end was over when the two began relations, or one of them was no more; else it may go on for ten years", () => {
  const war = event(1950, "war-began", "DDDE", "US");
  expect(tie([war], "DDDE", "US").wars[0]?.over).toEqual({
    how: "lapsed",
    by: { precision: "year", year: 1990 },
    party: "DDDE",
  });
  const since = event(1974, "relations-established", "DDDE", "US");
  const [known] = tie(
    [event(1950, "war-began", "FR", "US"), event(1974, "relations-restored", "FR", "US")],
    "FR",
    "US",
  ).wars;
  expect(known?.over).toEqual({ how: "relations", by: since.date });
  const [open] = tie([event(2022, "war-began", "FR", "US")], "FR", "US").wars;
  const on = (year: number): PartialDate => ({ precision: "year", year });
  expect(open && [2026, 2032, 2033].map((year) => mayGoOn(open, on(year)))).toEqual([true, true, false]);
  expect(known && mayGoOn(known, on(1955))).toBe(false);
});

test("a war of several former parties names them all", () => {
  const boers = ["orange-free-state", "south-african-republic"].map((party) =>
    named("Boer War", event(1899, "war-began", "GB", party)),
  );
  expect(tie(boers, "GB", "ZA").wars).toMatchObject([
    { parties: ["GB", "orange-free-state", "south-african-republic"] },
  ]);
});
