import type { EventId } from "../event.ts";
import type { Fault } from "../fault.ts";
import { asAsked } from "../lookup/question.ts";
import { didYouMean } from "../nearest.ts";
import { checkOrder, type PlacedRow, placeOf, reportAt } from "./table.ts";

/** A usual name stands for events that there are, also by an id that one once had, and for the same ones wherever it is written. */
export function checkUsualNames(rows: readonly PlacedRow[], ids: ReadonlySet<EventId>, faults: Fault[]): void {
  const seen = new Map<string, PlacedRow>();
  for (const row of rows) {
    const report = reportAt(row, faults);
    const [name = "", events = ""] = row.cells;
    const other = seen.get(asAsked(name));
    const unknown = events.split(" ").find((id) => !ids.has(id));
    if (asAsked(name) === "") report(`"${name}" is no name`, "write what people call the event");
    else if (other) report(`"${name}" is also in ${placeOf(other)}`, "keep one of the rows, with the events of both");
    else if (unknown !== undefined)
      report(
        `no event has the id "${unknown}"`,
        `write the ids of events, separated by a space${didYouMean(unknown, ids)}`,
      );
    seen.set(asAsked(name), row);
  }
  checkOrder(
    rows.map((row) => ({ row, key: row.cells[0] ?? "" })).filter(({ key }) => key !== ""),
    "order the names",
    faults,
  );
}
