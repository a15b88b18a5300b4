import { citeFinder } from "./cites.ts";
import type { Draft } from "./draft.ts";
import { headlines } from "./establish.ts";
import { giveIds, type Named } from "./ids.ts";
import { draftOf } from "./normalise.ts";
import type { Collected } from "./read.ts";
import { mergeSame } from "./same.ts";
import { Tally } from "./tally.ts";

export interface Imported {
  readonly events: readonly Named[];
  readonly tally: Tally;
}

/** Turns collected facts into events: one event a fact, however many files tell it. Pure; the same facts give the same events. */
export function importFacts({ facts, cites }: Collected): Imported {
  const tally = new Tally();
  const cite = citeFinder(cites);
  const drafts: Draft[] = [];
  for (const fact of facts) {
    const draft = draftOf(fact);
    if (typeof draft === "string") tally.count(fact.file, `dropped: ${draft}`);
    else drafts.push(cite(draft));
  }
  return { events: giveIds(mergeSame(headlines(drafts, tally), tally)), tally };
}
