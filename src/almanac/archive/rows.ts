import { dateNumber } from "../calendar.ts";
import { type Row, readTable } from "../csv.ts";
import { EVENT_COLUMNS, type EventRow, readEventRow } from "../event-row.ts";
import type { Fault, Report } from "../fault.ts";
import { KINDS } from "../kind.ts";
import { words } from "../words.ts";
import type { DataFile, DataFiles } from "./data-files.ts";
import { hashOf } from "./ids.ts";
import { ListsBuilder } from "./lists.ts";
import { LINE_FEED, SOURCE_COLUMNS } from "./reader.ts";

/** Numbers texts from 0 in the order in which they are first seen. */
class Numbering {
  readonly #numbers = new Map<string, number>();

  numberOf(text: string): number {
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    this.#numbers.set(text, this.#numbers.size);
    return this.#numbers.size - 1;
  }

  get size(): number {
    return this.#numbers.size;
  }

  texts(): readonly string[] {
    return [...this.#numbers.keys()];
  }
}

/** What the index takes from the rows of events, in the order in which the files have them. */
export class CollectedRows {
  readonly dates: number[] = [];
  readonly kinds: number[] = [];
  readonly low: number[] = [];
  readonly offsets: number[] = [];
  readonly idHashes: number[] = [];
  readonly partiesOfRow = new ListsBuilder();
  readonly sourcesOfRow = new ListsBuilder();
  readonly tokensOfRow = new ListsBuilder();
  readonly parties = new Numbering();
  readonly tokens = new Numbering();

  add(event: EventRow, offset: number, sources: readonly number[]): void {
    this.dates.push(dateNumber(event.date));
    this.kinds.push(KINDS.indexOf(event.kind));
    this.low.push(event.confidence === "low" ? 1 : 0);
    this.offsets.push(offset);
    this.idHashes.push(hashOf(event.id));
    for (const code of event.parties) this.partiesOfRow.push(this.parties.numberOf(code));
    this.partiesOfRow.endList();
    for (const source of sources) this.sourcesOfRow.push(source);
    this.sourcesOfRow.endList();
    const tokens: number[] = [];
    for (const text of searchedTexts(event)) {
      for (const word of words(text)) {
        const token = this.tokens.numberOf(word);
        if (!tokens.includes(token)) tokens.push(token);
      }
    }
    for (const token of tokens) this.tokensOfRow.push(token);
    this.tokensOfRow.endList();
  }
}

function searchedTexts(event: EventRow): readonly string[] {
  const texts: string[] = [];
  for (const { name, office = "" } of event.people) texts.push(name, office);
  for (const code in event.namesThen) texts.push(event.namesThen[code] ?? "");
  for (const text of [event.name, event.place, event.note]) if (text !== undefined) texts.push(text);
  return texts;
}

/** The sources in the order of their tables. */
export interface SourceTable {
  readonly offsets: readonly number[];
  readonly numbers: ReadonlyMap<string, number>;
}

/** Reads the ids of all sources and where their rows begin; rows that cannot be read are left out and reported. */
export function collectSources(data: DataFiles, faults: Fault[]): SourceTable {
  const offsets: number[] = [];
  const numbers = new Map<string, number>();
  for (const file of data.sources) {
    for (const [{ cells }, offset] of rowsWithOffsets(data, file, SOURCE_COLUMNS, faults)) {
      numbers.set(cells[0] ?? "", offsets.length);
      offsets.push(offset);
    }
  }
  return { offsets, numbers };
}

/** Reads all rows of events; rows that cannot be read are left out and reported. */
export function collectRows(data: DataFiles, table: SourceTable, faults: Fault[]): CollectedRows {
  const collected = new CollectedRows();
  for (const file of data.events) {
    for (const [row, offset] of rowsWithOffsets(data, file, EVENT_COLUMNS, faults)) {
      const report = (rule: string, cure: string): void => {
        faults.push({ file: file.path, line: row.line, rule, cure });
      };
      const event = readEventRow(row.cells, report);
      if (event) addRow(collected, event, offset, table, report);
    }
  }
  return collected;
}

function addRow(collected: CollectedRows, row: EventRow, offset: number, table: SourceTable, report: Report): void {
  const numbers: number[] = [];
  for (const id of row.sources) {
    const number = table.numbers.get(id);
    if (number === undefined) report(`unknown source "${id}"`, "add it to data/sources, or use an id from there");
    else numbers.push(number);
  }
  if (numbers.length === row.sources.length) collected.add(row, offset, numbers);
}

/** The rows of a table, each with the place of its first byte among all bytes. */
function* rowsWithOffsets(
  { bytes }: DataFiles,
  { path, start, end }: DataFile,
  columns: readonly string[],
  faults: Fault[],
): Generator<readonly [Row, number]> {
  let [line, offset] = [1, start];
  for (const row of readTable(path, bytes.toString("utf8", start, end), columns, faults)) {
    for (; line < row.line; line++) offset = bytes.indexOf(LINE_FEED, offset) + 1;
    yield [row, offset];
  }
}
