import { expect, test } from "vitest";
import { anniversaryLine } from "../../src/messages/wording.ts";
import { event, occasion } from "./events.ts";
import { english } from "./language.ts";

const reader = { language: english, following: new Set<string>() };

test.each([
  [
    "the name of then of one that is no more itself",
    occasion(2026, event("1920-01-01", "treaty-signed", "EE SUHH", { namesThen: { SUHH: "Workers' Republic" } })),
    "106 years: Estonia and Workers' Republic (later the Soviet Union) signed a treaty (1920)",
  ],
  [
    "a 29 February in a year that has none",
    occasion(2027, event("1952-02-29", "relations-restored", "DK JP")),
    "75 years: Denmark and Japan restored diplomatic relations (29 February 1952)",
  ],
  [
    "a 29 February in a year that has one",
    occasion(2028, event("1952-02-29", "relations-restored", "DK JP")),
    "76 years: Denmark and Japan restored diplomatic relations (1952)",
  ],
])("%s", (_, told, line) => expect(anniversaryLine(told, reader)).toBe(line));
