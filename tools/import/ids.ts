import { parsePartialDate } from "../../src/almanac/date.ts";
import { eventIdOf } from "../../src/almanac/event-id.ts";
import type { Draft } from "./draft.ts";

/** A draft with its id. */
export interface Named {
  readonly id: string;
  readonly draft: Draft;
}

/** Gives every draft its id; where two would have the same, the more trusted keeps it and the next gets -2, -3 ... */
export function giveIds(drafts: readonly Draft[]): readonly Named[] {
  const taken = new Map<string, number>();
  return drafts.map((draft) => {
    const stem = idOf(draft);
    const times = (taken.get(stem) ?? 0) + 1;
    taken.set(stem, times);
    return { id: times === 1 ? stem : `${stem}-${times}`, draft };
  });
}

function idOf({ parties, name, kind, date: text }: Draft): string {
  const [first, ...others] = parties;
  const date = parsePartialDate(text);
  if (first === undefined || date === undefined) throw new Error(`an event of ${text} without a party or a date`);
  return eventIdOf({ parties: [first, ...others], date, kind, ...(name === undefined ? {} : { name }) });
}
