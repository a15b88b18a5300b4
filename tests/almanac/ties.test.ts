import { expect, test } from "vitest";
import type { Event } from "../../src/almanac/event.ts";
import type { Kind } from "../../src/almanac/kind.ts";
import { brokenBy, isContinuous, lastingSince, tieOf } from "../../src/almanac/ties.ts";

function event(year: number, kind: Kind, ...parties: [string, ...string[]]): Event {
  return {
    id: `${parties.join("-")}-${year}-${kind}`.toLowerCase(),
    date: { precision: "year", year },
    kind,
    parties,
    namesThen: {},
    people: [],
    first: false,
    otherDates: [],
    sources: [{ id: "source", name: "A source", url: "https://example.org/" }],
    confidence: "high",
  };
}

test("relations that were never broken last since they were established, however often a source says so", () => {
  const tie = tieOf(
    [event(1952, "relations-established", "DE", "ID"), event(1960, "relations-restored", "DE", "ID")],
    "DE",
    "ID",
  );
  expect(lastingSince(tie)?.date.year).toBe(1952);
  expect(isContinuous(tie)).toBe(true);
});

test("a break without an end on record is all that is known", () => {
  const tie = tieOf(
    [event(1883, "relations-established", "IR", "US"), event(1980, "relations-severed", "US", "IR")],
    "IR",
    "US",
  );
  expect(lastingSince(tie)).toBeUndefined();
  expect(brokenBy(tie)?.date.year).toBe(1980);
});

test("relations with a former state, then with the present one, are not continuous", () => {
  const tie = tieOf(
    [event(1901, "relations-established", "BE", "korean-empire"), event(1961, "relations-established", "BE", "KR")],
    "BE",
    "KR",
  );
  expect(lastingSince(tie)?.date.year).toBe(1961);
  expect(isContinuous(tie)).toBe(false);
});

test("what a merged state did says nothing of relations that the present two have already", () => {
  const own = event(1951, "relations-established", "DE", "FR");
  const tie = tieOf(
    [own, event(1973, "relations-established", "DDDE", "FR"), event(1975, "relations-severed", "DDDE", "FR")],
    "DE",
    "FR",
  );
  expect(lastingSince(tie)).toBe(own);
  expect(isContinuous(tie)).toBe(true);
});

test("a war, or a break that was mended, ends the years without a break", () => {
  const start = event(1900, "relations-established", "GB", "FR");
  expect(isContinuous(tieOf([start, event(1914, "war-declared", "GB", "FR")], "GB", "FR"))).toBe(false);
  const mended = tieOf(
    [start, event(1940, "relations-severed", "FR", "GB"), event(1944, "relations-restored", "FR", "GB")],
    "FR",
    "GB",
  );
  expect(lastingSince(mended)?.date.year).toBe(1944);
  expect(isContinuous(mended)).toBe(false);
});

test("events of many parties, and what has low confidence, are passed over", () => {
  const low: Event = { ...event(1900, "relations-established", "GB", "FR"), confidence: "low" };
  const many = event(1914, "war-declared", "GB", "FR", "DE");
  expect(tieOf([low, many], "GB", "FR")).toEqual({ stretches: [], wars: [] });
});
