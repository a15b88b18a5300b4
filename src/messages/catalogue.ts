import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { DataError } from "../almanac/fault.ts";
import { cldrLocale, localeChain } from "../almanac/parties/locales.ts";
import { type Language, languageOf, type PartyWords, type Presence } from "./language.ts";
import { TEXTS } from "./texts/texts.ts";

/** The texts of every language in data/translations/. */
export interface Catalogue {
  /** The CLDR locales that have texts of their own. */
  readonly locales: readonly string[];
  /** The language of a Discord or CLDR locale; what it lacks comes from its base language, then from English. */
  language(locale: string): Language;
}

/** The areas of texts: data/translations/<locale>/<area>.json. */
const AREAS = [...new Set([...TEXTS.keys()].map((key) => key.slice(0, key.indexOf("."))))];

const Messages = z.record(z.string(), z.string());

/** The strings of one file of a locale, by key; empty where there is no such file. Throws DataError on anything else. */
function readStrings(directory: string, locale: string, file: string): Readonly<Record<string, string>> {
  const path = join(directory, locale, file);
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return {};
    throw error;
  }
  try {
    return Messages.parse(JSON.parse(text));
  } catch (error) {
    const rule =
      error instanceof SyntaxError ? `this is no JSON: ${error.message}` : "this is no JSON object of strings";
    throw new DataError([{ file: path, rule, cure: "correct it, or take the file as it was before" }]);
  }
}

function readTexts(directory: string, locale: string): ReadonlyMap<string, string> {
  const entries = AREAS.flatMap((area) =>
    Object.entries(readStrings(directory, locale, `${area}.json`)).map(([name, message]): [string, string] => [
      `${area}.${name}`,
      message,
    ]),
  );
  return new Map(entries);
}

/** The ICU messages of every locale, by key. */
export function readAllTexts(directory: string): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const locales = readdirSync(directory, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return new Map(locales.map(({ name }) => [name, readTexts(directory, name)]));
}

/**
 * Reads all languages of data/translations/; the parties' names are the register's, who comes first of many is the almanac's.
 * Throws DataError on a file that is not a JSON object of strings.
 */
export function openCatalogue(directory: string, parties: PartyWords, presence: Presence): Catalogue {
  const texts = readAllTexts(directory);
  const locales = [...texts.keys()];
  const formerNames = new Map(
    locales.map((locale) => [locale, new Map(Object.entries(readStrings(directory, locale, "former-names.json")))]),
  );
  const open = (asked: string): Language => {
    const own = localeChain(asked).filter((locale) => texts.has(locale));
    const chain = [...new Set([...own, "en"])];
    const merged = new Map(chain.toReversed().flatMap((locale) => [...(texts.get(locale) ?? [])]));
    const locale = own.length === 0 ? "en-GB" : asked;
    const english = texts.get("en") ?? new Map();
    const former = formerNames.get(chain[0] ?? "en") ?? new Map();
    return languageOf({ locale, readerLocale: asked, texts: merged, english, parties, presence, formerNames: former });
  };
  const opened = new Map<string, Language>();
  const language = (discordLocale: string): Language => {
    const asked = cldrLocale(discordLocale);
    const known = opened.get(asked) ?? open(asked);
    opened.set(asked, known);
    return known;
  };
  return { locales, language };
}
