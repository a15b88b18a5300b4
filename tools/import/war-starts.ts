import type { Draft } from "./draft.ts";
import { daysBetween, partySet } from "./pairs.ts";
import type { Tally } from "./tally.ts";

/** Within so many days after a declaration the first fighting is the same war: the declaration is what people mark. */
const DAYS = 31;

/** Leaves out the first fighting, as the Correlates of War project dates it, of a war that was declared shortly before. */
export function mergeWarStarts(drafts: readonly Draft[], tally: Tally): readonly Draft[] {
  const declared = Map.groupBy(
    drafts.filter(({ kind }) => kind === "war-declared"),
    ({ parties }) => partySet(parties),
  );
  return drafts.filter((draft) => {
    if (draft.kind !== "war-began" || !isFirstFighting(draft)) return true;
    const war = (declared.get(partySet(draft.parties)) ?? []).find(
      ({ date }) => date <= draft.date && daysBetween(date, draft.date) <= DAYS,
    );
    if (war !== undefined) tally.merged(war, draft, "first fighting of a war declared shortly before");
    return war === undefined;
  });
}

/** Whether the date is that of the entry into combat, which may be weeks from the one that is remembered. */
export function isFirstFighting({ facts: [{ source }] }: Pick<Draft, "facts">): boolean {
  return source.url.includes("CorrelatesOfWar");
}
