import { CONFIDENCES } from "../../src/almanac/event.ts";
import { familyOf } from "../../src/almanac/kind.ts";
import { byTrust, combine, covers, type Draft } from "./draft.ts";
import { groupOf, OPPOSITES, WINDOWS, whoOf } from "./nearby-rules.ts";
import { daysBetween } from "./pairs.ts";
import type { Tally } from "./tally.ts";
import { isFirstFighting } from "./war-starts.ts";

/** One event of drafts of one kind and the same parties on nearby dates; the first in the order given leads. */
export function mergeNearby(drafts: readonly Draft[], tally: Tally): readonly Draft[] {
  const groups = Map.groupBy(drafts, groupOf);
  const dates = Map.groupBy(drafts, (draft) => `${draft.kind} ${whoOf(draft)}`);
  return [...groups.values()].flatMap((unsorted) => {
    const group = unsorted.toSorted((a, b) => weight(a) - weight(b) || byTrust(a, b));
    const [first = { kind: "summit" as const, parties: [] }] = group;
    const opposites = (OPPOSITES[first.kind] ?? []).flatMap((other) => dates.get(`${other} ${whoOf(first)}`) ?? []);
    return mergeGroup(
      group,
      opposites.map(({ date }) => date),
      tally,
    );
  });
}

/**
 * What leads before the order of the files does: the US Historian for the United States, and what is surely so; the entry
 * into combat comes last.
 */
export function weight(draft: Draft): number {
  const {
    facts: [{ file }],
    parties,
    kind,
    confidence,
  } = draft;
  if (file === "seeds" || file === "great-events") return 0;
  if (file === "us-relations" && parties.includes("US")) return 1;
  const isOutOfField = file === "us-relations" && familyOf(kind) === "statehood";
  return (
    2 + CONFIDENCES.indexOf(confidence) * 2 + (isOutOfField || (kind === "war-began" && isFirstFighting(draft)) ? 1 : 0)
  );
}

function mergeGroup(group: readonly Draft[], opposites: readonly string[], tally: Tally): readonly Draft[] {
  const kept: Draft[] = [];
  for (const draft of group) {
    const at = kept.findIndex((other) => isSameEvent(other, draft, opposites));
    const there = kept[at];
    if (there === undefined) {
      kept.push(draft);
      continue;
    }
    tally.merged(there, draft, why(there, draft));
    kept[at] = widest(there, draft);
  }
  return kept;
}

function why(leader: Draft, other: Draft): string {
  if (leader.date === other.date) return "same fact, same date";
  if (covers(other.date, leader.date)) return "same fact, the date less precise";
  return daysBetween(leader.date, other.date) <= 2
    ? "at most two days apart, the other date noted"
    : "nearby date noted, nothing came between";
}

/** Combined, with the longer list of parties: independence from a named state says more. */
function widest(leader: Draft, other: Draft): Draft {
  const merged = combine(leader, other);
  return other.parties.length > leader.parties.length ? { ...merged, parties: other.parties } : merged;
}

function isSameEvent(a: Draft, b: Draft, opposites: readonly string[]): boolean {
  if (covers(a.date, b.date) || covers(b.date, a.date)) return true;
  const [from, to] = a.date < b.date ? [a.date, b.date] : [b.date, a.date];
  const window = WINDOWS[a.kind] ?? 0;
  const days = daysBetween(from, to);
  const isClose = Number.isFinite(days)
    ? days <= window
    : window >= 366 && Number(to.slice(0, 4)) - Number(from.slice(0, 4)) <= window / 366;
  return isClose && !opposites.some((date) => from < date && date < to);
}
