import type { LocalDate } from "../../src/almanac/date.ts";
import { fold } from "../../src/almanac/parties/fold.ts";
import type { Presets } from "../../src/almanac/parties/presets.ts";
import type { PartyCode } from "../../src/almanac/party.ts";
import type { Together } from "../../src/digest/digest.ts";
import { asTogether } from "../../src/digest/follow.ts";
import type { Language } from "../../src/messages/language.ts";
import { capitalised } from "../../src/messages/sentence.ts";
import type { Refusal } from "../command.ts";
import { refused } from "../refusal.ts";
import { readCountries } from "./country.ts";
import { type GroupSource, groupOf, organisationItself } from "./group.ts";

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
  return names;
}

/** How many names stand in it at most: what lies between the signs, of which a name can have some of its own. */
export function piecesIn(item: string, { language }: Pick<GroupSource, "language">): number {
  return (item.split(separatorOf(language)).length + 1) / 2;
}

/** Of so many parts, signs counted, a name is tried to be made: St. Vincent & Grenadines, Congo - Kinshasa. */
const MOST_PARTS = [5, 3] as const;

type Pair = { readonly ok: true; readonly together: Together } | { readonly ok: false; readonly refusal: Refusal };

/** A pair, or more, as typed: different parties, none of which continues another. */
export function readPair(names: readonly string[], source: PairSource): Pair {
  const { parties, language } = source;
  const group = names.find((name) => isGroup(name, source));
  if (group !== undefined) return refused(ofGroup(group, names, source));
  const others = names.filter((name) => organisationItself(name, source) === undefined);
  const countries = readCountries(others.join(", "), parties, language);
  if (!countries.ok) return countries;
  const codeOf = (name: string) =>
    organisationItself(name, source) ?? parties.resolve(name, language.locale).found?.code ?? [];
  const codes = new Set(names.flatMap(codeOf));
  if (codes.size < names.length) return refused(language.text("admin.countries.pair-of-two"));
  return allTogether([...codes], language);
}

/** Those of which only what all took part in is followed: two different ones or more, none of which continues another. */
export function allTogether(codes: readonly PartyCode[], language: Language): Pair {
  const together = asTogether(codes);
  if (together === undefined) return refused(language.text("admin.countries.pair-of-two"));
  return continuing(together, language) ?? { ok: true, together };
}

/** Followed as one history, two are no pair. */
function continuing(codes: Together, language: Language) {
  for (const now of codes)
    for (const former of codes)
      if (now !== former && language.lineageOf(now).has(former)) {
        const names = { now: language.nameInText(now), former: language.nameInText(former) };
        return refused(capitalised(language.text("admin.countries.pair-continues", names), language));
      }
  return undefined;
}

/** So many pairs show how the members of a group are named. */
const SHOWN = 3;

/** Why a group is no half of a pair, with the pairs of its first members. */
function ofGroup(group: string, names: readonly string[], source: PairSource): string {
  const { language, presets, today } = source;
  const members = (name: string): readonly string[] => {
    const { preset } = groupOf(name, source) ?? {};
    const codes = preset === undefined || !isGroup(name, source) ? [] : presets(preset, today);
    return codes.length === 0 ? [name] : codes.map((code) => language.name(code));
  };
  const pairs = members(group)
    .slice(0, SHOWN)
    .map((member) =>
      pairText(
        names.map((name) => (name === group ? member : (members(name)[0] ?? name))),
        language,
      ),
    );
  return language.text("admin.countries.pair-of-group", { group, pairs: pairs.join("; ") });
}

/** Whether a group is meant that is nobody by itself; "NATO with Russia" means the organisation. */
function isGroup(name: string, source: GroupSource): boolean {
  const group = groupOf(name, source);
  return group !== undefined && group.organisation === undefined;
}

/** "Belgium with South Korea", of any number of names. */
export function pairText([first = "", ...others]: readonly string[], language: Language): string {
  return others.reduce((one, other) => language.text("admin.pair", { one, other }), first);
}

function isName(text: string, source: GroupSource): boolean {
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
