import { words } from "../words.ts";

/**
 * A name as search compares it: its folded words, one space between them; the dots of abbreviations are dropped, so that
 * U.S.S.R. is ussr. A flag is kept as it is. Idempotent.
 */
export function fold(text: string): string {
  const flag = /^\s*(\p{Regional_Indicator}{2})\s*$/u.exec(text)?.[1];
  return flag ?? words(text.normalize("NFKC").replaceAll(/(?<=\p{L})\.(?=\p{L})/gu, "")).join(" ");
}
