import { slug } from "../../src/almanac/event-id.ts";
import { combine, covers, type Draft } from "./draft.ts";
import type { Fact } from "./fact.ts";
import { mayBeNamed } from "./pacts.ts";
import { daysBetween, partySet } from "./pairs.ts";
import { readImportTable } from "./tables.ts";
import type { Tally } from "./tally.ts";

const EMPTY_WORDS = new Set(
  "a an and at between by concerning for from in its of on or regarding relating respecting the their to with agreement agreements exchange notes note letters treaty convention protocol arrangement instrument memorandum government governments united kingdom great britain northern ireland republic kingdom states america federal socialist union soviet peoples concluded signed certain amending supplementary additional product products program programs programme programmes armed".split(
    " ",
  ),
);
/** Lists that record the same signatures: a treaty of one may be a treaty of another. */
const SAME_DAY = 0;
const NEARBY_DAYS = 2;

/**
 * One event of a treaty that several lists have. Within one list several treaties of a pair on a day are several;
 * between lists they are matched by their names, and where each list has but one, by the day alone.
 */
export function matchTreaties(drafts: readonly Draft[], tally: Tally): readonly Draft[] {
  return [...Map.groupBy(drafts, (draft) => `${draft.kind} ${partySet(draft.parties)}`).values()].flatMap((group) => {
    const sameDay = matchWithin(group, SAME_DAY, tally);
    return matchWithin(sameDay, NEARBY_DAYS, tally);
  });
}

function matchWithin(group: readonly Draft[], days: number, tally: Tally): readonly Draft[] {
  if (group.length === 1) return group;
  const kept: Draft[] = [];
  for (const draft of group) {
    const candidates = kept.filter((other) => isNear(draft, other, days) && !fromSameList(draft, other));
    const best = candidates.toSorted((a, b) => likeness(draft, b) - likeness(draft, a))[0];
    if (best === undefined || !isSame(draft, best, group, days)) {
      kept.push(draft);
      continue;
    }
    tally.merged(best, draft, days === 0 ? "the same treaty, same date" : "the same treaty, at most two days apart");
    kept[kept.indexOf(best)] = combine(best, draft);
  }
  return kept;
}

const MONTH = "1993-12".length;

/** The same day, few days apart, or a day of the month that is all the other list knows. */
function isNear(a: Draft, b: Draft, days: number): boolean {
  if (a.date === b.date || daysBetween(a.date, b.date) <= days) return true;
  const isMonth = Math.min(a.date.length, b.date.length) === MONTH;
  return days > 0 && isMonth && (covers(a.date, b.date) || covers(b.date, a.date));
}

/** Whether one list tells both: then they are two treaties, unless they have one name. */
export function fromSameList(a: Draft, b: Draft): boolean {
  const lists = new Set(a.facts.map(listOf));
  return b.facts.some((fact) => lists.has(listOf(fact)));
}

/** The two files of the World Treaty Index are one list; the file of famous treaties was gathered from several. */
function listOf({ file, source }: Fact): string {
  return file === "treaties" ? `${file} ${new URL(source.url).hostname}` : file.replace("-minor", "");
}

/** What tells a treaty from another one that names it. */
const INSTRUMENTS = [/protocol/i, /additional|supplement/i, /amend|revis|modif/i, /accession/i];

/** Whether both names are of one sort of paper: a protocol to a treaty is not the treaty. */
export function isSameInstrument(a: Draft, b: Draft): boolean {
  return INSTRUMENTS.every((word) => word.test(a.name ?? "") === word.test(b.name ?? ""));
}

/** Whether the other's list mates leave it to this one: of two treaties of one day, the liker is the one that a second list has. */
function isLikest(draft: Draft, other: Draft, group: readonly Draft[], days: number): boolean {
  const own = likeness(draft, other);
  return !group.some(
    (each) =>
      each !== draft &&
      isNear(each, other, days) &&
      fromSameList(each, draft) &&
      !fromSameList(each, other) &&
      likeness(each, other) > own,
  );
}

