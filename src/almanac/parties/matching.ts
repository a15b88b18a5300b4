import { errorsToPrefix, forgiven } from "./distance.ts";
import { type Entry, lettersOf } from "./search-index.ts";

/** An entry that a typed text may mean. */
export interface Match {
  readonly entry: Entry;
  /** Lower is better; equal where the one is as good as the other. */
  readonly rank: number;
}

/** How many parties whose names begin so make it unlikely that another was meant. */
const SEVERAL = 3;

const EXACT = 0;
const BEGINNING = 3;
const LATER_WORD = 5;
const BEGINNING_OF_CODE = 7;
const ERROR = 10;

/** How well an entry answers a text that it begins with or equals, for an asker whose language is the locale. */
function rankOf(entry: Entry, text: string, locale: string): number {
  const own = entry.locales.has(locale);
  if (entry.whole && entry.text === text) return own ? EXACT : entry.sort === "code" ? EXACT + 1 : EXACT + 2;
  if (entry.sort === "code") return BEGINNING_OF_CODE;
  return (entry.whole ? BEGINNING : LATER_WORD) + (own ? 0 : 1);
}

/** Whether what was found leaves little doubt: it is the very name of one, or the beginning of the names of several. */
export function isPlain(matches: readonly Match[]): boolean {
  if (matches.some(({ rank }) => rank < BEGINNING)) return true;
  const begun = matches.filter(({ rank }) => rank < LATER_WORD);
  return new Set(begun.map(({ entry }) => entry.party)).size >= SEVERAL;
}

/** Entries that begin with the text. Entries must be in the order of their text. */
export function beginningWith(entries: readonly Entry[], text: string, locale: string): readonly Match[] {
  const matches: Match[] = [];
  for (let index = lowerBound(entries, text); index < entries.length; index++) {
    const entry = entries[index];
    if (!entry?.text.startsWith(text)) break;
    matches.push({ entry, rank: rankOf(entry, text, locale) });
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
    .map(({ entry, rank }) => ({ entry, rank: Math.max(rank, LATER_WORD + (entry.locales.has(locale) ? 0 : 1)) }));
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
  for (const { entry, rank } of new Set(text.slice(0, 2))
    .values()
    .flatMap((letter) => beginningWith(entries, letter, locale))) {
    if (entry.sort === "code" || entry.text.length < text.length - limit) continue;
    // Each error brings in at most one letter that the name lacks.
    if (bitCount(letters & ~entry.letters) > limit) continue;
    const errors = errorsToPrefix(text, entry.text, limit);
    if (errors <= limit) matches.push({ entry, rank: ERROR * errors + rank });
  }
  return matches;
}

/** Whether what was typed may have been meant for it: begun as it begins, or whole but for the errors; not just alike in its first word. */
export function isNear({ entry, rank }: Match, text: string): boolean {
  return rank < ERROR || entry.text.length <= text.length + forgiven(text.length);
}

/** The best match of every party, best first: between equals present states, then shorter names, then the order of the files. */
export function bestOfEach(matches: readonly Match[]): readonly Match[] {
  const best = new Map<string, Match>();
  for (const match of matches) {
    const known = best.get(match.entry.party.code);
    if (known === undefined || compare(match, known) < 0) best.set(match.entry.party.code, match);
  }
  return [...best.values()].sort(compare);
}

const ORDER = { state: 0, organisation: 1, "former-state": 2 } as const;

function compare(one: Match, other: Match): number {
  return (
    one.rank - other.rank ||
    ORDER[one.entry.party.type] - ORDER[other.entry.party.type] ||
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
