import { placeIn, type Read } from "./entry.ts";

/** How files begin that are no text: a zip (.xlsx, .ods) and the container of old Office files (.xls). */
const SPREADSHEETS = ["PK\u0003\u0004", "\u00D0\u00CF\u0011\u00E0"];
const UTF_16 = ["\u00FF\u00FE", "\u00FE\u00FF"];

/** The text of a file in UTF-8, with or without a byte order mark. Other encodings are recognised, never guessed at. */
export function decode(bytes: Uint8Array): Read<string> {
  const start = String.fromCharCode(...bytes.subarray(0, 4));
  if (SPREADSHEETS.some((mark) => start.startsWith(mark))) return { ok: false, fault: { kind: "spreadsheet" } };
  if (UTF_16.some((mark) => start.startsWith(mark))) return { ok: false, fault: { kind: "utf-16" } };
  if (bytes.includes(0)) return { ok: false, fault: { kind: isHalfZeros(bytes) ? "utf-16" : "binary" } };
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return text.trim() === "" ? { ok: false, fault: { kind: "empty" } } : { ok: true, value: text };
  } catch {
    return { ok: false, fault: { kind: "not-utf-8", line: firstStrangeLine(bytes) } };
  }
}

/** UTF-16 without its mark: every other byte of Latin text is zero. */
function isHalfZeros(bytes: Uint8Array): boolean {
  const zeros = bytes.reduce((sum, byte) => sum + (byte === 0 ? 1 : 0), 0);
  return zeros > bytes.byteLength / 4;
}

/** The first line that is no UTF-8: where reading it all the same gives something else. */
function firstStrangeLine(bytes: Uint8Array): number {
  const text = new TextDecoder("utf-8").decode(bytes);
  return placeIn(text, text.indexOf("\uFFFD")).line;
}
