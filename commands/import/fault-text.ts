import { OWN_LIMITS } from "../../src/almanac/own-event.ts";
import type { Language } from "../../src/messages/language.ts";
import { clean, shorten } from "../../src/messages/plain.ts";
import type { FileRead } from "../command.ts";
import type { FileFault, Malformed } from "./entry.ts";

const LONGEST_NAME = 40;
const MOST_NAMES = 15;

/** Why a file cannot be read and what to do about it, in plain text. */
export function fileFaultText(fault: FileFault, language: Language): string {
  const { text } = language;
  switch (fault.kind) {
    case "not-utf-8":
    case "quote":
      return text(`import.file.${fault.kind}`, { line: fault.line });
    case "too-many":
      return text("import.file.too-many", { count: fault.count, most: OWN_LIMITS.events });
    case "overfull":
      return text("import.file.overfull", { most: OWN_LIMITS.events });
    case "not-json":
      return text("import.file.not-json", { line: fault.line, column: fault.column });
    case "no-column":
    case "column-twice": {
      const [column, found] = [fault.field, namesText(fault.found, language)];
      return text(`import.file.${fault.kind}`, { column, found });
    }
    case "empty":
    case "utf-16":
    case "spreadsheet":
    case "binary":
    case "not-a-list":
      return text(`import.file.${fault.kind}`);
  }
}

/** Why a file could not be had, in plain text. */
export function notReadText(
  outcome: Exclude<FileRead["outcome"], "read">,
  mostBytes: number,
  { text }: Language,
): string {
  return outcome === "too-large"
    ? text("import.file.too-large", { most: Math.floor(mostBytes / 1_024), dates: OWN_LIMITS.events })
    : text(`import.file.${outcome}`);
}

/** What is wrong with an entry's form, in plain text. */
export function malformedText(wrong: Malformed, { text }: Language): string {
  if (wrong.kind === "cells") return text("import.wrong.cells", { cells: wrong.cells, columns: wrong.columns });
  return text(`import.wrong.${wrong.kind}`);
}

/** Names that somebody gave to columns, as a list; a dash where there are none. */
export function namesText(names: readonly string[], language: Language): string {
  const shown = names.slice(0, MOST_NAMES).map((name) => `“${shorten(clean(name), LONGEST_NAME)}”`);
  const more = names.length - shown.length;
  const all = more > 0 ? [...shown, language.text("admin.more", { count: more })] : shown;
  return all.length === 0 ? "–" : language.list(all);
}
