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

/** How good a hit is for what was typed, the best first, among those that are shown by their own name alone. */
function classOf({ party: { code } }: SearchHit, typed: string, locale: string): number {
  const names = ownNames(code, locale);
  if (names.includes(typed)) return 0;
  if (wholes.get(code)?.has(typed)) return 1;
  return names.some((name) => name.startsWith(typed)) ? 2 : 3;
}

test("the name that is what is typed comes first, then what is so called elsewhere, then names that begin so, then others", () => {
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
