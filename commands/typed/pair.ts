import type { LocalDate } from "../../src/almanac/date.ts";
import { fold } from "../../src/almanac/parties/fold.ts";
import type { Presets } from "../../src/almanac/parties/presets.ts";
import type { PartyCode } from "../../src/almanac/party.ts";
import type { Together } from "../../src/digest/digest.ts";
import { asTogether, distinct } from "../../src/digest/follow.ts";
import type { Language } from "../../src/messages/language.ts";
import { capitalised } from "../../src/messages/sentence.ts";
import type { Refusal } from "../command.ts";
import { quoted, refused } from "../refusal.ts";
import { readCountries } from "./country.ts";
import { type GroupSource, groupOf, organisationItself, presetName } from "./group.ts";

export interface PairSource extends GroupSource {
  readonly presets: Presets;
  readonly today: LocalDate;
}

/**
 * The names in "Belgium with South Korea", "Belgium - South Korea", "Belgium & South Korea", "between Belgium and South Korea", as typed;
 * one where it is no pair. A name that has such a sign in it, Bosnia & Herzegovina, stays whole.
 */
export function namesInPair(item: string, source: GroupSource): readonly string[] {
  if (isName(item, source)) return [item];
  const inner = betweenIn(item, source);
  if (inner !== undefined) return inner;
  // names and what stands between them by turns
  const parts = item.split(separatorOf(source.language));
  const names: string[] = [];
  for (let at = 0; at < parts.length; ) {
    const ends = MOST_PARTS.map((most) => at + most).filter((end) => end <= parts.length);
    const end = ends.find((each) => isName(parts.slice(at, each).join(""), source)) ?? at + 1;
    names.push(parts.slice(at, end).join("").trim());
    at = end + 1;
  }
  return names.length === 1 ? (aroundHyphen(item, source) ?? names) : names;
}

/**
 * The two of "Belgium-Korea". Guinea-Bissau is one name, and Congo-Brazaville comes near one: the whole is two only where both are
 * names, or where it is near nothing and one of the two is known.
 */
function aroundHyphen(item: string, source: GroupSource): readonly [string, string] | undefined {
  const hyphens = [...item.matchAll(/(?<=\S)-(?=\S)/gu)].slice(0, MOST_PLACES).map(({ index }) => index);
  const halves = hyphens.map((at): readonly [string, string] => [item.slice(0, at), item.slice(at + 1)]);
  const both = halves.find((names) => names.every((name) => isName(name, source)));
  if (both !== undefined || nearestTo(item, source).length > 0) return both;
  return halves.find((names) => names.some((name) => isName(name, source)));
}

/** The parties that come near what nobody is called. */
export function nearestTo(name: string, { parties, language }: GroupSource): readonly PartyCode[] {
  const read = parties.resolve(name, language.locale);
  return read.found === undefined ? read.suggestions.map(({ party }) => party.code) : [];
}

/** How many names stand in it at most: what lies between the signs, of which a name can have some of its own. */
export function piecesIn(item: string, { language }: Pick<GroupSource, "language">): number {
  return (item.split(separatorOf(language)).length + 1) / 2;
}

/** Of so many parts, signs counted, a name is tried to be made: St. Vincent & Grenadines, Congo - Kinshasa. */
const MOST_PARTS = [5, 3] as const;

type Pair = { readonly ok: true; readonly together: Together } | { readonly ok: false; readonly refusal: Refusal };

/** So many pairs are as many parties as a calendar follows. */
const MOST_PAIRS = 60;

/** What was typed as a pair, or as pairs: a group stands for each of its members. */
export type Pairs =
  | {
      readonly ok: true;
      readonly together: readonly Together[];
      /** What was read otherwise than somebody may have meant it, in plain text. */
      readonly said: readonly string[];
    }
  | { readonly ok: false; readonly refusal: Refusal };

/** A pair, or more, as typed: different parties, none of which continues another. Of groups each member with each of the others. */
export function readPairs(names: readonly string[], source: PairSource): Pairs {
  const { language } = source;
  const sides = names.map((name) => sideOf(name, source));
  const wrong = sides.flatMap((side) => (side.ok ? [] : [side.refusal.text]));
  if (wrong.length > 0) return refused([...new Set(wrong)].join("\n"));
  const codes = sides.map((side) => (side.ok ? side.codes : []));
  const count = codes.reduce((product, { length }) => product * length, 1);
  const typed = quoted(pairText(names, language));
  if (count > MOST_PAIRS)
    return refused(language.text("admin.countries.too-many-pairs", { typed, count, most: MOST_PAIRS }));
  const said = names.flatMap((name) => asOrganisation(name, source));
  const read = eachWithEach(codes).map((each) =>
    new Set(each).size < names.length
      ? refused(language.text("admin.countries.pair-of-two"))
      : allTogether(each, language),
  );
  const together = distinct(read.flatMap((pair) => (pair.ok ? [pair.together] : [])));
  // who is in both groups is no pair with themselves
  const [first] = read;
  if (together.length === 0 && first !== undefined && !first.ok) return first;
  if (count > 1) said.push(language.text("admin.countries.as-pairs", { typed, count: together.length }));
  return { ok: true, together, said };
}

