import type { Index } from "../archive/shape.ts";
import { nearest } from "../nearest.ts";
import { type PartiesNamed, partsOf } from "./question.ts";
import type { Rows } from "./rows.ts";
import { firstFrom, rowsOfPart } from "./text.ts";

/** Fewer letters are too few to guess from. */
const SHORTEST = 4;

/** The text with each word that is nowhere on record replaced by the nearest one that is; undefined where that is no other. */
export function respelled(text: string, index: Index, rows: Rows, partiesNamed: PartiesNamed): string | undefined {
  const parts = partsOf(text, partiesNamed);
  const unknown = new Set(parts.filter((part) => rowsOfPart(part, index, rows).count() === 0));
  const spelt = parts.map((part) => {
    const written = part.words.join(" ");
    return unknown.has(part) ? nearWord(written, index) : written;
  });
  const known = spelt.filter((word) => word !== undefined);
  return unknown.size === 0 || known.length < parts.length ? undefined : known.join(" ");
}

/** The nearest word on record that begins with the same letter. */
function nearWord(word: string, { tokens }: Index): string | undefined {
  if (word.length < SHORTEST) return undefined;
  const initial = word.codePointAt(0) ?? 0;
  const from = firstFrom(tokens, String.fromCodePoint(initial));
  return nearest(word, tokens.slice(from, firstFrom(tokens, String.fromCodePoint(initial + 1))), 1)[0];
}
