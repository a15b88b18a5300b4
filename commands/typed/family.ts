import { FAMILIES, type Family } from "../../src/almanac/kind.ts";
import { nearest } from "../../src/almanac/nearest.ts";
import { fold } from "../../src/almanac/parties/fold.ts";
import type { Language } from "../../src/messages/language.ts";
import type { Choice } from "../command.ts";
import type { Unread } from "../meant.ts";
import { quoted, refused } from "../refusal.ts";

export type FamilyRead =
  /** Nothing typed is all families. */
  { readonly ok: true; readonly family: Family | undefined } | ({ readonly ok: false } & Unread);

/** A family of events as chosen, or by its name in the asker's language. */
export function readFamily(typed: string, language: Language): FamilyRead {
  if (typed.trim() === "") return { ok: true, family: undefined };
  const family = FAMILIES.find((each) => [each, nameOf(each, language)].some((name) => fold(name) === fold(typed)));
  if (family !== undefined) return { ok: true, family };
  const families = language.list(FAMILIES.map((each) => nameOf(each, language)));
  const text = language.text("commands.error.not-a-family", { typed: quoted(typed), families });
  return { ...refused(text), near: nearFamilies(typed, language) };
}

function nearFamilies(typed: string, language: Language): readonly Choice[] {
  const choices = FAMILIES.map((family) => ({ name: nameOf(family, language), value: family }));
  const names = choices.flatMap(({ name, value }) => [fold(name), value]);
  const near = nearest(fold(typed), names, MOST_NEAR);
  return choices.filter(({ name, value }) => near.includes(fold(name)) || near.includes(value));
}

const MOST_NEAR = 3;

/** The families whose names have what is typed in them. */
export function suggestFamilies(typed: string, language: Language): readonly Choice[] {
  return FAMILIES.map((family) => ({ name: nameOf(family, language), value: family })).filter(({ name }) =>
    fold(name).includes(fold(typed)),
  );
}

function nameOf(family: Family, language: Language): string {
  return language.text(`lookup.family.${family}`);
}
