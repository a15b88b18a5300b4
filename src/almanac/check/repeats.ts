import { daysBetween } from "../calendar.ts";
import { formatDate, type LocalDate } from "../date.ts";
import { compareCodes } from "../event-id.ts";
import type { Fault } from "../fault.ts";
import { ONCE } from "../once.ts";
import type { CheckedEvent } from "./events.ts";
import { placeOf, reportAt } from "./table.ts";

/** Two parties do not do the same twice unless something undid it between. Same days are twins (checkTwins). */
export function checkRepeats(events: readonly CheckedEvent[], faults: Fault[]): void {
  const ofPairs = Map.groupBy(
    events.filter(({ event }) => event.parties.length === 2),
    ({ event }) => event.parties.toSorted(compareCodes).join(" "),
  );
  for (const ofPair of ofPairs.values()) {
    const dated = ofPair.flatMap(({ row, event }) =>
      event.date.precision === "day" ? [{ row, kind: event.kind, date: event.date }] : [],
    );
    dated.sort((one, other) => daysBetween(other.date, one.date));
    for (const [index, later] of dated.entries()) {
      const once = ONCE[later.kind];
      const at = dated.findLastIndex(({ kind }, place) => place < index && kind === later.kind);
      const earlier = dated[at];
      if (once === undefined || earlier === undefined || !isNear(earlier.date, later.date, once.days)) continue;
      const isUndone = dated.some(
        ({ kind, date }) =>
          once.undoneBy.includes(kind) && daysBetween(earlier.date, date) >= 0 && daysBetween(date, later.date) >= 0,
      );
      if (isUndone) continue;
      reportAt(later.row, faults)(
        `${later.kind} stands in ${placeOf(earlier.row)} for ${formatDate(earlier.date)} already`,
        "keep the row with the better source and note the other date in other_dates, or add what undid it between",
      );
    }
  }
}

function isNear(earlier: LocalDate, later: LocalDate, days: number): boolean {
  const between = daysBetween(earlier, later);
  return between > 0 && between <= days;
}
