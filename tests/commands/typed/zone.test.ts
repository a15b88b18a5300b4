import * as fc from "fast-check";
import { expect, test } from "vitest";
import { offsetOf, readZone } from "../../../commands/typed/zone.ts";
import { searchZones } from "../../../commands/typed/zone-search.ts";
import { openPlaces } from "../../../src/almanac/places.ts";
import { isZone } from "../../../src/delivery/subscription.ts";

const june = Date.parse("2026-06-25T12:00Z");
const places = openPlaces("data");
const found = (typed: string, ...countries: string[]) => searchZones(typed, countries, june, 25, places);
const search = (typed: string, ...countries: string[]) => found(typed, ...countries).map(({ zone }) => zone);

test.each([
  ["bruss", "Europe/Brussels"],
  ["Kolkata", "Asia/Kolkata"],
  ["calcutta", "Asia/Kolkata"],
  ["kyiv", "Europe/Kyiv"],
  ["kiev", "Europe/Kyiv"],
  ["kathmandu", "Asia/Kathmandu"],
  ["utc", "UTC"],
  ["buenos", "America/Argentina/Buenos_Aires"],
  ["new y", "America/New_York"],
  ["são paulo", "America/Sao_Paulo"],
  ["+5:45", "Asia/Kathmandu"],
  ["UTC+0545", "Asia/Kathmandu"],
  ["München", "Europe/Berlin"],
  ["munich", "Europe/Berlin"],
  ["Bombay", "Asia/Kolkata"],
  ["Saigon", "Asia/Ho_Chi_Minh"],
  ["Київ", "Europe/Kyiv"],
  ["Kiew", "Europe/Kyiv"],
  ["東京", "Asia/Tokyo"],
  ["Москва", "Europe/Moscow"],
  ["القاهرة", "Africa/Cairo"],
  ["Sankt-Peterburg", "Europe/Moscow"],
  ["san francisco", "America/Los_Angeles"],
  ["Thimphu", "Asia/Thimphu"],
  ["EST", "America/New_York"],
  ["pst", "America/Los_Angeles"],
  ["Central European Summer Time", "Europe/Berlin"],
  ["IST", "Asia/Kolkata"],
  ["UTC+5:30", "Asia/Kolkata"],
  ["GMT+3", "Europe/Istanbul"],
  ["−3", "America/Sao_Paulo"],
])("%j finds %s first", (typed, zone) => {
  expect(search(typed)[0]).toBe(zone);
});

test("a country finds its zones, and nothing typed begins with those of the reader's country", () => {
  expect(search("Belgium", "BE")).toEqual(["Europe/Brussels"]);
  expect(search("", "KZ")).toContain("Asia/Almaty");
  expect(search("").at(-1)).toBe("UTC");
});

test("the zones of a country that has several come largest city first, and a city that is not a zone's own is named", () => {
  expect(search("United States", "US").slice(0, 3)).toEqual([
    "America/New_York",
    "America/Los_Angeles",
    "America/Chicago",
  ]);
  expect(search("Russia", "RU")[0]).toBe("Europe/Moscow");
  expect(search("Brazil", "BR")[0]).toBe("America/Sao_Paulo");
  expect(found("münch")[0]).toEqual({ zone: "Europe/Berlin", place: "München" });
  expect(found("Berlin")[0]).toEqual({ zone: "Europe/Berlin" });
});

test("an offset finds all zones that have it now, summer time included", () => {
  expect(search("+2")).toContain("Europe/Brussels");
  expect(search("+1")).not.toContain("Europe/Brussels");
  expect(offsetOf("Asia/Kolkata" as never, june)).toBe("UTC+05:30");
});

test("no zone is listed under two names, and each can be read back", () => {
  const all = searchZones("", allCountries(), june, 1_000, places).map(({ zone }) => zone);
  const canonical = all.map((zone) => new Intl.DateTimeFormat("en", { timeZone: zone }).resolvedOptions().timeZone);
  expect(new Set(canonical).size).toBe(all.length);
  expect(all.length).toBeGreaterThan(410);
  for (const zone of all) expect(readZone(zone, places)).toBe(zone);
});

test.each([
  ["europe/brussels", "Europe/Brussels"],
  ["Brussels", "Europe/Brussels"],
  ["Asia/Kolkata", "Asia/Kolkata"],
  ["München", "Europe/Berlin"],
  ["bombay", "Asia/Kolkata"],
  ["London", "Europe/London"],
  ["utc", "UTC"],
])("%j is read as %s", (typed, zone) => {
  expect(readZone(typed, places)).toBe(zone);
});

// Node.js takes EST and CET for zones, some without summer time; Valencia is in Spain and in Venezuela
test.each(["", "Atlantis", "+02:00", "Europe", "../etc", "EST", "cet", "MST", "Valencia"])("%j is no zone", (typed) => {
  expect(readZone(typed, places)).toBeUndefined();
});

test("whatever is typed finds zones that exist, at most as many as asked for", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), fc.array(fc.string({ maxLength: 3 })), (typed, countries) => {
      const zones = searchZones(typed, countries, june, 25, places).map(({ zone }) => zone);
      expect(zones.length).toBeLessThanOrEqual(25);
      expect(zones.every(isZone)).toBe(true);
      expect(new Set(zones).size).toBe(zones.length);
    }),
  );
});

function allCountries(): string[] {
  const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ".split("");
  return letters.flatMap((first) => letters.map((second) => first + second));
}
