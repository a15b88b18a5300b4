import { listAt } from "../archive/lists.ts";
import type { Index } from "../archive/shape.ts";
import { isOfKind } from "./kind-words.ts";
import { type Part, type PartiesNamed, partsOf } from "./question.ts";
import type { RowSet } from "./row-set.ts";
import type { Rows } from "./rows.ts";

/** Fewer letters stand for themselves only, more also for every word that begins with them. */
const PREFIX_FROM = 3;

/**
 * The rows in which every part of a text is found: the name of a party, or a word of names, people, places and notes, of the
 * kind, or the year. A text without words, or of small ones alone, finds nothing.
 */
export function rowsOfText(text: string, index: Index, rows: Rows, partiesNamed: PartiesNamed): RowSet {
  const [first, ...others] = partsOf(text, partiesNamed).map((part) => rowsOfPart(part, index, rows));
  return first === undefined ? rows.ofLists([]) : others.reduce((set, other) => set.and(other), first);
}

/** The rows in which one part is found: all its words, or the parties that it names. */
export function rowsOfPart({ words, parties }: Part, index: Index, rows: Rows): RowSet {
  const [first = rows.ofLists([]), ...others] = words.map((word) => rowsOfWord(word, index, rows));
  return others.reduce((set, other) => set.and(other), first).or(rows.ofParties(parties));
}

function rowsOfWord(word: string, index: Index, rows: Rows): RowSet {
  const isMeant = (token = ""): boolean => (word.length < PREFIX_FROM ? token === word : token.startsWith(word));
  const lists: Uint32Array[] = [];
  for (let at = firstFrom(index.tokens, word); isMeant(index.tokens[at]); at++)
    lists.push(listAt(index.rowsOfToken, at));
  const found = rows.ofLists(lists).or(rows.ofKinds(isOfKind(word)));
  return /^\d{4}$/.test(word) ? found.or(rows.ofYears(Number(word), Number(word))) : found;
}

/** The place of the first of the sorted texts that is not before the given one. */
export function firstFrom(sorted: readonly string[], text: string): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? "") < text) low = middle + 1;
    else high = middle;
  }
  return low;
}
