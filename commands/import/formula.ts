/**
 * Cells that a spreadsheet would run: those that begin with = + - @, a tab or a line end, or with one of these in full width (OWASP,
 * "CSV Injection"). A semicolon begins a cell where the comma is in numbers, and quotes may stand before it. An apostrophe in front
 * makes a cell text, and is what people put there themselves.
 */
const FORMULA = "[=+\\-@\\t\\r\\n＝＋－＠]";
const RUNS = new RegExp(`(^|;)(?=["']*${FORMULA})`, "g");
const KEPT_FROM_RUNNING = new RegExp(`(^|;)'(?=["']*${FORMULA})`, "g");

/** The text as a cell that no spreadsheet runs. */
export function toCell(text: string): string {
  return text.replace(RUNS, "$1'");
}

/** The inverse of toCell; other texts stay as they are. */
export function fromCell(cell: string): string {
  return cell.replace(KEPT_FROM_RUNNING, "$1");
}
