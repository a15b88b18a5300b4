import { parsePartialDate } from "../../src/almanac/date.ts";
import { eventIdOf } from "../../src/almanac/event-id.ts";
import { byTrust, type Draft } from "./draft.ts";

/** A draft with its id, and the ids that lead to it. */
export interface Named {
  readonly id: string;
  readonly former: readonly string[];
  readonly draft: Draft;
}

/**
 * Gives every draft its id; where two would have the same, the more trusted keeps it and the next gets -2, -3 ... What was
 * found to be the double of another keeps its number, so that nobody else gets the id that it had.
 */
export function giveIds(drafts: readonly Draft[]): readonly Named[] {
  const taken = new Map<string, number>();
  const ids = new Map<Draft, string>();
  for (const draft of drafts.flatMap((each) => [each, ...(each.doubles ?? [])]).toSorted(byTrust)) {
    const stem = idOf(draft);
    const times = (taken.get(stem) ?? 0) + 1;
    taken.set(stem, times);
    ids.set(draft, times === 1 ? stem : `${stem}-${times}`);
  }
  const idIn = (draft: Draft) => ids.get(draft) ?? "";
  return drafts.map((draft) => ({ id: idIn(draft), former: (draft.doubles ?? []).map(idIn), draft }));
}

function idOf({ parties, name, kind, date: text }: Draft): string {
  const [first, ...others] = parties;
  const date = parsePartialDate(text);
  if (first === undefined || date === undefined) throw new Error(`an event of ${text} without a party or a date`);
  return eventIdOf({ parties: [first, ...others], date, kind, ...(name === undefined ? {} : { name }) });
}
