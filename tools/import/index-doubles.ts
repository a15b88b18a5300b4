import { slug } from "../../src/almanac/event-id.ts";
import { combine, type Draft } from "./draft.ts";
import { isOfIndex } from "./index-twins.ts";
import { partySet } from "./pairs.ts";
import type { Tally } from "./tally.ts";

/** Words that say nothing of what was agreed. */
const EMPTY = new Set(
  "a an and at between by concerning for from in its of on or regarding relating respecting the their to with under through agreement agreements exchange exchanges notes note letters treaty convention arrangement instrument memorandum accord project government governments concluded signed certain basic general relation relations matters provision provisions regard connection use field avoidance".split(
    " ",
  ),
);
const ALIKE: Readonly<Record<string, string>> = { goods: "merchandise", commerce: "trade", commercial: "trade" };

/** What one series adds to the words of another for the same paper. */
const ADDED = new Set("aid sale program international services american national".split(" ").map(stem));

/** Words that make another paper of one that has them not. */
const OTHER_PAPER = [
  /protocol/i,
  /additional|supplement/i,
  /amend|revis|modif|exten[ds]|prolong|renew|terminat|replac|implement|interpret|rectif/i,
  /accession/i,
];

/**
 * One event where the World Treaty Index, gathered from several series, has one treaty of a pair twice in nearly the same
 * words: the same figures, and all words of one in the other, with little more. Where a day has three that are alike, as
 * many treaties were signed. Of a hundred read two or three were perhaps not one.
 */
export function mergeIndexDoubles(drafts: readonly Draft[], tally: Tally): readonly Draft[] {
  const days = Map.groupBy(
    drafts.filter(isOfIndex),
    ({ kind, date, parties }) => `${kind} ${date} ${partySet(parties)}`,
  );
  const doubles = new Map([...days.values()].flatMap(doublesAmong));
  const absorbed = new Set(doubles.values());
  return drafts.flatMap((draft) => {
    if (absorbed.has(draft)) return [];
    const other = doubles.get(draft);
    if (other === undefined) return [draft];
    tally.merged(draft, other, "the same treaty twice in the Index, in nearly the same words");
    return [{ ...combine(draft, other), doubles: [other] }];
  });
}

/** Those of one day and pair that are one with another and with no third: the first and the later. */
function doublesAmong(group: readonly Draft[]): readonly (readonly [Draft, Draft])[] {
  const pairs = group.flatMap((one, index) =>
    group.slice(index + 1).flatMap((other) => (areAlike(one, other) ? [[one, other] as const] : [])),
  );
  const times = (draft: Draft) => pairs.filter((pair) => pair.includes(draft)).length;
  return pairs.filter(([one, other]) => times(one) === 1 && times(other) === 1 && areOne(one, other));
}

/** Whether all words of one are in the other, and both are one sort of paper with the same figures. */
function areAlike(one: Draft, other: Draft): boolean {
  const [a, b] = [wordsOf(one), wordsOf(other)];
  const isWithin = [...a].every((word) => b.has(word)) || [...b].every((word) => a.has(word));
  return (
    isWithin &&
    Math.min(a.size, b.size) >= 2 &&
    figuresOf(one) === figuresOf(other) &&
    OTHER_PAPER.every((word) => word.test(one.name ?? "") === word.test(other.name ?? ""))
  );
}

function areOne(one: Draft, other: Draft): boolean {
  const [a, b] = [wordsOf(one), wordsOf(other)];
  const more = [...new Set([...a, ...b])].filter((word) => !a.has(word) || !b.has(word));
  if (more.every((word) => ADDED.has(word))) return true;
  return Math.min(a.size, b.size) >= 3 && more.length * 3 <= Math.min(a.size, b.size);
}

function wordsOf({ name }: Draft): ReadonlySet<string> {
  const words = slug(name ?? "").split("-");
  return new Set(words.filter((word) => word.length > 2 && !/\d/.test(word) && !EMPTY.has(word)).map(stem));
}

function stem(word: string): string {
  return (ALIKE[word] ?? word).slice(0, 6);
}

/** Figures, what has figures in it, and Roman ones: of loans, projects and aircraft. */
function figuresOf({ name }: Draft): string {
  const words = slug(name ?? "").split("-");
  return words
    .filter((word) => /\d/.test(word) || /^(?:i{1,3}|iv|vi{0,3})$/.test(word))
    .sort()
    .join(" ");
}
