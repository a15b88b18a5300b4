import { expect, test } from "vitest";
import { type PartialDate, parsePartialDate } from "../../src/almanac/date.ts";
import { membersOn } from "../../src/almanac/parties/membership.ts";
import { realAlmanac } from "../digest/real-almanac.ts";

const almanac = realAlmanac();
const changes = almanac.find({ kinds: ["joined", "left"] }, { order: "date" }).items;

function members(organisation: string, text: string): ReadonlySet<string> {
  const date: PartialDate | undefined = parsePartialDate(text);
  if (date === undefined) throw new Error(text);
  return membersOn(almanac.parties, organisation, date, changes);
}

/** How many members the United Nations had at the end of a year (un.org, Growth in United Nations membership). */
const UNITED_NATIONS: readonly (readonly [year: number, members: number])[] = [
  [1945, 51],
  [1946, 55],
  [1947, 57],
  [1948, 58],
  [1949, 59],
  [1950, 60],
  [1955, 76],
  [1956, 80],
  [1957, 82],
  [1958, 82],
  [1960, 99],
  [1961, 104],
  [1962, 110],
  [1963, 112],
  [1964, 115],
  [1965, 117],
  [1966, 122],
  [1967, 123],
  [1968, 126],
  [1970, 127],
  [1971, 132],
  [1973, 135],
  [1974, 138],
  [1975, 144],
  [1976, 147],
  [1977, 149],
  [1978, 151],
  [1979, 152],
  [1980, 154],
  [1981, 157],
  [1983, 158],
  [1984, 159],
  [1989, 159],
  [1990, 159],
  [1991, 166],
  [1992, 179],
  [1993, 184],
  [1994, 185],
  [1996, 185],
  [1999, 188],
  [2000, 189],
  [2002, 191],
  [2006, 192],
  [2011, 193],
  [2025, 193],
];

test.each(UNITED_NATIONS)("at the end of %d the United Nations had %d members", (year, count) => {
  expect(members("un", `${year}-12-31`).size).toBe(count);
});

const COUNTS: readonly (readonly [organisation: string, date: string, count: number])[] = [
  ["nato", "1949-04-04", 12],
  ["nato", "1952-12-31", 14],
  ["nato", "1982-12-31", 16],
  ["nato", "1999-12-31", 19],
  ["nato", "2004-12-31", 26],
  ["nato", "2026-01-01", 32],
  ["european-communities", "1973-01-01", 9],
  ["european-communities", "1986-01-01", 12],
  ["eu", "1995-01-01", 15],
  ["eu", "2004-05-01", 25],
  ["eu", "2013-07-01", 28],
  ["eu", "2026-01-01", 27],
  ["oecd", "1962-12-31", 20],
  ["oecd", "1973-12-31", 24],
  ["oecd", "2000-12-31", 30],
  ["oecd", "2026-01-01", 38],
  ["efta", "1960-12-31", 7],
  ["efta", "1972-12-31", 8],
  ["efta", "1973-12-31", 6],
  ["efta", "1994-12-31", 7],
  ["efta", "2026-01-01", 4],
  ["weu", "1960-01-01", 7],
  ["weu", "1991-01-01", 9],
  ["weu", "2000-01-01", 10],
  ["warsaw-pact", "1960-01-01", 8],
  ["warsaw-pact", "1970-01-01", 7],
  ["warsaw-pact", "1991-01-01", 6],
  ["seato", "1960-01-01", 8],
  ["seato", "1975-01-01", 7],
  ["oic", "1969-12-31", 25],
  ["oic", "2026-01-01", 57],
  ["g20", "2000-01-01", 20],
  ["g20", "2024-01-01", 21],
  ["unesco", "1946-11-04", 20],
  ["unesco", "2019-01-01", 193],
  ["unesco", "2024-01-01", 194],
  ["opec", "1975-12-31", 13],
  ["opec", "2024-06-01", 12],
  ["asean", "2026-01-01", 11],
  ["arab-league", "2026-01-01", 22],
  ["commonwealth", "2026-01-01", 56],
  ["coe", "2026-01-01", 46],
  ["brics", "2009-12-31", 4],
  ["brics", "2024-06-01", 9],
  ["brics", "2026-01-01", 10],
  ["eurozone", "2001-01-01", 12],
  ["eurozone", "2008-01-01", 15],
  ["eurozone", "2026-01-01", 21],
  ["ecowas", "2024-12-31", 15],
  ["ecowas", "2025-01-29", 12],
  ["sco", "2024-07-04", 10],
  ["apec", "2026-01-01", 21],
  ["caricom", "2026-01-01", 15],
  ["cis", "1992-01-01", 11],
  ["cis", "2010-01-01", 10],
  ["cis", "2026-01-01", 9],
  ["csto", "2003-09-18", 6],
  ["csto", "2007-01-01", 7],
  ["csto", "2026-01-01", 6],
  ["eaeu", "2026-01-01", 5],
  ["gcc", "2026-01-01", 6],
  ["mercosur", "2026-01-01", 6],
  ["saarc", "2000-01-01", 7],
  ["saarc", "2026-01-01", 8],
  ["schengen", "2026-01-01", 29],
  ["turkic-council", "2026-01-01", 5],
  ["league-of-nations", "1934-12-31", 58],
];

test.each(COUNTS)("%s on %s had %d members", (organisation, date, count) => {
  expect([...members(organisation, date)].sort()).toHaveLength(count);
});

test("China's seat in the United Nations was Taiwan's until the General Assembly gave it to Beijing", () => {
  const holders = (date: string) => ["roc-mainland", "TW", "CN"].filter((code) => members("un", date).has(code));
  expect(holders("1946-01-01")).toEqual(["roc-mainland"]);
  expect(holders("1971-10-24")).toEqual(["TW"]);
  expect(holders("1971-10-25")).toEqual(["CN"]);
});

test("Egypt and Syria had one seat while they were one state, and Indonesia none while it stayed away", () => {
  expect(["EG", "SY", "united-arab-republic"].filter((code) => members("un", "1960-01-01").has(code))).toEqual([
    "united-arab-republic",
  ]);
  expect(["EG", "SY", "united-arab-republic"].filter((code) => members("un", "1962-01-01").has(code))).toEqual([
    "EG",
    "SY",
  ]);
  expect(members("un", "1965-06-01").has("ID")).toBe(false);
  expect(members("un", "1966-12-31").has("ID")).toBe(true);
});

test("today's members of the United Nations are those of the table of states", () => {
  const table = almanac.parties.all.flatMap(({ code, unMemberSince }) => (unMemberSince ? [code] : []));
  expect([...members("un", "2026-11-22")].sort()).toEqual(table.sort());
});

test("an organisation whose members are said to be all on record has been counted", () => {
  const complete = almanac.parties.all.filter((party) => party.members === "complete").map(({ code }) => code);
  const counted = new Set(["un", ...COUNTS.map(([organisation]) => organisation)]);
  expect(complete.length).toBeGreaterThan(25);
  expect(complete.filter((code) => !counted.has(code))).toEqual([]);
});

test("an organisation without a member on record does not say that all are", () => {
  const named = new Set(changes.map(({ parties }) => parties[1]));
  const silent = almanac.parties.all.filter(({ code, type }) => type === "organisation" && !named.has(code));
  expect(silent.filter((party) => party.members === "complete").map(({ code }) => code)).toEqual([]);
});
