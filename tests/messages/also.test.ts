import { expect, test } from "vitest";
import type { Kind } from "../../src/almanac/kind.ts";
import { anniversaryLine } from "../../src/messages/wording.ts";
import { event, occasion } from "./events.ts";
import { english } from "./language.ts";

test.each<[Kind, Kind, string]>([
  ["alliance-formed", "alliance-ended", "Bulgaria and the Soviet Union formed an alliance: Treaty of Sofia (1967)"],
  ["treaty-signed", "treaty-ended", "Treaty of Sofia signed by Bulgaria and the Soviet Union (1967)"],
])("%s: not that it took the place of the one before it (%s)", (made, ended, line) => {
  const told = occasion(
    2027,
    event("1967-05-12", made, "BG SUHH", { name: "Treaty of Sofia" }),
    event("1967-05-12", ended, "BG SUHH"),
  );
  expect(anniversaryLine(told, { language: english, following: new Set() })).toBe(`60 years: ${line}`);
});

test("not that a treaty ended of which no more is known", () => {
  const war = event("1939-09-03", "war-declared", "FR DE", { name: "World War II" });
  const ended = (name?: string) => event("1939-09-03", "treaty-ended", "FR DE", name === undefined ? {} : { name });
  const line = (other: ReturnType<typeof event>) =>
    anniversaryLine(occasion(2029, war, other), { language: english, following: new Set() });
  expect(line(ended())).toBe("90 years: France declared war on Germany: World War II (1939)");
  expect(line(ended("Franco-German Declaration"))).toContain("also: Franco-German Declaration");
});
