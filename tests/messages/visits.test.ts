import { expect, test } from "vitest";
import { anniversaryLine } from "../../src/messages/wording.ts";
import { event, occasion } from "./events.ts";
import { english } from "./language.ts";

const reader = { language: english, following: new Set<string>() };
const COOLIDGE = { name: "Calvin Coolidge", office: "President" };

test("those who came for one thing are told with what it was", () => {
  const summit = { name: "Nuclear Security Summit" };
  const told = occasion(
    2030,
    event("2010-04-12", "visit", "FR US", { ...summit, people: [{ name: "A. B." }] }),
    event("2010-04-12", "visit", "PL US", { ...summit, people: [{ name: "C. D." }] }),
    event("2010-04-12", "visit", "IT US", { ...summit, people: [{ name: "E. F." }] }),
  );
  expect(anniversaryLine(told, reader)).toBe(
    "20 years: Visit from France, Poland and Italy to the United States: Nuclear Security Summit (2010)",
  );
});

test("two of one state at one place, or one at two, are told by who came first", () => {
  const havana = event("1928-01-15", "visit", "US CU", { people: [COOLIDGE] });
  const kellogg = { name: "Frank B. Kellogg", office: "Secretary of State" };
  const beside = event("1928-01-15", "visit", "US CU", { people: [kellogg] });
  expect(anniversaryLine(occasion(2028, havana, beside), reader)).toBe(
    "100 years: Calvin Coolidge, President of the United States, visited Cuba (1928)",
  );
  const onward = event("1928-01-15", "visit", "US HT", { people: [COOLIDGE] });
  expect(anniversaryLine(occasion(2028, havana, onward), reader)).toBe(
    "100 years: Calvin Coolidge, President of the United States, visited Cuba and Haiti (1928)",
  );
});
