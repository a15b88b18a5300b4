import { expect, test } from "vitest";
import type { Event } from "../../src/almanac/event.ts";
import type { Kind } from "../../src/almanac/kind.ts";
import type { PartyCode } from "../../src/almanac/party.ts";
import { isContinuous, lastingSince, type Tie, tieOf } from "../../src/almanac/ties.ts";

const ENDED: Readonly<Record<string, number>> = { "korean-empire": 1910, DDDE: 1990, SUHH: 1991, YUCS: 1992 };

/** The tie of two; the former parties ended in the years above. */
function tie(events: readonly Event[], one: PartyCode, other: PartyCode): Tie {
  return tieOf(events, one, other, (code) => {
    const year = ENDED[code];
    return { isCarriedOn: code === "SUHH", ...(year === undefined ? {} : { until: { precision: "year", year } }) };
  });
}

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
    sources: [{ id: "source", name: "A source", url: "https://example.org/", publisher: "example.org" }],
    confidence: "high",
  };
}

test("relations that were never broken last since they were established, however often a source says so", () => {
  const found = tie(
    [event(1952, "relations-established", "DE", "ID"), event(1953, "relations-established", "DE", "ID")],
    "DE",
    "ID",
  );
  expect(lastingSince(found)?.date.year).toBe(1952);
  expect(isContinuous(found)).toBe(true);
});

test("a break without an end on record is all that is known", () => {
  const found = tie(
    [event(1883, "relations-established", "IR", "US"), event(1980, "relations-severed", "US", "IR")],
    "IR",
    "US",
  );
  expect(lastingSince(found)).toBeUndefined();
  expect(found.stretches.at(-1)?.ended).toMatchObject({ how: "broken", by: { date: { year: 1980 } } });
  expect(found.signs).toEqual([]);
});

test("a restoration, or a second beginning years later, shows a break that is not on record", () => {
  for (const kind of ["relations-restored", "relations-established"] as const) {
    const found = tie([event(1973, "relations-established", "BF", "CN"), event(2018, kind, "BF", "CN")], "BF", "CN");
    expect(lastingSince(found)?.date.year).toBe(2018);
    expect(isContinuous(found)).toBe(false);
    expect(found.stretches[0]?.ended?.how).toBe("unknown");
  }
});

test("what a state began that split into others is not theirs; what one carries on is", () => {
  const yugoslav = event(1964, "relations-established", "CF", "YUCS");
  const bosnia = tie([yugoslav], "CF", "BA");
  expect(lastingSince(bosnia)).toBeUndefined();
  expect(bosnia.stretches[0]?.ended).toMatchObject({ how: "lapsed", party: "YUCS" });
  const soviet = event(1935, "relations-established", "BE", "SUHH");
  const again = event(1992, "relations-established", "BE", "RU");
  for (const events of [[soviet], [soviet, again]]) {
    const russia = tie(events, "BE", "RU");
    expect(lastingSince(russia)).toBe(soviet);
    expect(isContinuous(russia)).toBe(true);
  }
});

test("relations with a former state, then with the present one, are not continuous", () => {
  const found = tie(
    [event(1901, "relations-established", "BE", "korean-empire"), event(1961, "relations-established", "BE", "KR")],
    "BE",
    "KR",
  );
  expect(lastingSince(found)?.date.year).toBe(1961);
  expect(isContinuous(found)).toBe(false);
  expect(found.stretches[0]?.ended).toEqual({
    how: "lapsed",
    party: "korean-empire",
    until: { precision: "year", year: 1910 },
  });
  expect(found.beside).toEqual([]);
});

test("relations that a former state had beside the present two are no break in theirs", () => {
  const eastern = event(1975, "relations-established", "AO", "DDDE");
  const found = tie([eastern, event(1979, "relations-established", "AO", "DE")], "AO", "DE");
  expect(lastingSince(found)?.date.year).toBe(1979);
  expect(isContinuous(found)).toBe(true);
  expect(found.beside).toEqual([eastern]);
});

test("an embassy opened years after a break is a sign that relations were taken up again", () => {
  const broken = [event(1807, "relations-established", "GB", "IR"), event(1989, "relations-severed", "IR", "GB")];
  const closed = event(1989, "embassy-closed", "GB", "IR");
  const opened = event(2015, "embassy-opened", "GB", "IR");
  const found = tie([...broken, closed, opened], "GB", "IR");
  expect(found.signs).toEqual([opened]);
  expect(lastingSince(found)).toBeUndefined();
});

test("what a merged state did says nothing of relations that the present two have already", () => {
  const own = event(1951, "relations-established", "DE", "FR");
  const found = tie(
    [own, event(1973, "relations-established", "DDDE", "FR"), event(1975, "relations-severed", "DDDE", "FR")],
    "DE",
    "FR",
  );
  expect(lastingSince(found)).toBe(own);
  expect(isContinuous(found)).toBe(true);
});

test("a war, or a break that was mended, ends the years without a break", () => {
  const start = event(1900, "relations-established", "GB", "FR");
  expect(isContinuous(tie([start, event(1914, "war-declared", "GB", "FR")], "GB", "FR"))).toBe(false);
  const mended = tie(
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
  expect(tie([low, many], "GB", "FR")).toEqual({ stretches: [], beside: [], signs: [], wars: [] });
});
