import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { Event } from "../../src/almanac/event.ts";
import type { Kind } from "../../src/almanac/kind.ts";
import { tell } from "../../src/messages/telling.ts";
import { anniversaryLine } from "../../src/messages/wording.ts";
import { event, occasion } from "./events.ts";
import { english } from "./language.ts";

const reader = { language: english, following: new Set<string>() };
const pairs = (date: string, kind: Kind, ...parties: string[]) => parties.map((pair) => event(date, kind, pair));

test.each([
  [
    "several recognised the same several",
    pairs("1992-01-15", "recognition", "DE HR", "DE SI", "FR HR", "FR SI"),
    "35 years: Germany and France recognised Croatia and Slovenia (1992)",
  ],
  [
    "several restored relations with the same several, whoever comes first in the row",
    pairs("1991-08-28", "relations-restored", "DE LT", "LT SE", "EE SE", "DE EE"),
    "36 years: Germany and Sweden restored diplomatic relations with Lithuania and Estonia (1991)",
  ],
  [
    "one with three, and another with one of them: only the first with all",
    pairs("1991-08-28", "relations-established", "LT SE", "EE SE", "LV SE", "AT LT"),
    "36 years: Sweden established diplomatic relations with Lithuania, Estonia and Latvia (1991; also: Austria and Lithuania established diplomatic relations)",
  ],
  [
    "one withdrew from several",
    pairs("1994-08-31", "troops-withdrawn", "RU DE", "RU EE", "RU LV"),
    "33 years: Russia withdrew troops from Germany, Estonia and Latvia (1994)",
  ],
])("%s", (_, [lead, ...others], line) => {
  expect(lead && anniversaryLine(occasion(2027, lead, ...others), reader)).toBe(line);
});

test("a treaty by its short name is not told again by its long one", () => {
  const parties = "BE CA CH DE DK FR GB";
  const short = event("1987-09-16", "treaty-signed", parties, { name: "Montreal Protocol" });
  const long = event("1987-09-16", "treaty-signed", "BE", {
    name: "Montreal Protocol on Substances that Deplete the Ozone Layer",
  });
  expect(anniversaryLine(occasion(2027, short, long), reader)).not.toContain("also");
});

test("nor by the name that stands in brackets behind its other one", () => {
  const ban = event("1997-09-18", "treaty-signed", "AT BE CA", { name: "Mine Ban Convention" });
  const same = event("1997-09-18", "treaty-in-force", "NO", { name: "Mine Ban Convention (Ottawa Treaty)" });
  expect(anniversaryLine(occasion(2027, ban, same), reader)).not.toContain("also");
});

const KINDS = ["relations-established", "relations-severed", "recognition", "expulsion", "joined", "left"] as const;
const code = fc.constantFrom("AT", "BE", "DE", "DK", "FR", "GB");

test("a sentence says of nobody what is in none of the events, and tells what it was made of", () => {
  const pair = fc.tuple(code, code).filter(([one, other]) => one !== other);
  fc.assert(
    fc.property(
      fc.constantFrom(...KINDS),
      fc.uniqueArray(pair, { minLength: 1, maxLength: 12, selector: String }),
      (kind, all) => {
        const [lead, ...others] = all.map((parties) => event("1950-01-01", kind, parties.join(" ")));
        if (lead === undefined) return;
        const { firsts, seconds, told } = tell(lead, others);
        expect(told).toContain(lead);
        const said = seconds.length === 0 ? [firsts] : firsts.flatMap((one) => seconds.map((other) => [one, other]));
        for (const [one = "", other = ""] of said) expect(told.some((each) => isOf(each, one, other))).toBe(true);
      },
    ),
  );
});

function isOf({ kind, parties }: Event, one: string, other: string): boolean {
  const tie = kind === "relations-established" || kind === "relations-severed";
  return parties.join(" ") === `${one} ${other}` || (tie && parties.join(" ") === `${other} ${one}`);
}
