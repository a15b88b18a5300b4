import type { Index } from "../archive/shape.ts";
import { nearest } from "../nearest.ts";
import { type Part, type PartiesNamed, partsOf } from "./question.ts";
import type { Rows } from "./rows.ts";
import { firstFrom, rowsOfPart } from "./text.ts";

/** Fewer letters are too few to guess from. */
const SHORTEST = 4;

/**
 * The text with each word that is neither on record nor in a usual name replaced by the nearest one that is; undefined where that
 * is no other.
 */
export function respelled(
  text: string,
  usual: ReadonlySet<string>,
  index: Index,
  rows: Rows,
  partiesNamed: PartiesNamed,
): string | undefined {
  const parts = partsOf(text, partiesNamed);
  const isKnown = (part: Part): boolean =>
    part.words.every((word) => usual.has(word)) || rowsOfPart(part, index, rows).count() > 0;
  const unknown = new Set(parts.filter((part) => !isKnown(part)));
  const spelt = parts.map((part) => {
    const written = part.words.join(" ");
    return unknown.has(part) ? nearWord(written, usual, index) : written;
  });
  const known = spelt.filter((word) => word !== undefined);
  return unknown.size === 0 || known.length < parts.length ? undefined : known.join(" ");
}

/** The nearest word on record or of a usual name that begins with the same letter. */
function nearWord(word: string, usual: ReadonlySet<string>, { tokens }: Index): string | undefined {
  if (word.length < SHORTEST) return undefined;
  const initial = word.codePointAt(0) ?? 0;
  const first = String.fromCodePoint(initial);
  const recorded = tokens.slice(firstFrom(tokens, first), firstFrom(tokens, String.fromCodePoint(initial + 1)));
  return nearest(word, [...recorded, ...[...usual].filter((name) => name.startsWith(first))], 1)[0];
}
