import type { PartyCode } from "../party.ts";
import { words } from "../words.ts";
import { type AskedDate, dateAt } from "./asked-date.ts";

/** Whom a whole name means, in any language, and those that they continue; nobody where it is no name. */
export type PartiesNamed = (name: string) => Iterable<PartyCode>;

/** A part of a question: a date, or the name of a party, as long as can be ("South Korea"), else a single word. */
export interface Part {
  readonly words: readonly string[];
  /** Empty where the words name nobody. */
  readonly parties: readonly PartyCode[];
  readonly date?: AskedDate;
}

/** Longer questions are cut. */
const MOST_WORDS = 12;
const LONGEST_NAME = 5;

/** What people write between words and most names have, so that it says nothing by itself. The facts are in English. */
const SMALL = new Set("a an and at between by for from in of on the to with".split(" "));

/** The parts of a text; small words are none. */
export function partsOf(text: string, partiesNamed: PartiesNamed): readonly Part[] {
  const parts: Part[] = [];
  let rest = words(text).slice(0, MOST_WORDS);
  while (rest.length > 0) {
    const dated = dateAt(rest);
    const { length, parties } = dated === undefined ? longestName(rest, partiesNamed) : { ...dated, parties: [] };
    const told = telling(rest.slice(0, length));
    if (told.length > 0) parts.push({ words: told, parties, ...(dated && { date: dated.date }) });
    rest = rest.slice(length);
  }
  return parts;
}

/** The words without the small ones. */
export function telling(all: readonly string[]): readonly string[] {
  return all.filter((word) => !SMALL.has(word));
}

/** A text as it is compared with names: its folded words, without the small ones. */
export function asAsked(text: string): string {
  return telling(words(text)).join(" ");
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
