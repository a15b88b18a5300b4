import type { Draft } from "./draft.ts";
import type { Fact } from "./fact.ts";
import type { Tally } from "./tally.ts";

const CUT = /(?:…|\.\.\.)$/;

/** Counts how the words of a fact were changed on the way to an event. */
export function countChanges(fact: Fact, right: Fact, draft: Draft, tally: Tally): void {
  if (right !== fact) tally.count(fact.file, "changed: put right, read one by one");
  if (draft.kind !== fact.kind) tally.count(fact.file, `changed: kind ${fact.kind} to ${draft.kind}`);
  if (fact.name !== undefined && draft.name === undefined)
    tally.count(fact.file, "changed: the name left out, it says no more than kind, party or rank");
  else if (CUT.test(fact.name ?? ""))
    tally.count(fact.file, "changed: the name cut by the list, ended after a whole phrase");
  else if (fact.name !== draft.name) tally.count(fact.file, "changed: the name cleaned, or taken from the note");
  if (fact.note !== undefined && draft.note === undefined) tally.count(fact.file, "changed: the note left out");
}
