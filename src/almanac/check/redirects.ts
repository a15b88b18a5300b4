import type { EventId } from "../event.ts";
import type { Fault } from "../fault.ts";
import { didYouMean } from "../nearest.ts";
import { checkOrder, type PlacedRow, placeOf, reportAt } from "./table.ts";

/** A redirect leads from an id that no event has to one that an event has, never to another redirect. */
export function checkRedirects(rows: readonly PlacedRow[], ids: ReadonlySet<EventId>, faults: Fault[]): void {
  const seen = new Map(rows.toReversed().map((row) => [row.cells[0] ?? "", row]));
  for (const row of rows) {
    const report = reportAt(row, faults);
    const [from = "", to = ""] = row.cells;
    const first = seen.get(from);
    const next = seen.get(to);
    if (from === "") report("there is no id to redirect", "write the id that the event once had");
    else if (first !== row && first)
      report(`"${from}" is also redirected in ${placeOf(first)}`, "keep one of the rows");
    else if (ids.has(from))
      report(`"${from}" is the id of an event`, "delete the redirect, or give the event another id");
    else if (next)
      report(`"${to}" is itself redirected, in ${placeOf(next)}`, `redirect to ${next.cells[1] ?? "its end"}`);
    else if (!ids.has(to))
      report(`no event has the id "${to}"`, `redirect to the id of an event${didYouMean(to, ids)}`);
  }
  checkOrder(
    rows.map((row) => ({ row, key: row.cells[0] ?? "" })).filter(({ key }) => key !== ""),
    "order the redirects by their first column",
    faults,
  );
}
