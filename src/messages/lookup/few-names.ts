import type { PartyCode } from "../../almanac/party.ts";
import type { Language } from "../language.ts";

/** So many names are told in a row. */
const NAMES = 12;

/** Parties in the order of their names, as they stand in a sentence; of many the first ones, and how many others. */
export function fewNames(codes: readonly PartyCode[], language: Language): string {
  return fewInOrder(byName(codes, language), language);
}

/** The same in the order in which they are given. */
export function fewInOrder(codes: readonly PartyCode[], language: Language): string {
  const names = codes.map((code) => language.nameInText(code));
  return names.length <= NAMES
    ? language.list(names)
    : language.text("post.others", { names: names.slice(0, NAMES).join(", "), others: names.length - NAMES });
}

/** In the order of their names. */
export function byName(codes: readonly PartyCode[], language: Language): readonly PartyCode[] {
  const { compare } = new Intl.Collator(language.locale);
  return codes.toSorted((one, other) => compare(language.name(one), language.name(other)));
}
