import { combine, type Draft } from "./draft.ts";
import { isOfIndex } from "./index-twins.ts";
import { partySet } from "./pairs.ts";
import type { Tally } from "./tally.ts";
import { isSameInstrument, likeness } from "./treaties-match.ts";

const LIKENESS = 0.6;

/**
 * One event where the World Treaty Index has as a signature what another list has, on that very day and in the same
 * words, as the entry into force: the Index often knows but one of the two days.
 */
export function matchEntryIntoForce(drafts: readonly Draft[], tally: Tally): readonly Draft[] {
  return [...Map.groupBy(drafts, ({ date, parties }) => `${date} ${partySet(parties)}`).values()].flatMap((group) => {
    const kept = group.filter((draft) => !isOfIndex(draft) || draft.kind !== "treaty-signed");
    for (const signed of group.filter((draft) => !kept.includes(draft))) {
      const at = kept.findIndex((other) => isSameTreaty(signed, other));
      const inForce = kept[at];
      if (inForce === undefined) kept.push(signed);
      else {
        tally.merged(inForce, signed, "the entry into force, filed as a signature");
        kept[at] = combine(inForce, signed);
      }
    }
    return kept;
  });
}

function isSameTreaty(signed: Draft, other: Draft): boolean {
  if (other.kind !== "treaty-in-force" || isOfIndex(other)) return false;
  return likeness(signed, other) >= LIKENESS && isSameInstrument(signed, other);
}
