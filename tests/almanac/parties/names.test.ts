import { expect, test } from "vitest";
import type { PartyData } from "../../../src/almanac/parties/data.ts";
import { DISCORD_LOCALES } from "../../../src/almanac/parties/locales.ts";
import { createRegister } from "../../../src/almanac/parties/register.ts";
import { data, register } from "./the-register.ts";

test.each([
  ["BE", "en-GB", "Belgium"],
  ["BE", "ja", "ベルギー"],
  ["BE", "no", "Belgia"],
  ["TR", "en-US", "Türkiye"],
  ["KR", "en-GB", "South Korea"],
  ["HK", "en-GB", "Hong Kong"],
  ["PS", "en-GB", "Palestine"],
  ["MM", "en-GB", "Myanmar"],
  ["TW", "en-GB", "Taiwan"],
  ["XK", "de", "Kosovo"],
  ["BA", "en-GB", "Bosnia and Herzegovina"],
  ["VA", "en-GB", "Holy See"],
  ["SUHH", "en-GB", "Soviet Union"],
  ["SUHH", "fr", "Soviet Union"],
  ["eu", "fr", "Union européenne"],
  ["nato", "en-GB", "NATO"],
  ["malta-order", "en-GB", "Order of Malta"],
])("%s in %s is %s", (code, locale, name) => {
  expect(register.name(code, locale)).toBe(name);
});

test("no former code gets the name of a state of today, as CLDR would have it", () => {
  for (const { code, type } of data.parties)
    if (type === "former-state" && /^[A-Z]{4}$/.test(code)) {
      const today = new Intl.DisplayNames(["en"], { type: "region", fallback: "none" }).of(code.slice(0, 2));
      expect(register.name(code, "en-GB")).not.toBe(today);
    }
});

test("every party has a name in every language of Discord, and none is its code", () => {
  for (const { code } of data.parties)
    for (const locale of DISCORD_LOCALES) {
      const name = register.name(code, locale);
      expect(name.trim(), `${code} in ${locale}`).toBe(name);
      expect(name.length, `${code} in ${locale}`).toBeGreaterThan(1);
      if (code !== "eurozone") expect(name).not.toBe(code);
    }
});

test("two parties never have the same name in one language, but for the Congos' neighbours in CLDR", () => {
  for (const locale of ["en-GB", "de", "fr", "ru", "ja"]) {
    const names = data.parties.map(({ code }) => register.name(code, locale));
    expect(
      names.filter((name, index) => names.indexOf(name) !== index),
      locale,
    ).toEqual([]);
  }
});

test.each([
  ["SUHH", "the Soviet Union"],
  ["US", "the United States"],
  ["NL", "the Netherlands"],
  ["CD", "the Democratic Republic of the Congo"],
  ["eu", "the European Union"],
  ["nato", "NATO"],
  ["BE", "Belgium"],
])("%s in an English sentence is %s", (code, name) => {
  expect(register.name(code, "en-GB", "article")).toBe(name);
  expect(register.form(code, "en-US", "article")).toBe(name);
});

test("a form that a language lacks is undefined, and the plain name stands in for it", () => {
  expect(register.form("US", "ru", "instrumental")).toBeUndefined();
  expect(register.name("US", "ru", "instrumental")).toBe("Соединенные Штаты");
  expect(register.form("US", "en-GB", "instrumental")).toBeUndefined();
});

test("another language adds names and forms without code: complete forms only where the file says so", () => {
  const russian = {
    names: { SUHH: "Советский Союз" },
    forms: { instrumental: { SUHH: "Советским Союзом", BE: "Бельгией" } },
  };
  const translations: PartyData["translations"] = new Map([...data.translations, ["ru", russian]]);
  const extended = createRegister({ ...data, translations });
  expect(extended.name("SUHH", "ru")).toBe("Советский Союз");
  expect(extended.form("BE", "ru", "instrumental")).toBe("Бельгией");
  expect(extended.form("FR", "ru", "instrumental")).toBeUndefined();
  expect(extended.name("FR", "ru", "instrumental")).toBe("Франция");
});

test("present states, the EU and the UN have a flag; former states and other organisations have none", () => {
  expect(register.flag("BE")).toBe("🇧🇪");
  expect(register.flag("XK")).toBe("🇽🇰");
  expect(register.flag("eu")).toBe("🇪🇺");
  expect(register.flag("un")).toBe("🇺🇳");
  for (const code of ["SUHH", "prussia", "nato", "eurozone", "abkhazia", "nowhere"])
    expect(register.flag(code), code).toBeUndefined();
});

test("an unknown code has no name: that is a fault of the program", () => {
  expect(() => register.name("atlantis", "en-GB")).toThrow(RangeError);
});
