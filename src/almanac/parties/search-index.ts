import type { Alias, PartyData, RegisteredParty } from "./data.ts";
import { flagOf } from "./flag.ts";
import { fold } from "./fold.ts";
import { cldrName, DISCORD_LOCALES } from "./locales.ts";
import type { Names } from "./names.ts";

/** One way to type a party: a name, alias or code, or the rest of one from a later word on. */
export interface Entry {
  readonly text: string;
  /** The whole of it, folded as text is. */
  readonly full: string;
  /** As it is written, to show which name was met. */
  readonly written: string;
  readonly party: RegisteredParty;
  readonly sort: "code" | "name" | "alias";
  /** The Discord locales in which it is the party's own name. */
  readonly locales: ReadonlySet<string>;
  /** The Discord locales in which people say so of the party today: its name, an adjective, what it is called in common. */
  readonly said: ReadonlySet<string>;
  /** Whether text is the whole of what is written, not its later words. */
  readonly whole: boolean;
  /** Its place in the order of the files. */
  readonly position: number;
  /** Which letters occur, to pass over most names before counting typing errors. */
  readonly letters: number;
}

/** Every entry, in the order of its text (UTF-16 code units, as < compares). */
export function buildIndex(data: PartyData, names: Names): readonly Entry[] {
  const aliases = Map.groupBy(data.aliases, ({ code }) => code);
  const drafts = data.parties.flatMap((party) => [...draftsOf(party, aliases.get(party.code) ?? [], names)]);
  return drafts.flatMap(entriesOf).sort((one, other) => (one.text < other.text ? -1 : Number(one.text > other.text)));
}

interface Draft {
  readonly written: string;
  readonly full: string;
  readonly party: RegisteredParty;
  readonly sort: Entry["sort"];
  readonly locales: Set<string>;
  readonly said: Set<string>;
}

/** All that a party is called, each spelling once; names come first, so that prussia is a name and not a code. */
function draftsOf(party: RegisteredParty, aliases: readonly Alias[], names: Names): Iterable<Draft> {
  const drafts = new Map<string, Draft>();
  const add = (written: string, sort: Entry["sort"], locale?: string): Draft => {
    const full = fold(written);
    const draft = drafts.get(full) ?? { written, full, party, sort, locales: new Set(), said: new Set() };
    if (locale !== undefined) {
      draft.locales.add(locale);
      draft.said.add(locale);
    }
    drafts.set(full, draft);
    return draft;
  };
  for (const [written, locales] of namesOf(party, names)) for (const locale of locales) add(written, "name", locale);
  for (const alias of aliases) {
    const { said } = add(alias.alias, "alias");
    if (PRESENT.includes(alias.type)) for (const locale of localesOf(alias.locale)) said.add(locale);
  }
  if (party.acronym !== undefined) add(party.acronym, "alias");
  // A slug is made of a name: only codes of ISO and flags come before names.
  add(party.code, /^[A-Z]+$/.test(party.code) ? "code" : "alias");
  for (const code of [party.alpha3, flagOf(party.cldr?.region)]) if (code !== undefined) add(code, "code");
  return drafts.values();
}

/** What people say of a party today. */
const PRESENT: readonly Alias["type"][] = ["adjective", "common"];

/** The Discord locales of a language: en-US and en-GB of en. */
function localesOf(language: string): readonly string[] {
  return DISCORD_LOCALES.filter((locale) => locale === language || locale.startsWith(`${language}-`));
}

/** Its name in every language, and CLDR's where that is another, with the locales that have it. */
function namesOf(party: RegisteredParty, names: Names): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const locale of DISCORD_LOCALES)
    for (const written of [names.name(party, locale), ...cldrNamesOf(party, locale)])
      found.set(written, (found.get(written) ?? new Set<string>()).add(locale));
  return found;
}

function cldrNamesOf({ cldr }: RegisteredParty, locale: string): readonly string[] {
  if (cldr === undefined) return [];
  const styles = hasShortName(cldr.region) ? (["long", "short"] as const) : (["long"] as const);
  return styles.map((style) => cldrName(cldr.region, locale, style)).filter((name) => name !== undefined);
}

/** Few regions have a short name, and where English has none, hardly another language has one. */
function hasShortName(region: string): boolean {
  return cldrName(region, "en", "long") !== cldrName(region, "en", "short");
}

const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u;

function entriesOf({ written, full, party, sort, locales, said }: Draft, position: number): readonly Entry[] {
  return startsOf(full).map((start) => {
    const text = full.slice(start);
    return { text, full, written, party, sort, locales, said, whole: start === 0, position, letters: lettersOf(text) };
  });
}

/** Where a word begins; in a script that writes no spaces, or glues words together, every character. */
function startsOf(text: string): readonly number[] {
  if (UNSPACED.test(text)) return [...text.matchAll(/\S/gu)].map((match) => match.index);
  return [...text.matchAll(/(?:^| )(?=\S)/gu)].map((match) => match.index + match[0].length);
}

/** A bit for each of a to z, and six bits shared by all other characters. */
export function lettersOf(text: string): number {
  let letters = 0;
  for (let index = 0; index < text.length; index++) {
    const offset = text.charCodeAt(index) - 97;
    letters |= 1 << (offset >= 0 && offset < 26 ? offset : 26 + (text.charCodeAt(index) % 6));
  }
  return letters;
}
