import type { LocalDate } from "../../src/almanac/date.ts";
import { fold } from "../../src/almanac/parties/fold.ts";
import { type ChosenPreset, PRESETS, type Presets } from "../../src/almanac/parties/presets.ts";
import type { PartyCode } from "../../src/almanac/party.ts";
import type { Language } from "../../src/messages/language.ts";
import { LONGEST_CHOICE, MOST_CHOICES } from "../choices.ts";
import type { Choice, Reply } from "../command.ts";
import { refused } from "../refusal.ts";
import { readCountries, suggestCountries, unmistakable } from "./country.ts";
import { type GroupSource, groupOf, organisationItself, presetName } from "./group.ts";

/** What somebody wants to follow: parties, groups of them by name, or a pair whose common events are meant. */
export type Following =
  | {
      readonly ok: true;
      readonly codes: readonly PartyCode[];
      readonly presets: readonly ChosenPreset[];
      /** Those that were typed by their own name and stand for their members: NATO. */
      readonly organisations: readonly PartyCode[];
      /** Everybody, said in so many words. */
      readonly everything: boolean;
      /** "Belgium with Korea": only what both took part in. */
      readonly pair: boolean;
    }
  | { readonly ok: false; readonly refusal: Reply };

export interface FollowingSource extends GroupSource {
  readonly presets: Presets;
  readonly today: LocalDate;
}

const EVERYTHING = "everything";

/** "Belgium, Nordic countries", "Belgium with South Korea", or all countries. Nothing typed is a refusal. */
export function readFollowing(typed: string, source: FollowingSource): Following {
  const { language, parties } = source;
  const items = typed.split(",").map((item) => item.trim());
  const named = items.filter((item) => item !== "");
  if (
    named.length === 1 &&
    [EVERYTHING, nameOfEverything(language)].some((name) => fold(name) === fold(named[0] ?? ""))
  )
    return { ok: true, codes: [], presets: [], organisations: [], everything: true, pair: false };
  const pairs = named.map((item) => item.split(together(language)));
  if (pairs.some((names) => names.length > 1)) return readPair(pairs, source);
  if (named.length === 0) return refused(language.text("admin.countries.none-typed"));
  const read = named.map((item) => ({ item, group: groupOf(item, source), itself: organisationItself(item, source) }));
  const others = read.filter(({ group, itself }) => group === undefined && itself === undefined);
  const countries = readCountries(others.map(({ item }) => item).join(", "), parties, language);
  if (!countries.ok) return countries;
  const chosen = [...new Set(read.flatMap(({ group }) => group?.preset ?? []))];
  const presets = chosen.map((preset) => ({ preset, members: source.presets(preset, source.today) }));
  const itself = read.flatMap((each) => each.itself ?? []);
  const codes = [...countries.codes, ...itself, ...presets.flatMap(({ members }) => members)];
  const organisations = read.flatMap(({ group }) => group?.organisation ?? []);
  return { ok: true, codes: [...new Set(codes)], presets, organisations, everything: false, pair: false };
}

function readPair(pairs: readonly (readonly string[])[], { parties, language }: FollowingSource): Following {
  const [names = []] = pairs;
  if (pairs.length > 1) return refused(language.text("admin.countries.pair-alone"));
  const countries = readCountries(names.join(", "), parties, language);
  if (!countries.ok) return countries;
  if (names.length !== 2 || countries.codes.length !== 2) return refused(language.text("admin.countries.pair-of-two"));
  return { ok: true, codes: countries.codes, presets: [], organisations: [], everything: false, pair: true };
}

type SuggestionSource = Pick<FollowingSource, "parties" | "language">;

/**
 * Completes the last name that is typed, and repeats those before it: groups first, then parties; an organisation whose members are a group
 * as itself. A pair is completed on both sides.
 */
export function suggestFollowing(typed: string, source: SuggestionSource): readonly Choice[] {
  const items = typed.split(",").map((item) => item.trim());
  const last = items.at(-1) ?? "";
  const before = items.slice(0, -1).flatMap((item) => (item === "" ? [] : repeated(item, source)));
  const taken = new Set(before.map(({ value }) => value));
  return lastOf(last, before.length === 0, source)
    .filter(({ value }) => !taken.has(value))
    .map((choice) => ({
      name: [...before, choice].map(({ name }) => name).join(", "),
      value: [...before, choice].map(({ value }) => value).join(", "),
    }))
    .filter(({ value }) => value.length <= LONGEST_CHOICE)
    .map(({ name, value }) => ({
      name: name.length > LONGEST_CHOICE ? `…${name.slice(1 - LONGEST_CHOICE)}` : name,
      value,
    }))
    .slice(0, MOST_CHOICES);
}

/** What was typed before, as short as it can be read again; what nobody can read as it is. */
function repeated(item: string, source: SuggestionSource): Choice {
  const { language, parties } = source;
  const group = groupOf(item, source);
  if (group !== undefined) {
    const name = presetName(group.preset, language);
    return { name, value: group.organisation === undefined ? name : item };
  }
  const { found } = organisationItself(item, source) === undefined ? parties.resolve(item, language.locale) : {};
  return found === undefined
    ? { name: item, value: item }
    : { name: language.name(found.code), value: unmistakable(found.code, parties, language) };
}

function lastOf(last: string, isFirst: boolean, source: SuggestionSource): readonly Choice[] {
  const { language, parties } = source;
  const [first = "", second] = last.split(together(language));
  if (second !== undefined) {
    const beside = (name: string): string => `${first} ${language.text("admin.with")} ${name}`;
    return suggestCountries(second, parties, language).map(({ name, value }) => ({
      name: beside(name),
      value: beside(value),
    }));
  }
  const text = fold(last);
  const everything = nameOfEverything(language);
  const isAll = isFirst && [EVERYTHING, everything].some((name) => fold(name).startsWith(text));
  const groups = PRESETS.filter(
    (preset) => fold(presetName(preset, language)).includes(text) || preset.startsWith(text),
  )
    .map((preset) => presetName(preset, language))
    .map((name) => ({ name, value: name }));
  return [
    ...(isAll ? [{ name: everything, value: EVERYTHING }] : []),
    ...groups.slice(0, GROUPS),
    ...suggestCountries(last, parties, language).map((choice) => asItself(choice, source)),
  ];
}

/** So many groups leave room for countries among the choices. */
const GROUPS = 12;

/** An organisation that is read as its members by its plain name, as itself. */
function asItself(choice: Choice, source: SuggestionSource): Choice {
  if (groupOf(choice.value, source)?.organisation === undefined) return choice;
  const itself = (name: string): string => source.language.text("admin.itself", { name });
  return { name: itself(choice.name), value: itself(choice.value) };
}

function nameOfEverything(language: Language): string {
  return language.text("commands.setup.everything");
}

/** What stands between the two of a pair: the language's word for it, or a sign. */
function together(language: Language): RegExp {
  const word = language.text("admin.with").replaceAll(/[^\p{L}\p{M}]/gu, "");
  return new RegExp(`\\s+(?:${word}|with|\\+|&)\\s+`, "iu");
}
