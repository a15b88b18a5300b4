import type { Draft } from "./draft.ts";
import { partySet } from "./pairs.ts";
import type { Tally } from "./tally.ts";
import { isFirstFighting } from "./war-starts.ts";

const BEGINNINGS = new Set<Draft["kind"]>(["war-began", "war-declared", "war-entered"]);

/**
 * Tells the first fighting of a state that joined a war which others had been waging as its entry into that war, not as
 * the war's beginning: the Correlates of War project has one row a participant. The one that enters comes first; two that
 * were in the war already, or a date that another list has too, stay a beginning.
 */
export function tellEntries(drafts: readonly Draft[], tally: Tally): readonly Draft[] {
  const wars = Map.groupBy(
    drafts.filter(({ kind, name }) => BEGINNINGS.has(kind) && name !== undefined),
    ({ name }) => name,
  );
  return drafts.map((draft) => {
    if (draft.kind !== "war-began" || !draft.facts.every((fact) => isFirstFighting({ facts: [fact] }))) return draft;
    const before = (wars.get(draft.name) ?? []).filter(({ date }) => date < draft.date);
    const fighting = new Set(before.flatMap(({ parties }) => parties));
    const [entrant, ...others] = draft.parties.filter((party) => !fighting.has(party));
    if (
      entrant === undefined ||
      others.length > 0 ||
      before.some(({ parties }) => partySet(parties) === partySet(draft.parties))
    )
      return draft;
    tally.count(draft.facts[0].file, "changed: one participant's entry into a war that others had begun");
    return { ...draft, kind: "war-entered", parties: [entrant, ...draft.parties.filter((party) => party !== entrant)] };
  });
}
