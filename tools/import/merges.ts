import { slug } from "../../src/almanac/event-id.ts";
import type { CodeOf } from "./compare.ts";
import { covers } from "./draft.ts";
import type { Fact } from "./fact.ts";
import { daysBetween } from "./pairs.ts";

/** What two lists may call one act: the words of the same step are no doubt. */
const ACTS: readonly (readonly string[])[] = [
  ["treaty-signed", "alliance-formed", "peace-treaty", "armistice", "joint-statement", "treaty-in-force"],
  ["treaty-ratified", "alliance-formed", "treaty-signed"],
  ["treaty-ended", "alliance-ended"],
  ["relations-established", "relations-restored", "relations-upgraded"],
  ["independence", "state-founded", "unification", "national-day"],
  ["war-declared", "war-began", "war-entered"],
  ["visit", "first-visit", "summit"],
];
const NEARBY_DAYS = 2;
/** Lists that give two dates of one establishment within so many years disagree (data/README.md). */
const DISAGREEMENT_YEARS = 4;
/** Words by which every treaty is called, and the parties'. */
const EMPTY = new Set(
  "the of and for on in to with between agreement agreements treaty convention protocol exchange notes note letters government governments united kingdom states america republic great britain northern ireland concerning regarding respecting relating their certain".split(
    " ",
  ),
);

/**
 * Why the lines of one event may be several: of other parties, another act, days far apart that nobody calls the same,
 * or names that have no word of meaning in common. It knows nothing of the rules by which the import merges.
 */
export function doubts(facts: readonly Fact[], codeOf: CodeOf): readonly string[] {
  const [lead, ...others] = facts;
  if (lead === undefined) return [];
  return others.flatMap((other) => [
    ...(shareParties(lead, other, codeOf) ? [] : [`parties ${lead.parties.join(" ")} / ${other.parties.join(" ")}`]),
    ...(isSameAct(lead, other) ? [] : [`acts ${lead.kind} / ${other.kind}`]),
    ...(isNear(lead, other) ? [] : [`dates ${lead.date} / ${other.date}`]),
    ...(areAlike(lead, other) ? [] : [`names ${lead.name ?? ""} / ${other.name ?? ""}`]),
  ]);
}

function shareParties(one: Fact, other: Fact, codeOf: CodeOf): boolean {
  const [a = [], b = []] = [one, other].map(({ parties, date }) => parties.map((party) => codeOf(party, date).code));
  return a.every((code) => b.includes(code)) || b.every((code) => a.includes(code));
}

function isSameAct(one: Fact, other: Fact): boolean {
  return one.kind === other.kind || ACTS.some((act) => act.includes(one.kind) && act.includes(other.kind));
}

function isNear(one: Fact, other: Fact): boolean {
  if (covers(one.date, other.date) || covers(other.date, one.date)) return true;
  const years = Math.abs(Number(one.date.slice(0, 4)) - Number(other.date.slice(0, 4)));
  if (/^(?:relations-|recognition)/.test(one.kind) && years <= DISAGREEMENT_YEARS) return true;
  return daysBetween(one.date, other.date) <= NEARBY_DAYS;
}

function areAlike(one: Fact, other: Fact): boolean {
  const [a, b] = [wordsOf(one), wordsOf(other)];
  return a.size === 0 || b.size === 0 || [...a].some((word) => b.has(word));
}

function wordsOf({ name, kind }: Fact): ReadonlySet<string> {
  if (!/treaty|alliance|peace|armistice/.test(kind)) return new Set();
  const words = slug(name ?? "").split("-");
  return new Set(words.filter((word) => word.length > 2 && !EMPTY.has(word)).map((word) => word.slice(0, 5)));
}