type Side =
  | { readonly ok: true; readonly codes: readonly PartyCode[] }
  | { readonly ok: false; readonly refusal: Refusal };

/** Whom one name of a pair means: one party, or the members of a group. */
function sideOf(name: string, source: PairSource): Side {
  const itself = organisationItself(name, source);
  if (itself !== undefined) return { ok: true, codes: [itself] };
  const group = groupOf(name, source);
  if (group !== undefined && group.organisation === undefined)
    return { ok: true, codes: source.presets(group.preset, source.today) };
  const read = readCountries(name, source.parties, source.language);
  return read.ok && read.codes.length === 0 ? refused(source.language.text("admin.countries.pair-of-two")) : read;
}

/** "NATO with Russia" means the organisation; and how its members are named. */
function asOrganisation(name: string, source: PairSource): readonly string[] {
  const group = groupOf(name, source);
  if (group?.organisation === undefined || organisationItself(name, source) !== undefined) return [];
  const { language } = source;
  const names = { name: language.name(group.organisation), members: presetName(group.preset, language) };
  return [language.text("admin.countries.as-organisation", names)];
}

function eachWithEach(sides: readonly (readonly PartyCode[])[]): readonly (readonly PartyCode[])[] {
  return sides.reduce<readonly (readonly PartyCode[])[]>(
    (all, side) => all.flatMap((each) => side.map((code) => [...each, code])),
    [[]],
  );
}

/** Those of which only what all took part in is followed: two different ones or more, none of which continues another. */
export function allTogether(codes: readonly PartyCode[], language: Language): Pair {
  const together = asTogether(codes);
  if (together === undefined) return refused(language.text("admin.countries.pair-of-two"));
  return continuing(together, language) ?? { ok: true, together };
}

/** The same state under two names is no pair; a part of a former state, or who took one in, has a history with it. */
function continuing(codes: Together, language: Language) {
  for (const now of codes)
    for (const former of codes)
      if (language.isContinuation(former, now)) {
        const names = { now: language.nameInText(now), former: language.nameInText(former) };
        return refused(capitalised(language.text("admin.countries.pair-continues", names), language));
      }
  return undefined;
}

/** "Belgium with South Korea", of any number of names. */
export function pairText([first = "", ...others]: readonly string[], language: Language): string {
  return others.reduce((one, other) => language.text("admin.pair", { one, other }), first);
}

export function isName(text: string, source: GroupSource): boolean {
  if (text.trim() === "") return false;
  const { found } = source.parties.resolve(text, source.language.locale);
  return found !== undefined || groupOf(text, source) !== undefined || organisationItself(text, source) !== undefined;
}

/** The two of "between Bosnia and Herzegovina and Serbia": as those that are names, or else at the first "and". */
function betweenIn(item: string, source: GroupSource): readonly [string, string] | undefined {
  const { language } = source;
  const [head = "", middle = "", tail = ""] = language
    .text("admin.between", { one: GAP, other: GAP })
    .split(GAP)
    .map((part) => part.toLocaleLowerCase(language.locale));
  const text = item.toLocaleLowerCase(language.locale);
  if (middle.trim() === "" || !text.startsWith(head) || !text.endsWith(tail) || text.length !== item.length)
    return undefined;
  const inner = item.slice(head.length, item.length - tail.length);
  const found: (readonly [string, string])[] = [];
  const lower = text.slice(head.length, item.length - tail.length);
  for (let at = lower.indexOf(middle); at >= 0 && found.length < MOST_PLACES; at = lower.indexOf(middle, at + 1))
    found.push([inner.slice(0, at).trim(), inner.slice(at + middle.length).trim()]);
  return found.find((names) => names.every((name) => isName(name, source))) ?? found[0];
}

/** So often "and" can stand between two names: Antigua and Barbuda and Trinidad and Tobago. */
const MOST_PLACES = 5;
/** Stands where a name will be. */
const GAP = "|";

/** What stands between the two of a pair: the language's word for it, or a sign. */
function separatorOf(language: Language): RegExp {
  const [, between = ""] = language.text("admin.pair", { one: GAP, other: GAP }).split(GAP);
  const word = fold(between).replaceAll(/[^\p{L}\p{M}]/gu, "");
  return new RegExp(`((?:^|\\s+)(?:${word === "" ? "" : `${word}|`}with|-)(?:\\s+|$)|\\s*[–—+&]\\s*)`, "iu");
}
