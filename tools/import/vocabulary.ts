import type { Fact } from "./fact.ts";

const OFTEN = 3;

/** Tells words from halves of words: a word stands in at least three names of the collected facts. */
export function vocabularyOf(facts: readonly Fact[]): (word: string) => boolean {
  const times = new Map<string, number>();
  for (const { name } of facts)
    for (const word of new Set(name?.toLowerCase().match(/[\p{L}-]+/gu) ?? []))
      times.set(word, (times.get(word) ?? 0) + 1);
  return (word) => (times.get(word) ?? 0) >= OFTEN;
}
