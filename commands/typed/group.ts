import { fold } from "../../src/almanac/parties/fold.ts";
import { PRESETS, type Preset } from "../../src/almanac/parties/presets.ts";
import type { Register } from "../../src/almanac/parties/register.ts";
import type { PartyCode } from "../../src/almanac/party.ts";
import type { Language } from "../../src/messages/language.ts";

export interface GroupSource {
  readonly parties: Pick<Register, "search" | "resolve">;
  readonly language: Language;
}

/** A group that was typed; with the organisation where it was typed by that one's name, which stands for its members. */
export interface Group {
  readonly preset: Preset;
  readonly organisation?: PartyCode;
}

/** The group that is meant: "NATO members", and "NATO" or its whole name as well. */
export function groupOf(typed: string, { parties, language }: GroupSource): Group | undefined {
  const text = fold(typed);
  const named = PRESETS.find((preset) => fold(presetName(preset, language)) === text);
  if (named !== undefined) return { preset: named };
  const { found } = parties.resolve(typed, language.locale);
  if (found !== undefined && found.type !== "organisation") return undefined;
  const preset = PRESETS.find(
    (each) => plainName(each) === text || (found !== undefined && organisationOf(each, parties) === found.code),
  );
  return preset && { preset, ...(found === undefined ? {} : { organisation: found.code }) };
}

/** The organisation that "NATO itself" means; undefined where nothing of the kind was typed. */
export function organisationItself(typed: string, { parties, language }: GroupSource): PartyCode | undefined {
  const [head = "", tail = ""] = language.text("admin.itself", { name: "|" }).split("|").map(fold);
  const text = fold(typed);
  if (!text.startsWith(head) || !text.endsWith(tail)) return undefined;
  const { found } = parties.resolve(text.slice(head.length, text.length - tail.length), language.locale);
  return found?.type === "organisation" ? found.code : undefined;
}

/** What a group is called in a language: "NATO members". */
export function presetName(preset: Preset, language: Language): string {
  return language.text(`admin.preset.${preset}`);
}

/** Whose members a group is, as its plain name says: that of the organisation. */
function organisationOf(preset: Preset, parties: GroupSource["parties"]): PartyCode | undefined {
  const { found } = parties.resolve(plainName(preset), "en-GB");
  return found?.type === "organisation" ? found.code : undefined;
}

/** Presets are called by it: "african union". */
function plainName(preset: Preset): string {
  return preset.replaceAll("-", " ");
}
