import { expect, test } from "vitest";
import { isRenowned, RENOWNED } from "../../src/almanac/significance-renowned.ts";
import { realAlmanac } from "../digest/real-almanac.ts";
import { event } from "./events.ts";

test("every renowned name is one that data/ has, on an event that the list makes renowned", () => {
  const almanac = realAlmanac();
  const found = new Set(
    almanac.find({}, { order: "date" }).items.flatMap((each) => (isRenowned(each) ? (each.name ?? []) : [])),
  );
  expect([...RENOWNED].filter((name) => !found.has(name))).toEqual([]);
});

test("what follows a renowned act is not renowned itself", () => {
  const name = "Treaty of Versailles";
  expect(isRenowned(event("1919-06-28 peace-treaty DE FR GB", { name }))).toBe(true);
  expect(isRenowned(event("1920-01-10 treaty-in-force DE FR GB", { name }))).toBe(false);
  expect(isRenowned(event("1919-06-28 peace-treaty DE FR GB", { name: "Treaty of Somewhere" }))).toBe(false);
});
