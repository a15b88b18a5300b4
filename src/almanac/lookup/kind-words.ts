import { KINDS, type Kind } from "../kind.ts";

/** So many letters of a kind's word and of what people make of it are the same: visit, visited; recognition, recognised. */
const STEM = 5;
/** Shorter words are what they are: "war" is no "warning". */
const SHORTEST = 4;
/** What people write of a kind that begins otherwise. */
const OTHERWISE: Readonly<Record<string, string>> = { broken: "severed", expel: "expulsion", expelled: "expulsion" };
const WORDS = new Set(KINDS.flatMap((kind) => kind.split("-")));

/** Which kinds a folded word means: those that have it in their name, else those that have one that begins alike. */
export function isOfKind(typed: string): (kind: Kind) => boolean {
  const word = OTHERWISE[typed] ?? typed;
  const isAlike = (part: string): boolean =>
    part.length >= SHORTEST && word.length >= SHORTEST && part.slice(0, STEM) === word.slice(0, STEM);
  const isMeant = WORDS.has(word) ? (part: string): boolean => part === word : isAlike;
  return (kind) => kind.split("-").some(isMeant);
}
