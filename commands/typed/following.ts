import { fold } from "../../src/almanac/parties/fold.ts";
import { type ChosenPreset, PRESETS } from "../../src/almanac/parties/presets.ts";
import type { PartyCode } from "../../src/almanac/party.ts";
import type { Together } from "../../src/digest/digest.ts";
import { distinct } from "../../src/digest/follow.ts";
import type { Language } from "../../src/messages/language.ts";
import { LONGEST_CHOICE, MOST_CHOICES } from "../choices.ts";
import type { Choice, Reply } from "../command.ts";
import { refused } from "../refusal.ts";
import { readCountries, suggestCountries, unmistakable } from "./country.ts";
import { type GroupSource, groupOf, organisationItself, presetName } from "./group.ts";
import { namesInPair, type PairSource, pairText, piecesIn, readPairs } from "./pair.ts";

/** What somebody wants to follow: parties, groups of them by name, and pairs whose common events are meant. */
export type Following =
  | {
      readonly ok: true;
      readonly codes: readonly PartyCode[];
      readonly presets: readonly ChosenPreset[];
      /** Those that were typed by their own name and stand for their members: NATO. */
      readonly organisations: readonly PartyCode[];
      /** "Belgium with South Korea": only what both took part in. */
      readonly together: readonly Together[];
      /** How pairs were read, where that may have been meant otherwise, in plain text. */
      readonly said: readonly string[];
      /** Everybody, said in so many words. */
      readonly everything: boolean;
    }
  | { readonly ok: false; readonly refusal: Reply };

const EVERYTHING = "everything";
const ALL: Following = {
  ok: true,
  codes: [],
  presets: [],
  organisations: [],
  together: [],
  said: [],
  everything: true,
};

/** "Belgium, Nordic countries; France with Germany", or all countries. Nothing typed is a refusal. */
export function readFollowing(typed: string, source: PairSource): Following {
  const { language } = source;
  const items = itemsOf(typed).filter((item) => item !== "");
  const [first = ""] = items;
  if (items.length === 0) return refused(language.text("admin.countries.none-typed"));
  const isAll = (typedName: string) =>
    [EVERYTHING, nameOfEverything(language)].some((name) => fold(name) === fold(typedName));
  if (items.length === 1 && isAll(first)) return ALL;
  const count = countIn(items, source);
  if (count > MOST_NAMES) return refused(language.text("admin.countries.too-many-names", { count, most: MOST_NAMES }));
  const named = items.map((item) => namesInPair(item, source));
  if (named.flat().some(isAll))
    return refused(language.text("admin.countries.all-alone", { all: nameOfEverything(language) }));
  const pairs = named.filter((names) => names.length > 1).map((names) => readPairs(names, source));
  const alone = readAlone(
    named.flatMap((names) => (names.length > 1 ? [] : names)),
    source,
  );
  const wrong = [...pairs, alone].flatMap((read) => (read.ok ? [] : read.refusal.text));
  if (!alone.ok || wrong.length > 0) return refused([...new Set(wrong)].slice(0, MOST_WRONG).join("\n"));
  const read = pairs.flatMap((each) => (each.ok ? [each] : []));
  const together = distinct(read.flatMap((each) => each.together));
  return { ...alone, together, said: read.flatMap(({ said }) => said), everything: false };
}

/** So many names are read at once: to look for more holds up everybody else, and a calendar follows fewer. */
export const MOST_NAMES = 200;

export function countIn(items: readonly string[], source: GroupSource): number {
  return items.filter((item) => item !== "").reduce((sum, item) => sum + piecesIn(item, source), 0);
}

/** So much that is wrong is told at once: room for it in one message. */
const MOST_WRONG = 5;

export function itemsOf(typed: string): readonly string[] {
  return typed.split(/[,;]/u).map((item) => item.trim());
}

/** Those that are named alone: countries, organisations, groups for their members. */
function readAlone(items: readonly string[], source: PairSource) {
  const { language, parties } = source;
  const read = items.map((item) => ({ item, group: groupOf(item, source), itself: organisationItself(item, source) }));
  const others = read.filter(({ group, itself }) => group === undefined && itself === undefined);
  const countries = readCountries(others.map(({ item }) => item).join(", "), parties, language);
  if (!countries.ok) return countries;
  const chosen = [...new Set(read.flatMap(({ group }) => group?.preset ?? []))];
  const presets = chosen.map((preset) => ({ preset, members: source.presets(preset, source.today) }));
  const itself = read.flatMap((each) => each.itself ?? []);
  const codes = [...countries.codes, ...itself, ...presets.flatMap(({ members }) => members)];
  const organisations = read.flatMap(({ group }) => group?.organisation ?? []);
  return { ok: true as const, codes: [...new Set(codes)], presets, organisations };
}

/**
 * Completes the last name that is typed, and repeats those before it: groups first, then parties; an organisation whose members are a group
 * as itself. A pair is completed on both sides. What is offered for the last name can be less than everybody.
 */
export function suggestFollowing(
  typed: string,
  source: GroupSource,
  offered: (last: string, isFirst: boolean) => readonly Choice[] = (last, isFirst) => lastOf(last, isFirst, source),
): readonly Choice[] {
  const items = itemsOf(typed);
  // a name has at most three pieces, and takes three characters or more of a choice: with more than that none fits
  if (countIn(items, source) > LONGEST_CHOICE) return [];
  const last = items.at(-1) ?? "";
  const before = items.slice(0, -1).flatMap((item) => (item === "" ? [] : repeated(item, source)));
  const taken = new Set(before.map(({ value }) => value));
  return offered(last, before.length === 0)
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
function repeated(item: string, source: GroupSource): Choice {
  const names = namesInPair(item, source).map((name) => repeatedName(name, source));
  const of = (side: "name" | "value") =>
    pairText(
      names.map((name) => name[side]),
      source.language,
    );
  return { name: of("name"), value: of("value") };
}

function repeatedName(typed: string, source: GroupSource): Choice {
  const { language, parties } = source;
  const group = groupOf(typed, source);
  if (group !== undefined) {
    const name = presetName(group.preset, language);
    return { name, value: group.organisation === undefined ? name : typed };
  }
  const { found } = organisationItself(typed, source) === undefined ? parties.resolve(typed, language.locale) : {};
  return found === undefined
    ? { name: typed, value: typed }
    : { name: language.name(found.code), value: unmistakable(found.code, parties, language) };
}

function lastOf(last: string, isFirst: boolean, source: GroupSource): readonly Choice[] {
  const { language, parties } = source;
  const names = namesInPair(last, source);
  if (names.length > 1) {
    const beside = (name: string): string => pairText([...names.slice(0, -1), name], language);
    return suggestCountries(names.at(-1) ?? "", parties, language).map(({ name, value }) => ({
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
export function asItself(choice: Choice, source: GroupSource): Choice {
  if (groupOf(choice.value, source)?.organisation === undefined) return choice;
  const itself = (name: string): string => source.language.text("admin.itself", { name });
  return { name: itself(choice.name), value: itself(choice.value) };
}

function nameOfEverything(language: Language): string {
  return language.text("commands.setup.everything");
}
