import { h } from "./dom.js";
import { FLAG, flag } from "./emoji.js";
import { relativeTime, shownTime } from "./time.js";

/**
 * What the text refers to: names by id, and the page's clock.
 * @typedef {{ zone: string, now: number, channels: Map<string, string>, roles: Map<string, string>, people: Map<string, string> }} Names
 * @typedef {import("./dom.js").Child} Child
 * @typedef {{ at: RegExp, show: (match: RegExpExecArray, names: Names) => Child[] }} Rule
 */

/** @param {string} href @param {Child[]} children */
function link(href, children) {
  return h("a", { href, rel: "noopener noreferrer", target: "_blank", title: href }, ...children);
}

/** @param {string} text */
function mention(text) {
  return h("span", { class: "mention" }, text);
}

/** @param {keyof HTMLElementTagNameMap} tag @returns {Rule["show"]} */
function wrap(tag) {
  return (match, names) => [h(tag, {}, ...inline(match[1] ?? "", names))];
}

/** @type {Rule["show"]} */
function timestamp([, seconds = "0", style = "f"], { zone, now }) {
  const instant = Number(seconds) * 1000;
  const text = style === "R" ? relativeTime(instant, now) : shownTime(instant, style, zone);
  return [h("time", { class: "timestamp", title: shownTime(instant, "F", zone) }, text)];
}

/** A hidden text that a press shows. @type {Rule["show"]} */
function spoiler(match, names) {
  const hidden = h("span", { class: "spoiler-text" }, ...inline(match[1] ?? "", names));
  const button = h(
    "button",
    { type: "button", class: "spoiler", "aria-expanded": "false", "aria-label": "Spoiler" },
    hidden,
  );
  button.addEventListener("click", () => {
    button.setAttribute("aria-expanded", "true");
    button.removeAttribute("aria-label");
  });
  return [button];
}

/** Discord's inline markdown, in the order in which it is tried. @type {Rule[]} */
const RULES = [
  { at: /\\([^0-9A-Za-z\s])/uy, show: ([, character]) => [character] },
  { at: /(`+)([\s\S]*?[^`])\1(?!`)/uy, show: ([, , code]) => [h("code", {}, code)] },
  {
    at: /\[((?:\\.|[^\]\\\n])+)\]\(<?(https?:\/\/(?:\\.|\([^\s()]*\)|[^\s()<>\\])+)>?\)/uy,
    show: ([, text = "", href = ""], names) => [link(href.replaceAll(/\\(.)/gu, "$1"), inline(text, names))],
  },
  { at: /<(https?:\/\/[^\s>]+)>/uy, show: ([, href = ""]) => [link(href, [href])] },
  { at: /https?:\/\/[^\s<]+[^<.,:;"')\]\s]/uy, show: ([href]) => [link(href, [href])] },
  { at: /<t:(-?\d{1,14})(?::([tTdDfFRsS]))?>/uy, show: timestamp },
  { at: /<@!?(\d+)>/uy, show: ([, id = ""], { people }) => [mention(`@${people.get(id) ?? "unknown-user"}`)] },
  { at: /<@&(\d+)>/uy, show: ([, id = ""], { roles }) => [mention(`@${roles.get(id) ?? "unknown-role"}`)] },
  { at: /<#(\d+)>/uy, show: ([, id = ""], { channels }) => [mention(`#${channels.get(id) ?? "unknown"}`)] },
  { at: /<(\/[-_ '\p{L}\p{N}]+):\d+>/uy, show: ([, command = ""]) => [mention(command)] },
  { at: /<a?:(\w+):\d+>/uy, show: ([, name]) => [`:${name}:`] },
  { at: /@(?:everyone|here)\b/uy, show: ([text]) => [mention(text)] },
  { at: /\*\*((?:\\.|[^\\])+?)\*\*(?!\*)/suy, show: wrap("strong") },
  { at: /__((?:\\.|[^\\])+?)__(?!_)/suy, show: wrap("u") },
  { at: /\*(?=\S)((?:\\.|[^*\\]|\*\*)+?)\*(?!\*)/suy, show: wrap("em") },
  { at: /_((?:\\.|[^_\\]|__)+?)_(?![\p{L}\p{N}_])/suy, show: wrap("em") },
  { at: /~~((?:\\.|[^\\])+?)~~/suy, show: wrap("s") },
  { at: /\|\|((?:\\.|[^\\])+?)\|\|/suy, show: spoiler },
  { at: new RegExp(FLAG.source, "uy"), show: ([emoji]) => [flag(emoji)] },
];

/** Where a rule may begin; all else is plain text. */
const PLAIN = /(?:[^\\`[<h@*_~|\u{1F1E6}-\u{1F1FF}\u{1F3F4}])+/uy;

/**
 * @param {string} text
 * @param {Names} names
 * @returns {Child[]}
 */
export function inline(text, names) {
  /** @type {Child[]} */
  const nodes = [];
  let plain = "";
  for (let at = 0; at < text.length; ) {
    const found = ruleAt(text, at);
    if (found === undefined) {
      PLAIN.lastIndex = at;
      const run = PLAIN.exec(text)?.[0] ?? String.fromCodePoint(text.codePointAt(at) ?? 0);
      plain += run;
      at += run.length;
      continue;
    }
    if (plain !== "") nodes.push(plain);
    plain = "";
    nodes.push(...found.rule.show(found.match, names));
    at += found.match[0].length;
  }
  return plain === "" ? nodes : [...nodes, plain];
}

/** @param {string} text @param {number} at */
function ruleAt(text, at) {
  for (const rule of RULES) {
    rule.at.lastIndex = at;
    const match = rule.at.exec(text);
    if (match !== null) return { rule, match };
  }
  return undefined;
}
