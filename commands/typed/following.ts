import type { LocalDate } from "../../src/almanac/date.ts";
import { fold } from "../../src/almanac/parties/fold.ts";
import { type ChosenPreset, PRESETS, type Preset, type Presets } from "../../src/almanac/parties/presets.ts";
import type { Register } from "../../src/almanac/parties/register.ts";
import type { PartyCode } from "../../src/almanac/party.ts";
import type { Language } from "../../src/messages/language.ts";
import { LONGEST_CHOICE, MOST_CHOICES } from "../choices.ts";
import type { Choice, Reply } from "../command.ts";
import { readCountries, suggestCountries } from "./country.ts";

/** What somebody wants to follow: parties, groups of them by name, or a pair whose common events are meant. */
export type Following =
  | {
      readonly ok: true;
      readonly codes: readonly PartyCode[];
      readonly presets: readonly ChosenPreset[];
      /** Everybody, said in so many words. */
      readonly everything: boolean;
      /** "Belgium with Korea": only what both took part in. */
      readonly pair: boolean;
    }
  | { readonly ok: false; readonly refusal: Reply };

export interface FollowingSource {
  readonly parties: Pick<Register, "search" | "resolve">;
  readonly presets: Presets;
  readonly today: LocalDate;
  readonly language: Language;
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
    return { ok: true, codes: [], presets: [], everything: true, pair: false };
  const pairs = named.map((item) => item.split(together(language)));
  if (pairs.some((names) => names.length > 1)) return readPair(pairs, source);
  const presets = named
    .flatMap((item) => presetNamed(item, language) ?? [])
    .map((preset) => ({ preset, members: source.presets(preset, source.today) }));
  const others = named.filter((item) => presetNamed(item, language) === undefined);
  const countries = readCountries(others.join(", "), parties, language);
  if (!countries.ok) return countries;
  if (named.length === 0) return refusal(language.text("admin.countries.none-typed"));
  const members = presets.flatMap((each) => each.members);
  return { ok: true, codes: [...new Set([...countries.codes, ...members])], presets, everything: false, pair: false };
}

function readPair(pairs: readonly (readonly string[])[], { parties, language }: FollowingSource): Following {
  const [names = []] = pairs;
  if (pairs.length > 1) return refusal(language.text("admin.countries.pair-alone"));
  const countries = readCountries(names.join(", "), parties, language);
  if (!countries.ok) return countries;
  if (names.length !== 2 || countries.codes.length !== 2) return refusal(language.text("admin.countries.pair-of-two"));
  return { ok: true, codes: countries.codes, presets: [], everything: false, pair: true };
}

/** Completes the last name that is typed: groups first, then parties. A pair is completed on both sides. */
export function suggestFollowing(typed: string, source: Omit<FollowingSource, "presets" | "today">): readonly Choice[] {
  const { language, parties } = source;
  const comma = typed.lastIndexOf(",");
  const [before, last] = [typed.slice(0, comma + 1), typed.slice(comma + 1).trim()];
  const [first = "", second] = last.split(together(language));
  if (second !== undefined) {
    const beside = ` ${language.text("admin.with")} `;
    return suggestCountries(second, parties, language).map(({ name, value }) => ({
      name: `${first}${beside}${name}`.slice(0, 100),
      value: `${first}${beside}${value}`.slice(0, 100),
    }));
  }
  const text = fold(last);
  const groups = PRESETS.filter(
    (preset) => fold(presetName(preset, language)).includes(text) || preset.startsWith(text),
  )
    .map((preset) => presetName(preset, language))
    .map((name) => `${before} ${name}`.trim())
    .filter((value) => value.length <= LONGEST_CHOICE)
    .map((value) => ({ name: value, value }));
  const all = typed.trim() === "" ? [{ name: nameOfEverything(language), value: EVERYTHING }] : [];
  const countries = suggestCountries(readable(before, source) ? typed : last, parties, language);
  return [...all, ...groups.slice(0, GROUPS), ...countries].slice(0, MOST_CHOICES);
}

/** So many groups leave room for countries among the choices. */
const GROUPS = 12;

/** Whether what comes before the last comma is countries alone: choices repeat it. */
function readable(before: string, { parties, language }: Omit<FollowingSource, "presets" | "today">): boolean {
  return readCountries(before, parties, language).ok;
}

export function presetName(preset: Preset, language: Language): string {
  return language.text(`admin.preset.${preset}`);
}

function presetNamed(typed: string, language: Language): Preset | undefined {
  return PRESETS.find((preset) => fold(presetName(preset, language)) === fold(typed));
}

function nameOfEverything(language: Language): string {
  return language.text("commands.setup.everything");
}

/** What stands between the two of a pair: the language's word for it, or a sign. */
function together(language: Language): RegExp {
  const word = language.text("admin.with").replaceAll(/[^\p{L}\p{M}]/gu, "");
  return new RegExp(`\\s+(?:${word}|with|\\+|&)\\s+`, "iu");
}

function refusal(text: string): Following {
  return { ok: false, refusal: { kind: "refusal", text } };
}
