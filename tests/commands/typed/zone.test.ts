import * as fc from "fast-check";
import { expect, test } from "vitest";
import { offsetOf, readZone, searchZones } from "../../../commands/typed/zone.ts";
import { isZone } from "../../../src/delivery/subscription.ts";

const june = Date.parse("2026-06-25T12:00Z");
const search = (typed: string, ...countries: string[]) => searchZones(typed, countries, june, 25);

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
])("%j finds %s first", (typed, zone) => {
  expect(search(typed)[0]).toBe(zone);
});

test("a country finds its zones, and nothing typed begins with those of the reader's country", () => {
  expect(search("Belgium", "BE")).toEqual(["Europe/Brussels"]);
  expect(search("", "KZ")).toContain("Asia/Almaty");
  expect(search("").at(-1)).toBe("UTC");
});

test("an offset finds all zones that have it now, summer time included", () => {
  expect(search("+2")).toContain("Europe/Brussels");
  expect(search("+1")).not.toContain("Europe/Brussels");
  expect(offsetOf("Asia/Kolkata" as never, june)).toBe("UTC+05:30");
});

test("no zone is listed under two names, and each can be read back", () => {
  const all = searchZones("", allCountries(), june, 1_000);
  const canonical = all.map((zone) => new Intl.DateTimeFormat("en", { timeZone: zone }).resolvedOptions().timeZone);
  expect(new Set(canonical).size).toBe(all.length);
  expect(all.length).toBeGreaterThan(410);
  for (const zone of all) expect(readZone(zone)).toBe(zone);
});

test.each([
  ["europe/brussels", "Europe/Brussels"],
  ["Brussels", "Europe/Brussels"],
  ["Asia/Kolkata", "Asia/Kolkata"],
])("%j is read as %s", (typed, zone) => {
  expect(readZone(typed)).toBe(zone);
});

test.each(["", "Atlantis", "+02:00", "Europe", "../etc"])("%j is no zone", (typed) => {
  expect(readZone(typed)).toBeUndefined();
});

test("whatever is typed finds zones that exist, at most as many as asked for", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), fc.array(fc.string({ maxLength: 3 })), (typed, countries) => {
      const found = searchZones(typed, countries, june, 25);
      expect(found.length).toBeLessThanOrEqual(25);
      expect(found.every(isZone)).toBe(true);
    }),
  );
});

function allCountries(): string[] {
  const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ".split("");
  return letters.flatMap((first) => letters.map((second) => first + second));
}
