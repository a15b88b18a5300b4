import { fold } from "../../src/almanac/parties/fold.ts";
import type { Register } from "../../src/almanac/parties/register.ts";
import type { PartyCode } from "../../src/almanac/party.ts";
import type { Language } from "../../src/messages/language.ts";
import { LONGEST_CHOICE, MOST_CHOICES } from "../choices.ts";
import type { Choice, Refusal } from "../command.ts";
import { quoted, refused } from "../refusal.ts";
import { groupOf } from "./group.ts";

/** So many names that nobody knows are told at once: room for them in one message. */
const MOST_UNKNOWN = 5;

type Parties = Pick<Register, "search" | "resolve">;

export type Countries =
  | { readonly ok: true; readonly codes: readonly PartyCode[] }
  | { readonly ok: false; readonly refusal: Refusal };

export type Country =
  | { readonly ok: true; readonly code: PartyCode }
  | { readonly ok: false; readonly refusal: Refusal };

/** One country as typed or chosen. */
export function readCountry(typed: string, parties: Parties, language: Language): Country {
  const { found, ...rest } = parties.resolve(typed, language.locale);
  if (found === undefined) {
    if (groupOf(typed, { parties, language }) !== undefined)
      return refused(language.text("commands.error.a-group", { typed: quoted(typed) }));
    return { ok: false, refusal: unknownCountry(typed, rest, language) };
  }
  return { ok: true, code: found.code };
}

/** Completes one name. */
export function suggestCountry(typed: string, parties: Parties, language: Language): readonly Choice[] {
  return suggestCountries(typed.replaceAll(",", " "), parties, language);
}

/** Countries as typed or chosen, with commas between them: "Belgium, KZ". Nothing typed is none. */
export function readCountries(typed: string, parties: Parties, language: Language): Countries {
  const codes: PartyCode[] = [];
  const unknown: string[] = [];
  for (const name of namesIn(typed)) {
    const read = readCountry(name, parties, language);
    if (read.ok) codes.push(read.code);
    else unknown.push(read.refusal.text);
    if (unknown.length === MOST_UNKNOWN) break;
  }
  if (unknown.length > 0) return refused(unknown.join("\n"));
  return { ok: true, codes: [...new Set(codes)] };
}

/** Completes the last of the names typed, with these groups where it takes them; the names before it stay as they are. */
export function suggestCountries(
  typed: string,
  parties: Parties,
  language: Language,
  groups: readonly string[] = [],
): readonly Choice[] {
  const comma = Math.max(typed.lastIndexOf(","), typed.lastIndexOf(";"));
  const chosen = chosenBefore(comma < 0 ? "" : typed.slice(0, comma), parties, language, groups);
  return offered(typed.slice(comma + 1).trim(), parties, language, groups)
    .filter(({ value }) => !chosen.some((each) => each.value === value))
    .map((choice) => ({
      name: [...chosen, choice].map(({ name }) => name).join(", "),
      value: [...chosen, choice].map(({ value }) => value).join(", "),
    }))
    .filter(({ value }) => value.length <= LONGEST_CHOICE)
    .map(({ name, value }) => ({
      name: name.length > LONGEST_CHOICE ? `…${name.slice(1 - LONGEST_CHOICE)}` : name,
      value,
    }));
}

/** What was named before, as it is read again; nobody where a name among it is nobody's. */
function chosenBefore(
  typed: string,
  parties: Parties,
  language: Language,
  groups: readonly string[],
): readonly Choice[] {
  const names = namesIn(typed);
  const inGroups = groups.filter((group) => names.some((name) => fold(name) === fold(group)));
  const others = names.filter((name) => !inGroups.some((group) => fold(name) === fold(group)));
  const read = readCountries(others.join(", "), parties, language);
  if (!read.ok) return [];
  return [
    ...inGroups.map((name) => ({ name, value: name })),
    ...read.codes.map((code) => ({ name: language.name(code), value: unmistakable(code, parties, language) })),
  ];
}

/** Parties whose name begins as typed, groups with a word that does, then what else comes near. */
function offered(typed: string, parties: Parties, language: Language, groups: readonly string[]): readonly Choice[] {
  const text = fold(typed);
  const begun = text === "" ? [] : groups.filter((group) => ` ${fold(group)}`.includes(` ${text}`));
  const hits = parties.search(typed, language.locale, MOST_CHOICES).map(({ party, name, matched }) => ({
    name: matched ? `${name} (${matched})` : name,
    value: unmistakable(party.code, parties, language),
    isBegun:
      fold(name).startsWith(text) || [party.acronym, matched].some((each) => each !== undefined && fold(each) === text),
  }));
  if (begun.length === 0) return hits;
  const [first, others] = [hits.filter(({ isBegun }) => isBegun), hits.filter(({ isBegun }) => !isBegun)];
  const named = begun.map((name) => ({ name, value: name }));
  return [...first.slice(0, MOST_CHOICES - named.length), ...named, ...others].slice(0, MOST_CHOICES);
}

/** What is read as just this party: its code, or its name where the code is what another is called: granada, for Spanish ears. */
export function unmistakable(code: PartyCode, parties: Parties, language: Language): string {
  return parties.resolve(code, language.locale).found?.code === code ? code : language.name(code);
}

/** The names between commas or semicolons. */
export function namesIn(typed: string): readonly string[] {
  return typed
    .split(/[,;]/)
    .map((name) => name.trim())
    .filter((name) => name !== "");
}

function unknownCountry(
  name: string,
  { suggestions }: { suggestions?: readonly { name: string }[] },
  language: Language,
): Refusal {
  const typed = quoted(name);
  if (suggestions === undefined || suggestions.length === 0)
    return { kind: "refusal", text: language.text("commands.error.not-a-country", { typed }) };
  const near = language.list(suggestions.map((suggestion) => suggestion.name));
  return { kind: "refusal", text: language.text("commands.error.near-countries", { typed, suggestions: near }) };
}
