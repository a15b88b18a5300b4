import type { Party, PartyCode } from "../party.ts";
import type { PartyData } from "./data.ts";
import { LONGEST } from "./distance.ts";
import { fold } from "./fold.ts";
import { discordLocale } from "./locales.ts";
import { beginningWith, bestOfEach, isNear, isPlain, type Match, withAllWords, withErrors } from "./matching.ts";
import type { Names } from "./names.ts";
import { buildIndex, type Entry } from "./search-index.ts";

/** A party that may be meant. */
export interface SearchHit {
  readonly party: Party;
  /** Its name in the asker's language. */
  readonly name: string;
  /** What was met instead, where it was another name: Ceylon, for Sri Lanka. */
  readonly matched?: string;
}

/** What a typed text means: one party, or none for sure and the likeliest instead (none at all where nothing is near). */
export type Resolution =
  | { readonly found: Party }
  | { readonly found: undefined; readonly suggestions: readonly SearchHit[] };

export interface Search {
  search(typed: string, locale: string, limit: number): readonly SearchHit[];
  resolve(text: string, locale: string): Resolution;
}

const SUGGESTIONS = 5;
/** Each pass forgives more than the one before; the next is made while there is doubt what is meant. */
const PASSES = [beginningWith, withAllWords, withErrors] as const;

/** The index is built when it is first needed: a terminal that looks up one code never pays for it. */
export function createSearch(data: PartyData, names: Names, factsOf: (code: PartyCode) => number): Search {
  let built: readonly Entry[] | undefined;
  const entries = (): readonly Entry[] => (built ??= buildIndex(data, names));

  const namesOf = new Map<string, ReadonlyMap<string, readonly Party[]>>();
  const named = (locale: string): ReadonlyMap<string, readonly Party[]> => {
    const known = namesOf.get(locale) ?? byName(data, names, locale);
    namesOf.set(locale, known);
    return known;
  };

  const hit = ({ entry }: Match, locale: string): SearchHit => {
    const name = names.name(entry.party, locale);
    const seen = entry.sort === "code" || fold(name).includes(entry.full);
    return { party: entry.party, name, ...(seen ? {} : { matched: entry.written }) };
  };

  const matching = (text: string, locale: string): readonly Match[] => {
    const matches: Match[] = [];
    for (const pass of PASSES) if (!isPlain(matches)) matches.push(...pass(entries(), text, discordLocale(locale)));
    return matches;
  };

  const search: Search["search"] = (typed, locale, limit) => {
    if (typed.trim() === "") return inAlphabet(data, names, locale).slice(0, limit);
    const text = bounded(typed);
    const matches = text === "" ? [] : bestOfEach(matching(text, locale), factsOf);
    return matches.slice(0, limit).map((match) => hit(match, locale));
  };

  const near = (typed: string, locale: string): readonly SearchHit[] => {
    const text = bounded(typed);
    const matches = text === "" ? [] : matching(text, locale).filter((match) => isNear(match, text));
    return bestOfEach(matches, factsOf)
      .slice(0, SUGGESTIONS)
      .map((match) => hit(match, locale));
  };

  const resolve: Search["resolve"] = (text, locale) => {
    const folded = fold(text);
    // Most ask by code or in their own language: that needs no index of all languages.
    const [plain, another] = named(locale).get(folded) ?? data.parties.filter((party) => hasCode(party, folded));
    if (plain && another === undefined) return { found: plain };
    const exact = beginningWith(entries(), folded, discordLocale(locale)).filter(
      ({ entry }) => entry.whole && entry.text === folded,
    );
    const [first, second] = bestOfEach(exact, factsOf);
    if (first && (second === undefined || second.rank > first.rank)) return { found: first.entry.party };
    return {
      found: undefined,
      // Looked for when they are read: who asks whether a text is a party's name does without.
      get suggestions(): readonly SearchHit[] {
        return near(text, locale);
      },
    };
  };

  return { search, resolve };
}

/** The parties by their folded names, also as in a sentence: "the United States". */
function byName({ parties }: PartyData, names: Names, locale: string): ReadonlyMap<string, readonly Party[]> {
  const found = new Map<string, readonly Party[]>();
  for (const party of parties) {
    const written = [names.name(party, locale), names.form(party, locale, "article") ?? ""].map(fold);
    for (const name of new Set(written)) if (name !== "") found.set(name, [...(found.get(name) ?? []), party]);
  }
  return found;
}

function bounded(typed: string): string {
  return fold(typed.slice(0, LONGEST)).slice(0, LONGEST);
}

/** Whether it is the ISO code of the party, which a folded text has in lower case. */
function hasCode({ code, alpha3 }: Party, folded: string): boolean {
  return (code === code.toUpperCase() && code.toLowerCase() === folded) || alpha3?.toLowerCase() === folded;
}

/** What is offered before anything is typed: the members of the United Nations. */
function inAlphabet(data: PartyData, names: Names, locale: string): readonly SearchHit[] {
  const { compare } = new Intl.Collator(locale);
  return data.parties
    .filter((party) => party.unMemberSince !== undefined)
    .map((party) => ({ party, name: names.name(party, locale) }))
    .sort((one, other) => compare(one.name, other.name));
}
