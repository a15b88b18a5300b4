import { listAt } from "../archive/lists.ts";
import type { Index } from "../archive/shape.ts";
import { isOfKind } from "./kind-words.ts";
import { type Part, type PartiesNamed, partsOf } from "./question.ts";
import type { RowSet } from "./row-set.ts";
import type { Rows } from "./rows.ts";

/** Whom the words of a text name. */
export interface Names {
  readonly whole: PartiesNamed;
  /** Those with a word in their name that begins so, and what they continue. */
  readonly begunBy: PartiesNamed;
}

/** Fewer letters stand for themselves only, more also for every word that begins with them. */
const PREFIX_FROM = 3;
/** Of a word that is still being typed, two are its beginning. */
const SHORTEST_BEGUN = 2;

/**
 * The rows in which every part of a text is found: a date, the name of a party, or a word of names, people, places and notes,
 * of the kind, or the year. A text without words, or of small ones alone, finds nothing.
 */
export function rowsOfText(text: string, index: Index, rows: Rows, names: Names, isBegun = false): RowSet {
  const parts = partsOf(text, names.whole);
  const found = parts.map((part) => rowsOfPart(part, index, rows));
  const last = isBegun ? parts.at(-1) : undefined;
  const sets = last === undefined ? found : [...found.slice(0, -1), rowsOfBegun(last, index, rows, names)];
  const [first, ...others] = sets;
  return first === undefined ? rows.ofLists([]) : others.reduce((set, other) => set.and(other), first);
}

/** The rows in which one part is found: of its date, with all its words, or of the parties that it names. */
export function rowsOfPart({ words, parties, date }: Part, index: Index, rows: Rows): RowSet {
  if (date !== undefined) return rows.ofDate(date);
  const [first = rows.ofLists([]), ...others] = words.map((word) => rowsOfWord(word, index, rows, PREFIX_FROM));
  return others.reduce((set, other) => set.and(other), first).or(rows.ofParties(parties));
}

/** The same of the part that is still being typed: its word may go on, and may be the beginning of a party's name. */
function rowsOfBegun(part: Part, index: Index, rows: Rows, names: Names): RowSet {
  const [word = "", ...others] = part.words;
  const found = rowsOfPart(part, index, rows);
  if (part.date !== undefined || others.length > 0 || word.length < SHORTEST_BEGUN) return found;
  return found.or(rowsOfWord(word, index, rows, SHORTEST_BEGUN)).or(rows.ofParties(names.begunBy(word)));
}

function rowsOfWord(word: string, index: Index, rows: Rows, begunFrom: number): RowSet {
  const isMeant = (token = ""): boolean => (word.length < begunFrom ? token === word : token.startsWith(word));
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
