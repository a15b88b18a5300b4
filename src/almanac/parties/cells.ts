import { readTable } from "../csv.ts";
import { type PartialDate, parsePartialDate } from "../date.ts";
import type { Fault } from "../fault.ts";
import { tidied } from "../tidy.ts";

/** A row as it was read, and where. */
export interface Located<Item> {
  readonly item: Item;
  readonly file: string;
  readonly line: number;
}

/** The cells of one row by column, with the faults that reading them brings up. */
export class Cells {
  readonly #cells: ReadonlyMap<string, string>;
  readonly #place: { readonly file: string; readonly line: number };
  readonly #faults: Fault[];

  constructor(cells: ReadonlyMap<string, string>, place: { file: string; line: number }, faults: Fault[]) {
    this.#cells = cells;
    this.#place = place;
    this.#faults = faults;
  }

  report(rule: string, cure: string): void {
    this.#faults.push({ ...this.#place, rule, cure });
  }

  text(column: string): string | undefined {
    return this.#cells.get(column) || undefined;
  }

  /** A cell that must not be empty. */
  needed(column: string): string {
    const cell = this.#cells.get(column) ?? "";
    if (cell === "") this.report(`${column} is empty`, `fill in the ${column}`);
    return cell;
  }

  date(column: string): PartialDate | undefined {
    const cell = this.text(column);
    const date = cell === undefined ? undefined : parsePartialDate(cell);
    if (cell !== undefined && date === undefined)
      this.report(`${column} "${cell}" is no date`, "write YYYY-MM-DD, YYYY-MM or YYYY, of a day that exists");
    return date;
  }

  oneOf<Word extends string>(column: string, words: readonly Word[]): Word | undefined {
    const cell = this.#cells.get(column) ?? "";
    const word = words.find((each) => each === cell);
    if (word === undefined) this.report(`${column} is "${cell}"`, `write one of ${words.join(", ")}`);
    return word;
  }

  /** A cell of that shape; says is what the shape is called. */
  shaped(column: string, shape: RegExp, says: string): string {
    const cell = this.needed(column);
    if (cell !== "" && !shape.test(cell)) this.report(`the ${column} "${cell}" is malformed`, `write ${says}`);
    return cell;
  }
}

/** Reads a table; a row for which item answers undefined is left out. */
export function readRows<Item>(
  { file, text, faults }: { readonly file: string; readonly text: string; readonly faults: Fault[] },
  columns: readonly string[],
  item: (cells: Cells) => Item | undefined,
): readonly Located<Item>[] {
  return readTable(file, text, columns, faults).flatMap(({ line, cells }) => {
    const meant = tidied(cells, (rule, cure) => faults.push({ file, line, rule, cure }));
    const byColumn = new Map(columns.map((column, index) => [column, meant[index] ?? ""]));
    const read = item(new Cells(byColumn, { file, line }, faults));
    return read === undefined ? [] : [{ item: read, file, line }];
  });
}
