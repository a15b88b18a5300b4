import { combine, covers, type Draft } from "./draft.ts";
import { byPartySet, daysBetween } from "./pairs.ts";
import type { Tally } from "./tally.ts";
import { trust } from "./trust.ts";

/** Lists date one act of two states by its announcement, its signature or the day on which it took effect. */
const DAYS = 31;
const STAGES = new Set(["relations-established", "relations-restored"]);
const BREAKS = new Set(["relations-severed", "relations-suspended"]);

/**
 * One event where one list says that relations were established and another, of nearly the same day or of the same month or
 * year and no more, that they were restored: two states do not do both within a month, unless they broke off between. The US Historian's word stands for the United States; else who
 * says "restored" knows of the earlier relations.
 */
export function mergeRestorations(drafts: readonly Draft[], tally: Tally): readonly Draft[] {
  const pairs = byPartySet(drafts.filter(({ kind }) => STAGES.has(kind)));
  const breaks = byPartySet(drafts.filter(({ kind }) => BREAKS.has(kind)));
  const merged = [...pairs].flatMap(([parties, pair]) => mergePair(pair, breaks.get(parties) ?? [], tally));
  return [...merged, ...drafts.filter(({ kind }) => !STAGES.has(kind))];
}

function mergePair(pair: readonly Draft[], breaks: readonly Draft[], tally: Tally): readonly Draft[] {
  const kept: Draft[] = [];
  for (const draft of pair) {
    const at = kept.findIndex((other) => isSameAct(other, draft, breaks));
    const there = kept[at];
    if (there === undefined) {
      kept.push(draft);
      continue;
    }
    const [leader = there, other = draft] = [there, draft].toSorted((a, b) => weight(b) - weight(a));
    tally.merged(leader, other, "established in one list, restored in the other");
    kept[at] = { ...combine(leader, other), kind: isHistorians(leader) ? leader.kind : "relations-restored" };
  }
  return kept;
}

function isSameAct(one: Draft, other: Draft, breaks: readonly Draft[]): boolean {
  const [from, to] = one.date < other.date ? [one.date, other.date] : [other.date, one.date];
  const isOneStretch = !breaks.some(({ date }) => from < date && date < to);
  const isNear = daysBetween(from, to) <= DAYS || covers(from, to);
  return one.kind !== other.kind && isNear && isOneStretch;
}

/** The better line leads; of two as good the one that knows of earlier relations. */
function weight(draft: Draft): number {
  return trust(draft, false) + (draft.kind === "relations-restored" ? 0.5 : 0);
}

function isHistorians({ facts: [{ file }], parties }: Draft): boolean {
  return file === "us-relations" && parties.includes("US");
}
