import { byTrust, combine, type Draft } from "./draft.ts";
import { daysBetween, partySet } from "./pairs.ts";
import type { Tally } from "./tally.ts";
import { fromSameList, isSameInstrument, likeness, resemblance, wordsOf } from "./treaties-match.ts";

const DAYS = 40;
const LIKENESS = 0.6;
const RESEMBLANCE = 0.5;

/**
 * One event of two lists' treaties some weeks apart, where each is the only one of which the other may be the same: notes are
 * exchanged over weeks, and lists differ in which of them they date an agreement by. Of 119 such pairs that were read one by
 * one, two were perhaps not one. An organisation adopts a treaty on one day and opens it for signature on another: two events.
 */
export function matchWeeksApart(drafts: readonly Draft[], tally: Tally): readonly Draft[] {
  return [...Map.groupBy(drafts, ({ kind, parties }) => `${kind} ${partySet(parties)}`).values()].flatMap((group) => {
    const alike = new Map(group.map((draft) => [draft, group.filter((other) => areAlike(draft, other))]));
    return group.flatMap((draft) => {
      const [other, ...others] = alike.get(draft) ?? [];
      if (other === undefined || others.length > 0 || alike.get(other)?.length !== 1) return [draft];
      return byTrust(draft, other) > 0 ? [] : [asOne(draft, other, tally)];
    });
  });
}

function asOne(leader: Draft, follower: Draft, tally: Tally): Draft {
  tally.merged(leader, follower, "the same treaty, its notes exchanged over weeks");
  const merged = combine(leader, follower);
  return { ...merged, doubles: [...(merged.doubles ?? []), follower] };
}

function areAlike(a: Draft, b: Draft): boolean {
  if (a.parties.length < 2) return false;
  if (a === b || daysBetween(a.date, b.date) > DAYS || fromSameList(a, b) || !isSameInstrument(a, b)) return false;
  const [left, right] = [wordsOf(a), wordsOf(b)];
  const shared = [...left].filter((word) => right.has(word)).length;
  return likeness(a, b) >= LIKENESS && (shared > 1 || resemblance(a, b) >= RESEMBLANCE);
}
