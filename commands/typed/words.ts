import { fold } from "../../src/almanac/parties/fold.ts";

/** The digits of the scripts that people of Discord's languages type: each script's zero. */
const ZEROS = ["٠", "۰", "०", "๐", "０"].map((zero) => zero.charCodeAt(0));

function plainDigit(digit: string): string {
  const code = digit.charCodeAt(0);
  const zero = ZEROS.find((each) => code >= each && code <= each + 9);
  return zero === undefined ? digit : String(code - zero);
}

/** The numbers and the words of a text, in order, folded as the search for parties folds. Words of at most 40 letters. */
export function wordsOf(text: string): readonly string[] {
  return [
    ...text
      .slice(0, 100)
      .replaceAll(/\p{Nd}/gu, plainDigit)
      .matchAll(/\d+|[\p{L}\p{M}]+/gu),
  ].map(([word]) => fold(word.slice(0, 40)));
}
