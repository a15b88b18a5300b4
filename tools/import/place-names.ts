import type { Fact } from "./fact.ts";

/** What stands in the column of places but is no town in a name: remarks, and the cantons of Switzerland. */
const NO_TOWN = /\d|\bvarious\b|\bsee\b|^canton$/i;
const SHORTEST = 4;
const WORD = /\p{L}[\p{L}'.-]*/gu;

/**
 * Gives the towns in a name that a list wrote small their capitals: "checkpoint at new delhi". A town is what another
 * list has as the place of a visit or a signature, unless the lists write it small as a word too ("nice", "split").
 */
export function townCaser(facts: readonly Fact[], isCommon: (word: string) => boolean): (name: string) => string {
  const towns = new Map<string, string>();
  for (const { place } of facts)
    for (const town of place?.split(/[,;/()]|\s+and\s+/) ?? []) {
      const name = town.trim();
      const small = name.toLowerCase();
      const isWords = small.split(/[\s-]+/).every((word) => isCommon(word));
      if (name.length >= SHORTEST && /^\p{Lu}/u.test(name) && !NO_TOWN.test(name) && !isWords) towns.set(small, name);
    }
  const longest = Math.max(0, ...[...towns.keys()].map((town) => town.split(" ").length));
  return (name) => capitals(name, towns, longest);
}

function capitals(name: string, towns: ReadonlyMap<string, string>, longest: number): string {
  const words = [...name.matchAll(WORD)].map((match) => ({ from: match.index, to: match.index + match[0].length }));
  let mended = name;
  for (let first = 0; first < words.length; first += 1)
    for (let count = Math.min(longest, words.length - first); count >= 1; count -= 1) {
      const [from = 0, to = 0] = [words[first]?.from, words[first + count - 1]?.to];
      const right = towns.get(mended.slice(from, to).toLowerCase());
      if (right === undefined) continue;
      mended = mended.slice(0, from) + right + mended.slice(to);
      first += count - 1;
      break;
    }
  return mended;
}
