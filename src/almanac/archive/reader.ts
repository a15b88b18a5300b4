import { parseLine } from "../csv.ts";
import type { Event, Source } from "../event.ts";
import { readEventRow } from "../event-row.ts";
import type { Publishers } from "../publishers.ts";
import { remembering } from "../remembering.ts";
import type { Index } from "./shape.ts";

/** As a number: looking for a text would be ten times slower. */
export const LINE_FEED = 10;

/** The columns of data/sources, in order. */
export const SOURCE_COLUMNS = ["id", "name", "url"];

/** Reads the event of a row of the index out of the bytes of data/. */
export function eventReader(
  index: Pick<Index, "offsets" | "sourcesOfRow" | "sourceOffsets">,
  bytes: Buffer,
  publishers: Publishers,
): (row: number) => Event {
  const cellsAt = (offset: number): readonly string[] =>
    parseLine(bytes.toString("utf8", offset, bytes.indexOf(LINE_FEED, offset)));
  // many events are of one source, which is read once
  const source = remembering((number: number): Source => {
    const [id = "", name = "", url = ""] = cellsAt(index.sourceOffsets[number] ?? 0);
    const { name: publisher, grade } = publishers(url);
    return { id, name, url, publisher, ...(grade === undefined ? {} : { grade }) };
  });
  return (row) => {
    const event = readEventRow(cellsAt(index.offsets[row] ?? 0), unreadable);
    if (!event) throw new Error(`Row ${row} of the index is no event.`);
    const { starts, values } = index.sourcesOfRow;
    const first = starts[row] ?? 0;
    const sources: [Source, ...Source[]] = [source(values[first] ?? 0)];
    for (let at = first + 1; at < (starts[row + 1] ?? 0); at++) sources.push(source(values[at] ?? 0));
    return Object.assign(event, { sources });
  };
}

function unreadable(rule: string): never {
  throw new Error(`The index does not fit data/: ${rule}.`);
}
