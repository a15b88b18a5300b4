import { h } from "./dom.js";

/** Two regional indicators, or the black flag with tag letters (England, Scotland, Wales). */
export const FLAG = /[\u{1F1E6}-\u{1F1FF}]{2}|\u{1F3F4}[\u{E0061}-\u{E007A}]{5}\u{E007F}/u;

const REGIONS = new Intl.DisplayNames("en", { type: "region", fallback: "none" });

/**
 * A flag as a picture, as Discord draws it on every system; its characters stay as the alternative text, and are
 * all there is where no region has these letters.
 * @param {string} emoji
 * @returns {import("./dom.js").Child}
 */
export function flag(emoji) {
  const points = Array.from(emoji, (character) => character.codePointAt(0) ?? 0);
  const letters = points.map((point) => String.fromCharCode(point >= 0xe0061 ? point - 0xe0000 : point - 0x1f1a5));
  if (points.length === 2 && REGIONS.of(letters.join("")) === undefined) return emoji;
  const code = points.length === 2 ? letters.join("").toLowerCase() : `gb-${letters.slice(3, -1).join("")}`;
  const image = h("img", { class: "emoji", src: `/flags/${code}.svg`, alt: emoji, draggable: "false" });
  image.addEventListener("error", () => image.replaceWith(emoji), { once: true });
  return image;
}
