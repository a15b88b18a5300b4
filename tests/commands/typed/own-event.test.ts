import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type Part,
  readOwnCountries,
  readOwnDate,
  readOwnKind,
  readOwnLink,
  readOwnText,
} from "../../../commands/typed/own-event.ts";
import { localDate } from "../../../src/almanac/calendar.ts";
import { KINDS } from "../../../src/almanac/kind.ts";
import { formatOwnDate, OWN_LIMITS } from "../../../src/almanac/own-event.ts";
import { ownKindText } from "../../../src/messages/own/own-words.ts";
import { english } from "../../messages/language.ts";

const TODAY = localDate(2026, 6, 25);

function said(part: Part<unknown>): unknown {
  return part.ok ? part.value : part.refusal.text;
}

describe("the date of an own event", () => {
  const read = (typed: string, today = TODAY) => {
    const part = readOwnDate(typed, today, english);
    return part.ok ? formatOwnDate(part.value) : part.refusal.text;
  };

  test.each([
    ["25 August 1992", "1992-08-25"],
    ["25 August", "XXXX-08-25"],
    ["25/8", "XXXX-08-25"],
    ["25/8/92", "1992-08-25"],
    ["29 February", "XXXX-02-29"],
    ["29 February 2024", "2024-02-29"],
    ["tomorrow", "2026-06-26"],
    ["5 December 2026", "2026-12-05"],
    ["XXXX-08-25", "XXXX-08-25"],
    ["xxxx-02-29", "XXXX-02-29"],
    ["--12-24", "XXXX-12-24"],
    ["0987-08-25", "0987-08-25"],
    ["25/8/2036", "2036-08-25"],
    ["25/8/92", "1992-08-25"],
  ])("%s is %s", (typed, date) => {
    expect(read(typed)).toBe(date);
  });

  test.each([
    ["25/8/2092", "The year 2092 is too far ahead"],
    ["2037-01-01", "too far ahead: own dates lie at most 10 years"],
    ["29 February 2023", "2023"],
    ["XXXX-02-30", "says more than a date"],
    ["our day", "is not a date"],
    ["", "is not a date"],
  ])("%s is refused: %s", (typed, text) => {
    expect(read(typed)).toContain(text);
  });

  test("a day without a year is every year's on whichever day it is typed, one with a year never is", () => {
    const days = fc.integer({ min: 1, max: 28 });
    const months = fc.integer({ min: 1, max: 12 });
    fc.assert(
      fc.property(days, months, fc.integer({ min: 1000, max: 2036 }), days, months, (d, m, year, day, month) => {
        const today = localDate(2026, month, day);
        const typed = english.dayOfYear({ month: m, day: d });
        const monthAndDay = `${String(m).padStart(2, "0")}-${String(d).padStart(2, "0")}`;
        expect(read(typed, today)).toBe(`XXXX-${monthAndDay}`);
        expect(read(`${typed} ${year}`, today)).toBe(`${year}-${monthAndDay}`);
      }),
    );
  });
});

test("a text is one clean line, neither empty nor longer than the limit, which is stated", () => {
  expect(said(readOwnText("  Name day\n of\u202e Anna ", english))).toBe("Name day of Anna");
  expect(said(readOwnText(" \u200b\n", english))).toContain("The text is empty");
  expect(said(readOwnText("x".repeat(200), english))).toBe("x".repeat(200));
  expect(said(readOwnText("x".repeat(201), english))).toContain("has 201 characters, and the most is 200");
});

test("a kind is one of the archive's by its code or name, else a free one of at most 40 characters", () => {
  const kind = (typed: string) => said(readOwnKind(typed, english));
  for (const each of KINDS) expect([kind(each), kind(ownKindText(each, english).toUpperCase())]).toEqual([each, each]);
  expect(kind(" Twin  towns ")).toBe("Twin towns");
  expect(kind(" ")).toBeUndefined();
  expect(kind("x".repeat(41))).toContain("has 41 characters, and the most is 40");
});

test("countries are known ones, at most ten", () => {
  const parties = {
    search: () => [],
    resolve: (text: string) =>
      text.length === 2 ? { found: { code: text, type: "state" as const } } : { suggestions: [] },
  };
  const countries = (typed: string) => said(readOwnCountries(typed, parties as never, english));
  expect(countries("BE, KR, BE")).toEqual(["BE", "KR"]);
  expect(countries("")).toEqual([]);
  expect(countries("Atlantis")).toContain("Atlantis");
  expect(countries("AA,BB,CC,DD,EE,FF,GG,HH,II,JJ,KK")).toContain("These are 11 countries");
});

describe("a link", () => {
  const link = (typed: string) => said(readOwnLink(typed, english));

  test.each([
    ["https://example.org/a?b=c#d", "https://example.org/a?b=c#d"],
    ["example.org/a b", "https://example.org/a%20b"],
    ["example.org:8080", "https://example.org:8080/"],
    ["HTTPS://EXAMPLE.ORG", "https://example.org/"],
    ["https://пример.рф/", "https://xn--e1afmkfd.xn--p1ai/"],
    ["https://example.org/(x)[y]<z>|", "https://example.org/%28x%29%5By%5D%3Cz%3E%7C"],
    ["", undefined],
  ])("%s is %s", (typed, target) => {
    expect(link(typed)).toBe(target);
  });

  test.each([
    "http://example.org",
    "javascript:alert(1)",
    "https://user:secret@example.org/",
    "discord://-/channels",
    "https://",
    "localhost",
    "data:text/html,x",
    "a b.example",
  ])("%s is refused", (typed) => {
    expect(link(typed)).toContain("is no link that can be shown: write an address that begins with https://");
  });

  test("one too long is refused, also where it gets so long by being written safely", () => {
    expect(link(`https://example.org/${"x".repeat(280)}`)).toBe(`https://example.org/${"x".repeat(280)}`);
    expect(link(`https://example.org/${"x".repeat(281)}`)).toContain("has 301 characters, and the most is 300");
    expect(link(`https://example.org/${"(".repeat(100)}`)).toContain("has 320 characters");
  });

  test("whatever is typed, what is kept is an https address without anything that ends a link", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.webUrl(),
          fc.string().map((text) => `https://a.b/${text}`),
        ),
        (typed) => {
          const part = readOwnLink(typed, english);
          if (!part.ok || part.value === undefined) return;
          expect(part.value).toMatch(/^https:\/\/[^/\s]+\.[^\s()[\]<>\\"|*`]*$/);
          expect(part.value.length).toBeLessThanOrEqual(OWN_LIMITS.link);
          expect(readOwnLink(part.value, english)).toEqual(part);
        },
      ),
    );
  });
});
