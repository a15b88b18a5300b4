import { listAt } from "../archive/lists.ts";
import type { Index } from "../archive/shape.ts";
import type { PartyCode } from "../party.ts";
import { words } from "../words.ts";
import type { RowSet } from "./row-set.ts";
import type { Rows } from "./rows.ts";

/** Whom a whole name means, in any language, and those that they continue; nobody where it is no name. */
export type PartiesNamed = (name: string) => Iterable<PartyCode>;

/** Longer questions are cut. */
const MOST_WORDS = 12;
const LONGEST_NAME = 5;
/** Fewer letters stand for themselves only, more also for every word that begins with them. */
const PREFIX_FROM = 3;

/**
 * The rows in which every part of a text is found. A part is the name of a party, as long as can be ("South Korea"),
 * else a single word: of names, people, places and notes, of the kind, or the year. A text without words finds nothing.
 */
export function rowsOfText(text: string, index: Index, rows: Rows, partiesNamed: PartiesNamed): RowSet {
  let rest = words(text).slice(0, MOST_WORDS);
  let found: RowSet | undefined;
  while (rest.length > 0) {
    const { length, parties } = longestName(rest, partiesNamed);
    const written = rest.slice(0, length).map((word) => rowsOfWord(word, index, rows));
    const part = written.reduce((set, other) => set.and(other)).or(rows.ofParties(parties));
    found = found?.and(part) ?? part;
    rest = rest.slice(length);
  }
  return found ?? rows.ofLists([]);
}

function longestName(
  rest: readonly string[],
  partiesNamed: PartiesNamed,
): { readonly length: number; readonly parties: readonly PartyCode[] } {
  for (let length = Math.min(rest.length, LONGEST_NAME); length > 0; length--) {
    const parties = [...partiesNamed(rest.slice(0, length).join(" "))];
    if (parties.length > 0) return { length, parties };
  }
  return { length: 1, parties: [] };
}

function rowsOfWord(word: string, index: Index, rows: Rows): RowSet {
  const isMeant = (token = ""): boolean => (word.length < PREFIX_FROM ? token === word : token.startsWith(word));
  const lists: Uint32Array[] = [];
  for (let at = firstFrom(index.tokens, word); isMeant(index.tokens[at]); at++)
    lists.push(listAt(index.rowsOfToken, at));
  const found = rows.ofLists(lists).or(rows.ofKinds((kind) => kind.split("-").includes(word)));
  return /^\d{4}$/.test(word) ? found.or(rows.ofYears(Number(word), Number(word))) : found;
}

function firstFrom(sorted: readonly string[], text: string): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? "") < text) low = middle + 1;
    else high = middle;
  }
  return low;
}
