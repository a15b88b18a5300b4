/** Where the elements of a JSON text's outermost list begin; or where the text stops being JSON, as offsets. */
export type Places =
  | { readonly ok: true; readonly elements: readonly number[] }
  | { readonly ok: false; readonly at: number };

type Expected = "value" | "value-or-end" | "key" | "key-or-end" | "colon" | "comma-or-end" | "nothing";

interface Token {
  /** A punctuation mark, or what else it is. */
  readonly kind: string;
  readonly end: number;
}

const SPACE = /[ \t\r\n]*/y;
const OTHER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
/** What ends a string, begins an escape, or may not stand there: whatever comes before the space. */
const IN_STRING = /["\\]|[^ -\u{10FFFF}]/gu;
const ESCAPE = /\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/y;

/**
 * Walks a JSON text (RFC 8259) however deep, which JSON.parse does without saying where what is, and without a word of keys that an object
 * has twice. The keys of the objects in the outermost list are told as they are met: of which element, from 0, and as written.
 */
export function placesIn(text: string, meetKey?: (element: number, written: string) => void): Places {
  const open: string[] = [];
  const elements: number[] = [];
  let expected: Expected = "value";
  for (let at = ending(SPACE, text, 0); ; at = ending(SPACE, text, at)) {
    if (at >= text.length) return expected === "nothing" ? { ok: true, elements } : { ok: false, at };
    const token = tokenAt(text, at);
    const isElement = open.length === 1 && open[0] === "[" && expected.startsWith("value") && token?.kind !== "]";
    const next: Expected | undefined = token && after(token.kind, expected, open);
    if (token === undefined || next === undefined) return { ok: false, at };
    if (isElement) elements.push(at);
    if (next === "colon" && open.length === 2 && open[0] === "[")
      meetKey?.(elements.length - 1, text.slice(at, token.end));
    expected = next;
    at = token.end;
  }
}

/** What may follow a token; undefined where it may not stand there. Opens and closes lists and objects on the way. */
function after(kind: string, expected: Expected, open: string[]): Expected | undefined {
  const isEnd = kind === "]" || kind === "}";
  if (isEnd) {
    const isOf = kind === "]" ? ["value-or-end", "comma-or-end"] : ["key-or-end", "comma-or-end"];
    if (!isOf.includes(expected) || open.pop() !== (kind === "]" ? "[" : "{")) return undefined;
    return open.length === 0 ? "nothing" : "comma-or-end";
  }
  switch (expected) {
    case "value":
    case "value-or-end":
      if (kind === "[" || kind === "{") {
        open.push(kind);
        return kind === "[" ? "value-or-end" : "key-or-end";
      }
      if (kind !== "string" && kind !== "other") return undefined;
      return open.length === 0 ? "nothing" : "comma-or-end";
    case "key":
    case "key-or-end":
      return kind === "string" ? "colon" : undefined;
    case "colon":
      return kind === ":" ? "value" : undefined;
    case "comma-or-end":
      if (kind !== ",") return undefined;
      return open.at(-1) === "[" ? "value" : "key";
    case "nothing":
      return undefined;
  }
}

function tokenAt(text: string, at: number): Token | undefined {
  const mark = text.charAt(at);
  if ("[]{}:,".includes(mark)) return { kind: mark, end: at + 1 };
  if (mark === '"') {
    const end = endOfString(text, at + 1);
    return end === undefined ? undefined : { kind: "string", end };
  }
  const end = ending(OTHER, text, at);
  return end === at ? undefined : { kind: "other", end };
}

/** Behind the closing quote of a string whose content begins there; undefined where it has none, or something that no string has. */
function endOfString(text: string, start: number): number | undefined {
  for (let at = start; ; ) {
    IN_STRING.lastIndex = at;
    const found = IN_STRING.exec(text);
    if (found === null) return undefined;
    if (found[0] === '"') return found.index + 1;
    at = ending(ESCAPE, text, found.index);
    if (at === found.index) return undefined;
  }
}

/** Where a match that begins there ends; there itself where there is none. */
function ending(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.exec(text) === null ? at : pattern.lastIndex;
}
