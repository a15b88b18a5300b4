const UNDECOMPOSED: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  ı: "i",
};
const ASCII = /^[\0-\x7f]*$/;

/** A text as search compares it: lower case, without the accents of Latin, Greek and Cyrillic; other scripts as they are. */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  if (ASCII.test(lower)) return lower;
  return lower
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .normalize("NFC")
    .replace(/[ßæœøłđðþı]/g, (letter) => UNDECOMPOSED[letter] ?? letter);
}

/** The folded words of a text: runs of letters and digits; an apostrophe inside a word is dropped. */
export function words(text: string): readonly string[] {
  return (
    fold(text)
      .replace(/(?<=\p{L})['’](?=\p{L})/gu, "")
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  );
}
