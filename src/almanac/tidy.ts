import type { Report } from "./fault.ts";

/** Control characters, and spaces and marks that look like a plain space or like nothing. */
const UNSEEN = /[\p{Cc}\u00A0\u2000-\u200B\u2028-\u202F\u2060\uFEFF]/gu;

/** Spreadsheets run what begins so, and show what comes of it. */
const FORMULA = /^[=+\-@]/;

/** The cells of a row as they were meant; what a spreadsheet or a keyboard left in them is reported, once a row. */
export function tidied(cells: readonly string[], report: Report): readonly string[] {
  const untidy = cells.find((cell) => cell !== cell.trim() || cell.includes("  "));
  const unseen = cells.find((cell) => cell.search(UNSEEN) >= 0);
  const formula = cells.find((cell) => FORMULA.test(cell));
  if (formula !== undefined)
    report(`"${formula}" begins like a formula of a spreadsheet`, "write it without the sign at the start");
  else if (untidy !== undefined)
    report(`stray spaces in "${untidy}"`, "take out spaces at the ends, and doubled ones inside");
  else if (unseen !== undefined)
    report(`a tab or a character that cannot be seen in ${JSON.stringify(unseen)}`, "write a plain space, or nothing");
  return formula === undefined && untidy === undefined && unseen === undefined ? cells : cells.map(asMeant);
}

/** A cell without what is reported of it already, so that it is no second fault of another rule. */
export function asMeant(cell: string): string {
  return cell.replace(FORMULA, "").replace(UNSEEN, " ").replace(/ {2,}/g, " ").trim();
}
