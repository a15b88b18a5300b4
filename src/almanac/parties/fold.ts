/** Letters that decompose to nothing simpler, as people type them without the keyboard for it. */
const PLAIN: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  đ: "d",
  ð: "d",
  þ: "th",
  ł: "l",
  ı: "i",
  ħ: "h",
  ŋ: "n",
  ς: "σ",
}; // prettier-ignore
const SPECIAL = new RegExp(`[${Object.keys(PLAIN).join("")}]`, "gu");

/**
 * A text as search compares it: lower case, without accents, dots, apostrophes and punctuation, words apart by one
 * space. Only the accents of Latin, Greek and Cyrillic go; Hangul, kana and Indic vowels stay whole. Idempotent.
 */
export function fold(text: string): string {
  return text
    .toLowerCase()
    .normalize("NFKD")
    .replaceAll(/[\u0300-\u036f]/gu, "")
    .toLowerCase()
    .replaceAll(SPECIAL, (letter) => PLAIN[letter] ?? letter)
    .replaceAll(/['’ʼ‘`´.]/gu, "")
    .replaceAll(/[^\p{L}\p{N}\p{M}\p{Regional_Indicator}]+/gu, " ")
    .normalize("NFC")
    .trim();
}
