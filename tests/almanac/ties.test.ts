import { expect, test } from "vitest";
import type { Event } from "../../src/almanac/event.ts";
import { lastingSince, type Tie } from "../../src/almanac/ties.ts";
import { isBrokenByFormer } from "../../src/almanac/ties-standing.ts";
import { event, isContinuous, tie } from "./tie-events.ts";

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

test("a second establishment years later is no break where none is on record: both are told", () => {
  const first = event(1950, "relations-established", "IL", "TR");
  const again = event(2022, "relations-established", "IL", "TR");
  const found = tie([first, again], "IL", "TR");
  expect(found.stretches).toEqual([{ began: first, anew: [again] }]);
  expect(lastingSince(found)).toBe(first);
  const broken = event(2024, "relations-severed", "IL", "TR");
  expect(tie([first, again, broken], "IL", "TR").stretches).toEqual([
    { began: first, anew: [again], ended: { how: "broken", by: broken } },
  ]);
});

test("what is restored had been broken off, though when is not on record", () => {
  const first = event(1950, "relations-established", "IL", "TR");
  const restored = event(2022, "relations-restored", "IL", "TR");
  const found = tie([first, restored], "IL", "TR");
  expect(found.stretches).toEqual([
    { began: first, ended: { how: "unknown", before: restored.date } },
    { began: restored },
  ]);
  expect(lastingSince(found)).toBe(restored);
});

test("sources differ by less than two years about one beginning; in the second year another begins", () => {
  const first = event(1950, "relations-established", "IL", "TR");
  const after = (...years: number[]): Tie["stretches"] =>
    tie([first, ...years.map((year) => event(year, "relations-established", "IL", "TR"))], "IL", "TR").stretches;
  expect(after(1951)).toEqual([{ began: first }]);
  expect(after(1952)).toMatchObject([{ anew: [{ date: { year: 1952 } }] }]);
  expect(after(1960, 1961)[0]?.anew).toHaveLength(1);
  expect(after(1960, 1962)[0]?.anew).toHaveLength(2);
});

test("what a new state began follows what the old one had, with no word of a break, and is what lasts", () => {
  const empire = event(1890, "relations-established", "MX", "RU");
  const soviet = event(1924, "relations-established", "MX", "SUHH");
  const found = tie([empire, soviet], "MX", "RU");
  expect(found.stretches).toEqual([{ began: empire }, { began: soviet }]);
  expect(lastingSince(found)).toBe(soviet);
  const before = event(1918, "relations-established", "RO", "UA");
  const since = event(1992, "relations-established", "RO", "UA");
  expect(tie([before, since], "RO", "UA").stretches).toEqual([{ began: before }, { began: since }]);
  const restored = event(1992, "relations-restored", "RO", "UA");
  expect(tie([before, restored], "RO", "UA").stretches).toEqual([{ began: before }, { began: restored }]);
});

test("a break by the present two is told also where relations had begun under a former state", () => {
  const korean = event(1901, "relations-established", "BE", "korean-empire");
  const broken = event(1979, "relations-severed", "BE", "KR");
  const found = tie([korean, broken], "BE", "KR");
  expect(found.stretches.map(({ ended }) => ended?.how)).toEqual(["lapsed", "broken"]);
  expect(found.stretches[1]).toEqual({ ended: { how: "broken", by: broken } });
  expect(isBrokenByFormer(found)).toBe(false);
  const restored = event(1995, "relations-restored", "BE", "KR");
  expect(lastingSince(tie([korean, broken, restored], "BE", "KR"))).toBe(restored);
  const eastern = event(1975, "relations-established", "AO", "DDDE");
  const west = event(1979, "relations-severed", "AO", "DE");
  expect(tie([eastern, west], "AO", "DE")).toMatchObject({
    stretches: [{ ended: { how: "broken", by: west } }],
    beside: [eastern],
  });
});

test("a break by a government of another name, all there is since a former state ended, leaves open what became of relations", () => {
  const korean = event(1901, "relations-established", "BE", "korean-empire");
  const broken = event(1940, "relations-severed", "BE", "KR");
  const byOther: Event = { ...broken, namesThen: { BE: "Another Belgium" } };
  expect(isBrokenByFormer(tie([korean, byOther], "BE", "KR"))).toBe(true);
  expect(isBrokenByFormer(tie([korean, broken], "BE", "KR"))).toBe(false);
  expect(isBrokenByFormer(tie([byOther], "BE", "KR"))).toBe(false);
  const own = event(1920, "relations-established", "BE", "KR");
  expect(isBrokenByFormer(tie([korean, own, byOther], "BE", "KR"))).toBe(false);
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

test("a beginning of the present two within two years of the other state's is their own", () => {
  const eastern = event(1972, "relations-established", "BD", "DDDE");
  const own = event(1972, "relations-established", "BD", "DE");
  const found = tie([eastern, own], "BD", "DE");
  expect(lastingSince(found)).toBe(own);
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

test("an embassy closed since relations began is told unless one opened after it; a closed one, a recall or an expulsion is no sign of relations", () => {
  const began = event(1935, "relations-established", "AF", "US");
  const opened = (year: number): Event => event(year, "embassy-opened", "US", "AF");
  const closed = event(2021, "embassy-closed", "US", "AF");
  expect(tie([began, opened(2002), closed], "AF", "US").closed).toBe(closed);
  expect(tie([began, closed, opened(2022)], "AF", "US").closed).toBeUndefined();
  const broken = event(1980, "relations-severed", "US", "AF");
  const quarrels = [event(2018, "expulsion", "US", "AF"), event(2019, "ambassador-recalled", "US", "AF"), closed];
  const found = tie([began, broken, ...quarrels], "AF", "US");
  expect(found.signs).toEqual([]);
  expect(found.closed).toBeUndefined();
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

test("a break of low confidence ends nothing, and is told where relations last that began before it", () => {
  const began = event(1960, "relations-established", "GB", "FR");
  const low = (year: number): Event => ({ ...event(year, "relations-severed", "GB", "FR"), confidence: "low" });
  const found = tie([low(1950), began, low(1970)], "GB", "FR");
  expect(lastingSince(found)).toBe(began);
  expect(found.doubtfulBreaks).toEqual([low(1970)]);
  const broken = event(1980, "relations-severed", "GB", "FR");
  expect(tie([began, low(1970), broken], "GB", "FR").doubtfulBreaks).toEqual([]);
});

test("events of many parties are passed over, and what has low confidence but for a beginning where no sure one lasts", () => {
  const low: Event = { ...event(1900, "relations-established", "GB", "FR"), confidence: "low" };
  const many = event(1914, "war-declared", "GB", "FR", "DE");
  expect(tie([low, many], "GB", "FR")).toEqual({
    stretches: [],
    beside: [],
    signs: [],
    doubtful: [low],
    doubtfulBreaks: [],
    wars: [],
  });
  const sure = event(1904, "relations-established", "GB", "FR");
  expect(tie([low, sure], "GB", "FR").doubtful).toEqual([]);
  const severed = event(1910, "relations-severed", "GB", "FR");
  expect(tie([low, sure, severed], "GB", "FR").doubtful).toEqual([]);
  const again: Event = { ...event(1912, "relations-restored", "GB", "FR"), confidence: "low" };
  expect(tie([low, sure, severed, again], "GB", "FR").doubtful).toEqual([again]);
  expect(lastingSince(tie([low], "GB", "FR"))).toBeUndefined();
});
