import { compareDates } from "./calendar.ts";
import type { Event } from "./event.ts";
import type { PartyCode } from "./party.ts";
import type { Pair } from "./ties.ts";
import { type Over, type War, warsIn } from "./ties-wars.ts";

/** The wars of two parties, and of one whose end is not on record what shows that it was over: the end of a party, or a beginning of their relations. */
export function warsOf(
  events: readonly Event[],
  begun: readonly Event[],
  pair: readonly PartyCode[],
  past: Pick<Pair, "pastOf">,
): readonly War[] {
  return warsIn(events).map((war) => {
    if (war.ended !== undefined) return war;
    const since = begun.find(({ date }) => compareDates(date, war.began.date) > 0);
    const shown: readonly Over[] = [
      ...lapsesOf(war, pair, past),
      ...(since === undefined ? [] : [{ how: "relations", by: since.date } as const]),
    ];
    const [over] = shown.toSorted((one, other) => compareDates(one.by, other.by));
    return over === undefined ? war : { ...war, over };
  });
}

/** The ends of those of its parties that nobody carries on, or whom the question names. */
function lapsesOf({ began }: War, pair: readonly PartyCode[], { pastOf }: Pick<Pair, "pastOf">): readonly Over[] {
  return began.parties.flatMap((party) => {
    const { until, isCarriedOn } = pastOf(party);
    const isOver = until !== undefined && (pair.includes(party) || !isCarriedOn);
    return isOver && compareDates(until, began.date) > 0 ? [{ how: "lapsed", by: until, party }] : [];
  });
}
