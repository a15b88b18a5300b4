/**
 * Bounds and cleans any text that came from data or from a person: one line, at most so many characters as a reader counts them,
 * without characters that hide, reorder or pile up.
 */
const CONTROLS = /[\p{Cc}\p{Zl}\p{Zp}]+/gu;
/** What Unicode says to ignore in display (fillers, tags, overrides), interlinear marks; not joiners and variants of emoji. */
const INVISIBLE =
  /(?!\p{Join_Control}|\p{Variation_Selector})[\p{Default_Ignorable_Code_Point}\p{Bidi_Control}\u{FFF9}-\u{FFFB}]/gu;
/** Joiners mean something in emoji and between letters of the scripts that join, and nothing elsewhere. */
const LONE_JOINER =
  /(?<![\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Malayalam}\p{Script=Sinhala}\p{Extended_Pictographic}]|\u{FE0F})\p{Join_Control}/gu;
const PILED_MARKS = /(\p{M}{4})\p{M}+/gu;

const segmenter = new Intl.Segmenter("en", { granularity: "grapheme" });

/** Latin letters, figures and common signs. */
const PLAIN_SIGNS = String.raw`[!-~\u{A1}-\u{AC}\u{AE}-\u{24F}\u{2013}-\u{201E}\u{2026}]+`;
/** Words of these, one space between each: most of what there is, and clean as it is. */
const PLAIN = new RegExp(`^${PLAIN_SIGNS}(?: ${PLAIN_SIGNS})*$`, "u");

/** One clean line of the text. */
export function clean(text: string): string {
  if (text === "" || PLAIN.test(text)) return text;
  return text
    .toWellFormed()
    .replace(CONTROLS, " ")
    .replace(INVISIBLE, "")
    .replace(LONE_JOINER, "")
    .replace(PILED_MARKS, "$1")
    .replace(/\s+/gu, " ")
    .trim();
}

/** A cut goes back to the end of a word, where that is so near. */
const WORD = 20;

/**
 * The text whole, or its beginning with an ellipsis: never longer than `limit` UTF-16 units, never cut inside a character, and not
 * inside a word of reasonable length.
 */
export function shorten(text: string, limit: number): string {
  if (text.length <= limit) return text;
  let kept = "";
  for (const { segment } of segmenter.segment(text)) {
    if (kept.length + segment.length > limit - 1) break;
    kept += segment;
  }
  const space = kept.lastIndexOf(" ");
  return `${(space > Math.max(0, limit - WORD) ? kept.slice(0, space) : kept).trimEnd()}…`;
}
