import { fileURLToPath } from "node:url";
import { openCatalogue } from "../../src/messages/catalogue.ts";
import type { PartyWords } from "../../src/messages/language.ts";
import type { Known } from "../../src/messages/lookup/few.ts";

export const TRANSLATIONS = fileURLToPath(new URL("../../data/translations", import.meta.url));

const ARTICLES = ["GB", "NL", "US", "AE", "PH"];
const FORMER = new Map([
  ["SUHH", "Soviet Union"],
  ["CSHH", "Czechoslovakia"],
  ["korean-empire", "Korean Empire"],
  ["nato", "NATO"],
  ["un", "United Nations"],
]);

/** Names as CLDR has them and a few of others, in English only; anything else by its code, so that a test sees what was asked for. */
export const parties: PartyWords = {
  name(code, locale, form) {
    const name = /^[A-Z]{2}$/.test(code)
      ? (new Intl.DisplayNames(locale, { type: "region" }).of(code) ?? code)
      : (FORMER.get(code) ?? code);
    const article = ARTICLES.includes(code) || / (?:Union|Empire|Nations)$/.test(name);
    return form === "article" && article && locale.startsWith("en") ? `the ${name}` : name;
  },
  successorsOf: (code) => (code === "SUHH" ? [{ former: "SUHH", successor: "RU", how: "continuation" }] : []),
  lineageOf: (code) => new Set(code === "RU" ? ["RU", "SUHH"] : [code]),
  flag(code) {
    if (!/^[A-Z]{2}$/.test(code)) return undefined;
    return String.fromCodePoint(0x1f1a5 + code.charCodeAt(0), 0x1f1a5 + code.charCodeAt(1));
  },
};

/** A register to which every code is a party's. */
export const knowsAll: Known = { party: (code) => ({ code }) };

export const catalogue = openCatalogue(TRANSLATIONS, parties, () => 0);
export const english = catalogue.language("en-GB");
