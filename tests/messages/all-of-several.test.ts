import { expect, test } from "vitest";
import { anniversaryLine, datedLine } from "../../src/messages/wording.ts";
import { event, occasion } from "./events.ts";
import { english } from "./language.ts";

const reader = { language: english, following: new Set<string>() };
const recognised = (parties: string): ReturnType<typeof event> => event("1992-01-15", "recognition", parties);

test("where all of several recognised each of several, all are told", () => {
  const told = occasion(2027, recognised("GB HR"), recognised("DE HR"), recognised("GB SI"), recognised("DE SI"));
  expect(anniversaryLine(told, reader)).toBe(
    "35 years: The United Kingdom and Germany recognised Croatia and Slovenia (1992)",
  );
});

test("where not all of them did, only the same is told", () => {
  const told = occasion(2027, recognised("GB HR"), recognised("DE HR"), recognised("GB SI"));
  expect(anniversaryLine(told, reader)).toMatch(/^35 years: The United Kingdom and Germany recognised Croatia \(1992/);
});

test("what one party alone held is no meeting of it with itself", () => {
  const name = "First session of the General Assembly";
  expect(datedLine(event("1946-01-10", "summit", "un", { name }), reader)).toContain(`: ${name}`);
  expect(datedLine(event("1946-01-10", "summit", "GB US", { name: "Casablanca Conference" }), reader)).toContain(
    "the United States met: Casablanca Conference",
  );
});

test("a name too long for a line ends before it says between whom", () => {
  const name = `Framework Agreement on the Status of Nationals of the Other State between the Republic of the Sudan and ${"x".repeat(60)}`;
  expect(datedLine(event("2012-03-13", "treaty-signed", "GB US", { name }), reader)).toContain(
    "Framework Agreement on the Status of Nationals of the Other State signed by",
  );
});

test("an incident that befell one party is told by its name, which says whose it was", () => {
  const name = "Assassination of Mahatma Gandhi";
  expect(datedLine(event("1948-01-30", "incident", "US", { name }), reader)).toBe(`30 January 1948: ${name}`);
  expect(datedLine(event("1968-01-23", "incident", "US GB", { name: "Capture" }), reader)).toContain("Capture – ");
});
