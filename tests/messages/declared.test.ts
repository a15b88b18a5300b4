import { expect, test } from "vitest";
import { anniversaryLine, datedLine } from "../../src/messages/wording.ts";
import { event, occasion } from "./events.ts";
import { english } from "./language.ts";

const reader = { language: english, following: new Set<string>() };

test.each([
  [
    "what nobody recognised, by its note",
    event("1965-11-11", "independence", "RHZW GB", { note: "not generally recognised" }),
    "11 November 1965: RHZW declared its independence from the United Kingdom",
  ],
  [
    "what was declared, by its name, from nobody",
    event("1776-07-04", "independence", "US", { name: "Declaration of Independence" }),
    "4 July 1776: The United States declared its independence",
  ],
  [
    "what a protocol made independent",
    event("1830-02-03", "independence", "GR SUHH", { name: "London Protocol of 1830" }),
    "3 February 1830: Greece became independent from the Soviet Union",
  ],
])("%s", (_, told, line) => expect(datedLine(told, reader).replaceAll(/\s/gu, " ")).toBe(line));

const armenia = event("1918-05-28", "independence", "AM RU", { note: "declared" });
test("two that declared it together declared it each for itself", () => {
  const azerbaijan = event("1918-05-28", "independence", "AZ RU", { note: "declared; Old Style 1918-05-15" });
  expect(anniversaryLine(occasion(2027, armenia, azerbaijan), reader)).toBe(
    "109 years: Armenia and Azerbaijan declared their independence from Russia (1918)",
  );
});

test("of two one of whom did not declare it, nobody is said to have", () => {
  const azerbaijan = event("1918-05-28", "independence", "AZ RU");
  expect(anniversaryLine(occasion(2027, armenia, azerbaijan), reader)).toBe(
    "109 years: Armenia and Azerbaijan became independent from Russia (1918)",
  );
});
