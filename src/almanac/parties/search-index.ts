import type { PartyData, RegisteredParty } from "./data.ts";
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
  /** Whether text is the whole of what is written, not its later words. */
  readonly whole: boolean;
  /** Its place in the order of the files. */
  readonly position: number;
  /** Which letters occur, to pass over most names before counting typing errors. */
  readonly letters: number;
}

/** Every entry, in the order of its text (UTF-16 code units, as < compares). */
export function buildIndex(data: PartyData, names: Names): readonly Entry[] {
  const byKey = new Map<string, Draft>();
  for (const draft of drafts(data, names)) {
    const key = `${draft.party.code} ${fold(draft.written)}`;
    const known = byKey.get(key);
    if (known === undefined) byKey.set(key, draft);
    else for (const locale of draft.locales) known.locales.add(locale);
  }
  const entries = [...byKey.values()].flatMap(entriesOf);
  return entries.toSorted((one, other) => (one.text < other.text ? -1 : Number(one.text > other.text)));
}

interface Draft {
  readonly written: string;
  readonly party: RegisteredParty;
  readonly sort: Entry["sort"];
  readonly locales: Set<string>;
}

function* drafts(data: PartyData, names: Names): Generator<Draft> {
  for (const party of data.parties) {
    for (const written of codesOf(party)) yield { written, party, sort: "code", locales: new Set() };
    for (const locale of DISCORD_LOCALES)
      for (const written of namesIn(party, locale, names))
        yield { written, party, sort: "name", locales: new Set([locale]) };
  }
  const byCode = new Map(data.parties.map((party) => [party.code, party]));
  for (const { code, alias } of data.aliases) {
    const party = byCode.get(code);
    if (party) yield { written: alias, party, sort: "alias", locales: new Set() };
  }
}

function codesOf(party: RegisteredParty): readonly string[] {
  return [party.code, party.alpha3, party.acronym, flagOf(party.cldr?.region)].filter((each) => each !== undefined);
}

function namesIn(party: RegisteredParty, locale: string, names: Names): readonly string[] {
  const own = names.name(party, locale);
  if (party.cldr === undefined) return [own];
  const { region } = party.cldr;
  return [own, cldrName(region, locale, "long") ?? own, cldrName(region, locale, "short") ?? own];
}

const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u;

function entriesOf(draft: Draft, position: number): readonly Entry[] {
  const full = fold(draft.written);
  return startsOf(full).map((start) => {
    const text = full.slice(start);
    return { ...draft, text, full, whole: start === 0, position, letters: lettersOf(text) };
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
