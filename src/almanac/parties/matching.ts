import type { Party, PartyCode } from "../party.ts";
import { errorsToPrefix, forgiven } from "./distance.ts";
import { type Entry, lettersOf } from "./search-index.ts";

/** An entry that a typed text may mean. */
export interface Match {
  readonly entry: Entry;
  /** Lower is better; equal where the one is as good as the other. */
  readonly rank: number;
  /** Whether it is met by its own name in the asker's language, as Denmark by D, and not the Dutch; more letters mean a word. */
  readonly isOwn: boolean;
}

/** How many parties whose names begin so make it unlikely that another was meant. */
const SEVERAL = 3;

/** So few letters begin too many names to mean what a country is also called. */
const FEW = 2;

const EXACT = 0;
const BEGINNING = 3;
const LATER_WORD = 4;
const BEGINNING_ELSEWHERE = 5;
const LATER_WORD_ELSEWHERE = 6;
const BEGINNING_OF_CODE = 7;
const ERROR = 10;

/**
 * How well an entry answers a text that it begins with or equals, for an asker whose language is the locale: what the party is called in that
 * language, by its name, an adjective or in common, before what it is called elsewhere or was once.
 */
function rankOf(entry: Entry, text: string, locale: string): number {
  if (entry.whole && entry.text === text) {
    if (entry.locales.has(locale)) return EXACT;
    return entry.sort === "code" ? EXACT + 1 : EXACT + 2;
  }
  if (entry.sort === "code") return BEGINNING_OF_CODE;
  const isSaid = entry.said.has(locale);
  if (entry.whole) return isSaid ? BEGINNING : BEGINNING_ELSEWHERE;
  return isSaid ? LATER_WORD : LATER_WORD_ELSEWHERE;
}

/** Whether what was found leaves little doubt: it is the very name of one, or the beginning of the names of several. */
export function isPlain(matches: readonly Match[]): boolean {
  if (matches.some(({ rank }) => rank < BEGINNING)) return true;
  const begun = matches.filter(({ rank }) => rank === BEGINNING || rank === BEGINNING_ELSEWHERE);
  return new Set(begun.map(({ entry }) => entry.party)).size >= SEVERAL;
}

/** Entries that begin with the text. Entries must be in the order of their text. */
export function beginningWith(entries: readonly Entry[], text: string, locale: string): readonly Match[] {
  const matches: Match[] = [];
  for (let index = lowerBound(entries, text); index < entries.length; index++) {
    const entry = entries[index];
    if (!entry?.text.startsWith(text)) break;
    matches.push({ entry, rank: rankOf(entry, text, locale), isOwn: text.length > FEW || entry.locales.has(locale) });
  }
  return matches;
}

/**
 * Entries in which every word of the text begins a word, in any order: "korea north". None is as good as one that begins with
 * the text itself.
 */
export function withAllWords(entries: readonly Entry[], text: string, locale: string): readonly Match[] {
  const [first = "", ...others] = text.split(" ");
  if (others.length === 0) return [];
  return beginningWith(entries, first, locale)
    .filter(({ entry }) => {
      const words = ` ${entry.full}`;
      return others.every((word) => words.includes(` ${word}`));
    })
    .map(({ entry, rank, isOwn }) => ({
      entry,
      isOwn,
      rank: Math.max(rank, entry.said.has(locale) ? LATER_WORD : LATER_WORD_ELSEWHERE),
    }));
}

/**
 * Entries that begin with the text but for a typing error or two: "polnd". They begin with its first letter or, where that
 * is one too many or swapped, its second: hardly anyone mistypes the first, and most names need not be looked at.
 */
export function withErrors(entries: readonly Entry[], text: string, locale: string): readonly Match[] {
  const limit = forgiven(text.length);
  if (limit === 0) return [];
  const letters = lettersOf(text);
  const matches: Match[] = [];
  for (const { entry, rank, isOwn } of new Set(text.slice(0, 2))
    .values()
    .flatMap((letter) => beginningWith(entries, letter, locale))) {
    if (entry.sort === "code" || entry.text.length < text.length - limit) continue;
    // Each error brings in at most one letter that the name lacks.
    if (bitCount(letters & ~entry.letters) > limit) continue;
    const errors = errorsToPrefix(text, entry.text, limit);
    if (errors <= limit) matches.push({ entry, rank: ERROR * errors + rank, isOwn });
  }
  return matches;
}

/** Whether what was typed may have been meant for it: begun as it begins, or whole but for the errors; not just alike in its first word. */
export function isNear({ entry, rank }: Match, text: string): boolean {
  return rank < ERROR || entry.text.length <= text.length + forgiven(text.length);
}

/** The best match of every party, best first: between equals independent states, territories, organisations, former states, then of few letters those of their own name, then who has more facts, then shorter names, then the order of the files. */
export function bestOfEach(matches: readonly Match[], factsOf: (code: PartyCode) => number): readonly Match[] {
  const compare = (one: Match, other: Match): number => compareMatches(one, other, factsOf);
  const best = new Map<string, Match>();
  for (const match of matches) {
    const known = best.get(match.entry.party.code);
    if (known === undefined || compare(match, known) < 0) best.set(match.entry.party.code, match);
  }
  return [...best.values()].sort(compare);
}

function orderOf({ type, independence, unMemberSince }: Party): number {
  if (type === "state") return independence === undefined && unMemberSince === undefined ? 1 : 0;
  return type === "organisation" ? 2 : 3;
}

function compareMatches(one: Match, other: Match, factsOf: (code: PartyCode) => number): number {
  return (
    one.rank - other.rank ||
    orderOf(one.entry.party) - orderOf(other.entry.party) ||
    Number(other.isOwn) - Number(one.isOwn) ||
    factsOf(other.entry.party.code) - factsOf(one.entry.party.code) ||
    one.entry.text.length - other.entry.text.length ||
    one.entry.position - other.entry.position
  );
}

function lowerBound(entries: readonly Entry[], text: string): number {
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((entries[middle]?.text ?? "") < text) low = middle + 1;
    else high = middle;
  }
  return low;
}

function bitCount(bits: number): number {
  let rest = bits;
  let count = 0;
  for (; rest !== 0; rest &= rest - 1) count++;
  return count;
}