function isSame(draft: Draft, other: Draft, group: readonly Draft[], days: number): boolean {
  if (!isLikest(draft, other, group, days)) return false;
  if (likeness(draft, other) > 0 && isSameInstrument(draft, other))
    return days === 0 || isMoreThanCooperation(draft, other);
  if (days > 0) return false;
  if (!mayBeNamed(draft, other) || !mayBeNamed(other, draft)) return false;
  if (saysOther(draft, other)) return false;
  const there = group.filter((each) => each.date === draft.date);
  const lists = Map.groupBy(there, (each) => listOf(each.facts[0]));
  return [...lists.values()].every((list) => list.length === 1);
}

/** "Treaty of Osimo", "Simla Agreement (1972)": names that say nothing of what was agreed. */
const NICKNAME =
  /^(?:\p{Lu}[\p{L}'’-]+ (?:(?:\p{Lu}\p{L}*|\d) )?)?(?:Treaty|Accords?|Pact|Agreement|Convention|Entente|Declaration)(?: of (?:the )?[\p{Lu}\d][\p{L}\d-]+)?(?: \(.*\))?$/u;
/** What was agreed beside a treaty that has a name of its own. */
const BESIDE_IT = /^(?!treaty).*(?:econom|technical|cultur|scien|payment|water|financ)/i;

/** Days on which two lists have one treaty of a pair in words that have nothing in common, read one by one. */
const ONE = new Set(
  readImportTable("one-treaty", ["date", "parties", "reason"]).map(({ cell }) => `${cell("date")} ${cell("parties")}`),
);

/** Whether both say what was agreed, and no word of one is in the other: two papers, even where each list has but one that day. */
function saysOther(one: Draft, other: Draft): boolean {
  if (ONE.has(`${one.date} ${partySet(one.parties)}`)) return false;
  const isTold = [one, other].every((draft) => wordsOf(draft).size > 0);
  return isTold && likeness(one, other) === 0 && !isNickname(one, other) && !isNickname(other, one);
}

/** Whether one is called in a way that no word of the other can repeat, and the other may be what it was about. */
function isNickname({ name: called = "" }: Draft, { name: about = "" }: Draft): boolean {
  return NICKNAME.test(called) && !BESIDE_IT.test(about);
}

/** Agreements of two days are on cooperation in this and that: one, if they are treaties or share another word too. */
function isMoreThanCooperation(a: Draft, b: Draft): boolean {
  const [left, right] = [wordsOf(a), wordsOf(b)];
  const isTreaty = [a, b].every(({ name }) => /^treaty\b/i.test(name ?? ""));
  return isTreaty || [...left].some((word) => right.has(word) && !"cooperation".startsWith(word));
}

/** How many of the words that carry meaning two names share, from 0 to 1 of the shorter name. */
export function likeness(a: Draft, b: Draft): number {
  const [left, right] = [wordsOf(a), wordsOf(b)];
  const shared = [...left].filter((word) => right.has(word)).length;
  return shared / Math.max(1, Math.min(left.size, right.size));
}

/** How many of the words of both names are in both, from 0 to 1. */
export function resemblance(a: Draft, b: Draft): number {
  const [left, right] = [wordsOf(a), wordsOf(b)];
  const shared = [...left].filter((word) => right.has(word)).length;
  return shared / Math.max(1, left.size + right.size - shared);
}

/** One word for what lists call by two. */
const ALIKE: Readonly<Record<string, string>> = { comme: "trade", amity: "frien" };

/** The words of meaning by their first letters, without the names of the two parties, which both names have anyway. */
export function wordsOf({ name, parties }: Draft): ReadonlySet<string> {
  const own = new Set(parties.length === 2 ? parties.flatMap(stemsOfParty) : []);
  const words = slug(name ?? "")
    .split("-")
    .filter((word) => word.length > 2 && !EMPTY_WORDS.has(word))
    .map((word) => word.slice(0, 5));
  return new Set(words.filter((word) => !own.has(word)).map((word) => ALIKE[word] ?? word));
}

const ENGLISH = new Intl.DisplayNames(["en"], { type: "region" });

/** "india" of India, Indian; former states and organisations are rarely named in full. */
function stemsOfParty(code: string): readonly string[] {
  const name = /^[A-Z]{2}$/.test(code) ? (ENGLISH.of(code) ?? "") : "";
  return slug(name)
    .split("-")
    .map((word) => word.slice(0, 5));
}
