import { dateNumber } from "../calendar.ts";
import { type Row, readTable } from "../csv.ts";
import type { Event, Source } from "../event.ts";
import { EVENT_COLUMNS, type EventRow, readEventRow } from "../event-row.ts";
import type { Fault, Report } from "../fault.ts";
import { KINDS } from "../kind.ts";
import { words } from "../words.ts";
import type { DataFile, DataFiles } from "./data-files.ts";
import { hashOf } from "./ids.ts";
import { ListsBuilder } from "./lists.ts";
import { LINE_FEED, SOURCE_COLUMNS } from "./reader.ts";

/** Numbers texts from 0 in the order in which they are first seen. */
export class Numbering {
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
  readonly events: Event[] = [];
  readonly parties = new Numbering();
  readonly tokens = new Numbering();
  readonly #tokensOfText = new Map<string, readonly number[]>();

  add(event: Event, offset: number, sources: readonly number[]): void {
    this.events.push(event);
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
    for (const text of searchedTexts(event))
      for (const token of this.#tokensOf(text)) if (!tokens.includes(token)) tokens.push(token);
    for (const token of tokens) this.tokensOfRow.push(token);
    this.tokensOfRow.endList();
  }

  /** Places, offices and many names recur. */
  #tokensOf(text: string): readonly number[] {
    const known = this.#tokensOfText.get(text);
    if (known) return known;
    const tokens = words(text).map((word) => this.tokens.numberOf(word));
    this.#tokensOfText.set(text, tokens);
    return tokens;
  }
}

function searchedTexts(event: Event): readonly string[] {
  const texts: string[] = [];
  for (const { name, office = "" } of event.people) texts.push(name, office);
  for (const code in event.namesThen) texts.push(event.namesThen[code] ?? "");
  for (const text of [event.name, event.place, event.note]) if (text !== undefined) texts.push(text);
  return texts;
}

/** The sources in the order of their tables. */
export interface SourceTable {
  readonly sources: readonly Source[];
  readonly offsets: readonly number[];
  readonly numbers: ReadonlyMap<string, number>;
}

export function collectSources(data: DataFiles, faults: Fault[]): SourceTable {
  const sources: Source[] = [];
  const offsets: number[] = [];
  for (const file of data.sources) {
    for (const [{ cells }, offset] of rowsWithOffsets(data, file, SOURCE_COLUMNS, faults)) {
      const [id = "", name = "", url = ""] = cells;
      sources.push({ id, name, url });
      offsets.push(offset);
    }
  }
  return { sources, offsets, numbers: new Map(sources.map(({ id }, number) => [id, number])) };
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
  const sources: Source[] = [];
  for (const id of row.sources) {
    const number = table.numbers.get(id) ?? -1;
    const source = table.sources[number];
    if (source) {
      numbers.push(number);
      sources.push(source);
    } else report(`unknown source "${id}"`, "add it to data/sources, or use an id from there");
  }
  const [first, ...others] = sources;
  if (first && sources.length === row.sources.length)
    collected.add({ ...row, sources: [first, ...others] }, offset, numbers);
}

/** The rows of a table, each with the place of its first byte among all bytes. */
export function* rowsWithOffsets(
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
