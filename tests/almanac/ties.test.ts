import { expect, test } from "vitest";
import type { Event } from "../../src/almanac/event.ts";
import type { Kind } from "../../src/almanac/kind.ts";
import type { PartyCode } from "../../src/almanac/party.ts";
import { lastingSince, type Tie, tieOf, warsSince } from "../../src/almanac/ties.ts";

const ENDED: Readonly<Record<string, number>> = { "korean-empire": 1910, DDDE: 1990, SUHH: 1991, YUCS: 1992 };

/** The tie of two; the former parties ended in the years above. */
function tie(events: readonly Event[], one: PartyCode, other: PartyCode): Tie {
  return tieOf(events, one, other, (code) => {
    const year = ENDED[code];
    return { isCarriedOn: code === "SUHH", ...(year === undefined ? {} : { until: { precision: "year", year } }) };
  });
}

/** Whether the lasting relations are the only ones on record, and no war may have broken them. */
function isContinuous(found: Tie): boolean {
  return lastingSince(found) !== undefined && found.stretches.length === 1 && warsSince(found).length === 0;
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

test("a break that was mended ends the years without a break", () => {
  const start = event(1900, "relations-established", "GB", "FR");
  const mended = tie(
    [start, event(1940, "relations-severed", "FR", "GB"), event(1944, "relations-restored", "FR", "GB")],
    "FR",
    "GB",
  );
  expect(lastingSince(mended)?.date.year).toBe(1944);
  expect(isContinuous(mended)).toBe(false);
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
  const named = (name: string, each: Event): Event => ({ ...each, name });
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
      peace: { date: { year: 1951 } },
    },
    { began: { date: { year: 1960 } }, declared: false },
  ]);
  expect(wars[1]).not.toHaveProperty("ended");
});

test("events of many parties, and what has low confidence, are passed over", () => {
  const low: Event = { ...event(1900, "relations-established", "GB", "FR"), confidence: "low" };
  const many = event(1914, "war-declared", "GB", "FR", "DE");
  expect(tie([low, many], "GB", "FR")).toEqual({ stretches: [], beside: [], signs: [], wars: [] });
});
