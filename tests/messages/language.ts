import { fileURLToPath } from "node:url";
import { openCatalogue } from "../../src/messages/catalogue.ts";

export const TRANSLATIONS = fileURLToPath(new URL("../../data/translations", import.meta.url));

/** Names as CLDR has them; anything else by its code, so that a test sees which name was asked for. */
export function nameOf(code: string, locale: string): string {
  if (!/^[A-Z]{2}$/.test(code)) return code;
  return new Intl.DisplayNames(locale, { type: "region" }).of(code) ?? code;
}

export const catalogue = openCatalogue(TRANSLATIONS, nameOf);
export const english = catalogue.language("en-GB");
