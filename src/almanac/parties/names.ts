import type { PartyCode } from "../party.ts";
import type { PartyData, PartyNames, RegisteredParty } from "./data.ts";
import { cldrName, localeChain } from "./locales.ts";

/** Names of parties in a language; see Register. */
export interface Names {
  name(party: RegisteredParty, locale: string): string;
  form(party: RegisteredParty, locale: string, form: string): string | undefined;
}

/** Our own names come first, then CLDR's, then our English ones, then the code itself. */
export function createNames(translations: PartyData["translations"]): Names {
  const english = translations.get("en");

  const of = (locale: string): readonly PartyNames[] =>
    localeChain(locale).flatMap((each) => translations.get(each) ?? []);

  const name = (party: RegisteredParty, locale: string): string =>
    ownName(of(locale), party.code) ?? fromCldr(party, locale) ?? english?.names[party.code] ?? party.code;

  const form = (party: RegisteredParty, locale: string, wanted: string): string | undefined => {
    const tables = of(locale).map((each) => each.forms[wanted]);
    const own = tables.find((table) => table?.[party.code] !== undefined)?.[party.code];
    return own ?? (tables.some((table) => table?.["otherwise"] === "name") ? name(party, locale) : undefined);
  };

  return { name, form };
}

function ownName(files: readonly PartyNames[], code: PartyCode): string | undefined {
  return files.find((file) => file.names[code] !== undefined)?.names[code];
}

function fromCldr({ cldr }: RegisteredParty, locale: string): string | undefined {
  return cldr && cldrName(cldr.region, locale, cldr.style);
}
