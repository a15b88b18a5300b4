import type { Fact } from "./fact.ts";
import { isColumnFull } from "./name-cut.ts";
import { PROPER_NOUNS } from "./proper-nouns.ts";

/** What the names of the collected facts say of a word at the end of a name that may have been cut; all in small letters. */
export interface Vocabulary {
  /** Whether it stands in several names, and elsewhere than at cut ends if words begin so: no half. */
  readonly isWord: (word: string) => boolean;
  /** The word of which it is the beginning, or itself, where names that were not cut leave no doubt of it: best those with the same word before it. */
  readonly completed: (before: string, beginning: string) => string | undefined;
}

const OFTEN = 3;
/** So long a beginning, and so often the word, where nothing is known of what stands before it. */
const LONG = 4;
const MANY = 20;
/** Of all words that begin so, at least this share. */
const NO_DOUBT = 0.8;

/** Gathers the words of the collected facts. */
export function vocabularyOf(facts: readonly Pick<Fact, "name">[]): Vocabulary {
  const names = facts.map(({ name = "" }) => ({
    words: name.toLowerCase().match(WORDS) ?? [],
    isCut: isColumnFull(name) || /(?:…|\.{3})$/.test(name),
  }));
  const whole = names.map(({ words, isCut }) => (isCut ? words.slice(0, -1) : words));
  const times = counted(names.flatMap(({ words }) => [...new Set(words)]));
  const endings = new Set(names.flatMap(({ words, isCut }) => (isCut ? [] : words.slice(-1))));
  const proper = new Set(PROPER_NOUNS.map((noun) => noun.toLowerCase()));
  const alone = counted(whole.flat());
  const words = inOrder(alone);
  const pairs = inOrder(counted(whole.flatMap((each) => each.map((word, at) => `${each[at - 1] ?? ""} ${word}`))));
  return {
    isWord: (word) => (times.get(word) ?? 0) >= OFTEN && (startingWith(words, word).length === 0 || alone.has(word)),
    completed(before, beginning) {
      if (endings.has(beginning)) return beginning;
      const pair = likeliest(pairs, `${before} ${beginning}`, OFTEN);
      const word = beginning.length < LONG ? undefined : likeliest(words, beginning, MANY);
      const found = pair?.slice(before.length + 1) ?? word ?? "";
      return endings.has(found) && !proper.has(found) ? found : undefined;
    },
  };
}

const WORDS = /[\p{L}-]+/gu;

type Counted = readonly [text: string, count: number];

function counted(texts: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return counts;
}

/** So that those with one beginning stand together. */
function inOrder(counts: ReadonlyMap<string, number>): readonly Counted[] {
  return [...counts].sort(([one], [other]) => (one < other ? -1 : 1));
}

/** Those with one beginning. */
function startingWith(ordered: readonly Counted[], beginning: string): readonly Counted[] {
  let [from, to] = [0, ordered.length];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((ordered[middle]?.[0] ?? "") < beginning) from = middle + 1;
    else to = middle;
  }
  while (ordered[to]?.[0].startsWith(beginning) === true) to++;
  return ordered.slice(from, to);
}

/** The text that nearly all are that begin so, if there are that many of it. */
function likeliest(ordered: readonly Counted[], beginning: string, least: number): string | undefined {
  const found = startingWith(ordered, beginning);
  const all = found.reduce((sum, [, count]) => sum + count, 0);
  return found.find(([, count]) => count >= least && count >= all * NO_DOUBT)?.[0];
}
