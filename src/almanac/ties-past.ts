import type { PartialDate } from "./date.ts";
import type { Register } from "./parties/register.ts";
import type { Annexation, PartyCode } from "./party.ts";

/**
 * What became of a party: since when a present one is independent; when a former one ended, or its government moved elsewhere, and
 * whether a present one carries on what it began.
 */
export interface Past {
  readonly since?: PartialDate;
  readonly until?: PartialDate;
  readonly movedTo?: PartyCode;
  readonly annexed?: readonly Annexation[];
  readonly isCarriedOn: boolean;
}

/** A new government of the same state is there within a year; a state that comes back after decades carries nothing on. */
const LONGEST_GAP = 1;

/** What became of the parties of a pair and of the former ones, as the register has it. */
export function pastFor(
  pair: readonly PartyCode[],
  register: Pick<Register, "party" | "successorsOf" | "annexationsOf">,
): (former: PartyCode) => Past {
  return (former) => {
    const until = register.party(former)?.until;
    if (pair.includes(former)) {
      const since = register.party(former)?.independence;
      const annexed = register.annexationsOf(former);
      return { ...(since && { since }), ...(until && { until }), annexed, isCarriedOn: true };
    }
    const movedTo = register.successorsOf(former).find(({ how }) => how === "government")?.successor;
    const isCarriedOn = pair.some((heir) => isContinuedBy(former, heir, register));
    return { ...(until && { until }), ...(movedTo !== undefined && { movedTo }), isCarriedOn };
  };
}

/** Whether a party is the same state as a former one, at any remove, or has its government; not where it was a part of it, or took it in. */
function isContinuedBy(
  former: PartyCode,
  heir: PartyCode,
  register: Pick<Register, "party" | "successorsOf">,
): boolean {
  const until = register.party(former)?.until?.year;
  return register.successorsOf(former).some(({ successor, how }) => {
    const from = register.party(successor)?.from?.year;
    const isAtOnce = from === undefined || until === undefined || from - until <= LONGEST_GAP;
    const isSame = how === "continuation" || how === "government";
    return isSame && isAtOnce && (successor === heir || isContinuedBy(successor, heir, register));
  });
}
