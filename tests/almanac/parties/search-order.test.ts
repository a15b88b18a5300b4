import * as fc from "fast-check";
import { expect, test } from "vitest";
import { fold } from "../../../src/almanac/parties/fold.ts";
import { DISCORD_LOCALES } from "../../../src/almanac/parties/locales.ts";
import type { SearchHit } from "../../../src/almanac/parties/search.ts";
import { data, register } from "./the-register.ts";

/** All that means a party when it is typed whole: its names in every language, its aliases and its codes. */
const wholes = new Map(
  data.parties.map(({ code, alpha3 = "", acronym = "" }) => [
    code,
    new Set([
      ...DISCORD_LOCALES.map((locale) => fold(register.name(code, locale))),
      ...data.aliases.filter((each) => each.code === code).map(({ alias }) => fold(alias)),
      ...[code, alpha3, acronym].map(fold),
    ]),
  ]),
);

/** What a party is called in the asker's language: ours, and the long and the short name of CLDR (Iso-Britannia, Britannia). */
function ownNames(code: string, locale: string): readonly string[] {
  const region = data.parties.find((party) => party.code === code)?.cldr?.region;
  const language = locale === "no" ? "nb" : locale;
  const ofCldr = (style: "long" | "short"): string | undefined =>
    region && new Intl.DisplayNames([language, "en"], { type: "region", style, fallback: "none" }).of(region);
  return [register.name(code, locale), ofCldr("long"), ofCldr("short")].flatMap((name) => (name ? [fold(name)] : []));
}

/** What else people say of a party today, in the asker's language. */
function saidOf(code: string, locale: string): readonly string[] {
  return data.aliases
    .filter((each) => each.code === code && ["adjective", "common"].includes(each.type))
    .filter((each) => each.locale === locale || locale.startsWith(`${each.locale}-`))
    .map(({ alias }) => fold(alias));
}

/** How good a hit is for what was typed, the best first, among those that are shown by their own name alone. */
function classOf({ party: { code } }: SearchHit, typed: string, locale: string): number {
  const names = ownNames(code, locale);
  if (names.includes(typed)) return 0;
  if (wholes.get(code)?.has(typed)) return 1;
  return [...names, ...saidOf(code, locale)].some((name) => name.startsWith(typed)) ? 2 : 3;
}

test("the name that is what is typed comes first, then what is so called elsewhere, then names and adjectives that begin so, then others", () => {
  const beginning = fc
    .tuple(
      fc.constantFrom(...DISCORD_LOCALES),
      fc.constantFrom(...data.parties.map(({ code }) => code)),
      fc.integer({ min: 1, max: 12 }),
      fc.boolean(),
    )
    .map(([locale, code, length, isOwn]) => ({
      locale,
      typed: fold(fold(register.name(code, isOwn ? locale : "en-GB")).slice(0, length)),
    }));
  fc.assert(
    fc.property(beginning, ({ locale, typed }) => {
      const hits = register.search(typed, locale, 25).filter(({ matched }) => matched === undefined);
      const classes = hits.map((hit) => classOf(hit, typed, locale));
      expect(classes, `${typed} in ${locale}: ${hits.map(({ name }) => name).join()}`).toEqual(
        classes.toSorted((a, b) => a - b),
      );
    }),
    { numRuns: 2000 },
  );
});

/** What people begin to type, and whom they mean by it, in this order before all others. */
test.each([
  ["brit", "GB VG"],
  ["span", "ES EH"],
  ["dut", "NL"],
  ["ger", "DE"],
  ["amer", "US"],
  ["russ", "RU"],
  ["kor", "KR KP korean-empire"],
  ["guinea", "GN GW GQ PG"],
  ["chin", "CN TW"],
  ["ire", "IE"],
  ["geo", "GE"],
  ["nig", "NE NG"],
  ["maced", "MK"],
  ["sud", "SD SS"],
  ["fren", "FR PF"],
  ["hol", "NL VA holy-roman-empire"],
  ["pers", "IR"],
  ["aus", "AU AT austria-hungary"],
  ["turk", "TR TM"],
  ["hong", "HK HU"],
  ["cze", "CZ CSHH"],
  ["soviet", "SUHH"],
  ["yug", "YUCS"],
  ["nor", "NO KP MK"],
  ["gre", "GR GD"],
])("by %s people mean first %s", (typed, codes) => {
  const wanted = codes.split(" ");
  const hits = register.search(typed, "en-GB", 25).map(({ party }) => party.code);
  expect(hits.slice(0, wanted.length)).toEqual(wanted);
});

test("of parties whose names begin alike independent states come before territories, and these before what is no more", () => {
  const orderOf = ({ party: { type, independence, unMemberSince } }: SearchHit): number => {
    if (type !== "state") return type === "organisation" ? 2 : 3;
    return independence === undefined && unMemberSince === undefined ? 1 : 0;
  };
  for (const { code } of data.parties) {
    const typed = fold(register.name(code, "en-GB")).slice(0, 4);
    const alike = register
      .search(typed, "en-GB", 50)
      .filter((hit) => classOf(hit, typed, "en-GB") === 2)
      .map(orderOf);
    expect(alike, typed).toEqual(alike.toSorted((one, other) => one - other));
  }
});
