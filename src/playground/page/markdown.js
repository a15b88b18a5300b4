import { h } from "./dom.js";
import { inline } from "./inline.js";

/** @typedef {import("./inline.js").Names} Names */
/** @typedef {{ at: RegExp, show: (match: RegExpExecArray, names: Names) => Node }} Block */

const HEADINGS = /** @type {const} */ (["h3", "h4", "h5"]);

/** @type {Block["show"]} */
function list([text], names) {
  const isNumbered = /^\s*\d/u.test(text);
  const root = isNumbered ? h("ol", { start: /\d+/u.exec(text)?.[0] }) : h("ul");
  /** @type {{ indent: number, list: HTMLElement }[]} */
  let open = [{ indent: 0, list: root }];
  for (const line of text.trimEnd().split("\n")) {
    const [, spaces = "", content = ""] = /^(\s*)(?:[-*]|\d+\.)\s+(.*)$/u.exec(line) ?? [];
    while (open.length > 1 && spaces.length < (open.at(-1)?.indent ?? 0)) open = open.slice(0, -1);
    let parent = open.at(-1) ?? { indent: 0, list: root };
    if (spaces.length >= parent.indent + 2) {
      parent = { indent: spaces.length, list: h("ul") };
      (open.at(-1)?.list.lastElementChild ?? root).append(parent.list);
      open.push(parent);
    }
    parent.list.append(h("li", {}, ...inline(content, names)));
  }
  return root;
}

/** Discord's block markdown, tried in this order at the beginning of each line. @type {Block[]} */
const BLOCKS = [
  { at: /```(?:[\w+-]*\n)?([\s\S]*?)```\n?/uy, show: ([, code = ""]) => h("pre", {}, h("code", {}, code.trimEnd())) },
  {
    at: /(#{1,3}) +(.+)\n?/uy,
    show: ([, marks = "#", text = ""], names) =>
      h(HEADINGS[marks.length - 1] ?? "h3", {}, ...inline(text.trim(), names)),
  },
  { at: /-# +(.+)\n?/uy, show: ([, text = ""], names) => h("p", { class: "subtext" }, ...inline(text, names)) },
  { at: />>> ([\s\S]+)/uy, show: ([, text = ""], names) => h("blockquote", {}, markdown(text, names)) },
  {
    at: /(?:> .*(?:\n|$))+/uy,
    show: ([text], names) => h("blockquote", {}, markdown(text.replaceAll(/^> /gmu, "").trimEnd(), names)),
  },
  { at: /(?:[-*]|\d+\.) +.*(?:\n\s*(?:[-*]|\d+\.) +.*)*\n?/uy, show: list },
];

/**
 * Discord's markdown as elements; whatever the text holds, only text nodes and these elements come out.
 * @param {string} text
 * @param {Names} names
 */
export function markdown(text, names) {
  const fragment = document.createDocumentFragment();
  let plain = "";
  const flush = () => {
    const trimmed = plain.replace(/\n$/u, "");
    if (trimmed !== "") fragment.append(h("p", {}, ...inline(trimmed, names)));
    plain = "";
  };
  for (let at = 0; at < text.length; ) {
    const block = blockAt(text, at);
    if (block === undefined) {
      const end = text.indexOf("\n", at);
      const line = text.slice(at, end < 0 ? text.length : end + 1);
      plain += line;
      at += line.length;
      continue;
    }
    flush();
    fragment.append(block.rule.show(block.match, names));
    at += block.match[0].length;
  }
  flush();
  return fragment;
}

/** @param {string} text @param {number} at */
function blockAt(text, at) {
  for (const rule of BLOCKS) {
    rule.at.lastIndex = at;
    const match = rule.at.exec(text);
    if (match !== null) return { rule, match };
  }
  return undefined;
}
