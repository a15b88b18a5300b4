import { slug } from "../../src/almanac/event-id.ts";
import { combine, type Draft } from "./draft.ts";
import { daysBetween } from "./pairs.ts";
import type { Tally } from "./tally.ts";

const ACCOMPANYING = "accompanying the President";

/**
 * One event of a visit that two lists have, and of a President and the Secretary of State who came along. Two visits
 * of one person in one list are two visits.
 */
export function matchVisits(drafts: readonly Draft[], tally: Tally): readonly Draft[] {
  return [...Map.groupBy(drafts, ({ parties }) => parties.join(" ")).values()].flatMap((group) => {
    const kept: Draft[] = [];
    for (const draft of group) {
      const at = kept.findIndex((other) => isSameVisit(other, draft));
      const there = kept[at];
      const host =
        there === undefined && draft.note === ACCOMPANYING ? kept.findIndex((other) => isPresidents(other, draft)) : -1;
      const president = kept[host];
      if (there !== undefined) {
        tally.merged(there, draft, "same visit");
        kept[at] = combine(there, draft);
      } else if (president !== undefined) {
        tally.merged(president, draft, "came with the President, one visit");
        kept[host] = { ...combine(president, draft), people: [...president.people, ...draft.people] };
      } else kept.push(draft);
    }
    return kept;
  });
}

function isSameVisit(a: Draft, b: Draft): boolean {
  const [left, right] = [surnames(a), surnames(b)];
  const isSamePerson = left === "" || right === "" || left === right;
  if (a.facts[0].file === b.facts[0].file) return a.date === b.date && isSamePerson && left === right;
  return isSamePerson && daysBetween(a.date, b.date) <= 2;
}

function isPresidents(other: Draft, draft: Draft): boolean {
  return other.date === draft.date && other.people.length === 1 && other.people[0]?.office === "President";
}

function surnames({ people }: Draft): string {
  return people.map(({ name }) => slug(name).split("-").at(-1) ?? "").join(" ");
}
