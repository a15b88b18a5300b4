import { daysBetween } from "../calendar.ts";
import { formatDate, type LocalDate, parseLocalDate } from "../date.ts";
import { compareCodes } from "../event-id.ts";
import type { Fault } from "../fault.ts";
import { isKind, type Kind } from "../kind.ts";
import { ONCE } from "../once.ts";
import type { CheckedEvent } from "./events.ts";
import { placeOf, reportAt } from "./table.ts";

/**
 * Two parties do not do the same twice unless something undid it between. Same days are twins (checkTwins). What rows at fault say
 * by their cells or by their ids undid it too: their fault is told where it is.
 */
export function checkRepeats(
  events: readonly CheckedEvent[],
  faulty: readonly (readonly string[])[],
  faults: Fault[],
): void {
  const ofPairs = Map.groupBy(
    events.filter(({ event }) => event.parties.length === 2),
    ({ event }) => event.parties.toSorted(compareCodes).join(" "),
  );
  for (const [pair, ofPair] of ofPairs) {
    const dated = ofPair.flatMap(({ row, event }) =>
      event.date.precision === "day" ? [{ row, kind: event.kind, date: event.date }] : [],
    );
    dated.sort((one, other) => daysBetween(other.date, one.date));
    for (const [index, later] of dated.entries()) {
      const once = ONCE[later.kind];
      const at = dated.findLastIndex(({ kind }, place) => place < index && kind === later.kind);
      const earlier = dated[at];
      if (once === undefined || earlier === undefined || !isNear(earlier.date, later.date, once.days)) continue;
      const undoes = ({ kind, date }: { readonly kind: Kind; readonly date: LocalDate }): boolean =>
        once.undoneBy.includes(kind) && daysBetween(earlier.date, date) >= 0 && daysBetween(date, later.date) >= 0;
      if (dated.some(undoes) || faulty.some((cells) => deedsOf(cells, pair).some(undoes))) continue;
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

/** What a row at fault may tell of a pair: what its cells say, and what its id does. */
function deedsOf(
  [id = "", ...cells]: readonly string[],
  pair: string,
): readonly { readonly kind: Kind; readonly date: LocalDate }[] {
  const [day = "", , kind = "", parties = ""] = cells;
  const isOfPair = (codes: readonly string[]): boolean => codes.toSorted(compareCodes).join(" ") === pair;
  const [one = "", other = ""] = pair.toLowerCase().split(" ");
  const rest = [`${one}-${other}-`, `${other}-${one}-`].find((start) => id.startsWith(start));
  const [, dayOfId = "", kindOfId = ""] = /^(\d{4}-\d\d-\d\d)-(.*?)(?:-\d+)?$/.exec(id.slice(rest?.length)) ?? [];
  const told = [
    ...(isOfPair(parties.split(" ")) ? [[day, kind] as const] : []),
    ...(rest === undefined ? [] : [[dayOfId, kindOfId] as const]),
  ];
  return told.flatMap(([text, named]) => {
    const date = parseLocalDate(text);
    return date && isKind(named) ? [{ kind: named, date }] : [];
  });
}
