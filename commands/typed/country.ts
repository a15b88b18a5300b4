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

/** Completes the last of the names typed; those before it stay as they are. */
export function suggestCountries(typed: string, parties: Parties, language: Language): readonly Choice[] {
  const comma = typed.lastIndexOf(",");
  const before = readCountries(comma < 0 ? "" : typed.slice(0, comma), parties, language);
  const chosen = before.ok ? before.codes : [];
  const hits = parties.search(typed.slice(comma + 1).trim(), language.locale, MOST_CHOICES);
  const written = (code: PartyCode): string => unmistakable(code, parties, language);
  return hits
    .filter(({ party }) => !chosen.includes(party.code))
    .map(({ party, name, matched }) => ({
      name: [...chosen.map((code) => language.name(code)), matched ? `${name} (${matched})` : name].join(", "),
      value: [...chosen, party.code].map(written).join(", "),
    }))
    .filter(({ value }) => value.length <= LONGEST_CHOICE)
    .map(({ name, value }) => ({
      name: name.length > LONGEST_CHOICE ? `…${name.slice(1 - LONGEST_CHOICE)}` : name,
      value,
    }));
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
