import type { Presets } from "../../src/almanac/parties/presets.ts";
import type { Inquiry } from "../../src/messages/lookup/inquiry.ts";
import { quoted, refused } from "../refusal.ts";
import { type Country, readCountry } from "./country.ts";
import { groupOf } from "./group.ts";

/** So many members of a group are named, which is room enough for the smaller ones. */
const MOST_NAMED = 10;

/** One country as typed or chosen; of a group the refusal names its members of today. */
export function readOneCountry(typed: string, { almanac, language, today }: Inquiry, presets: Presets): Country {
  const { parties } = almanac;
  const read = readCountry(typed, parties, language);
  const group = read.ok ? undefined : groupOf(typed, { parties, language });
  if (group === undefined) return read;
  const { compare } = new Intl.Collator(language.locale);
  const names = presets(group.preset, today).map((code) => language.name(code));
  const all = names.toSorted(compare);
  const rest = all.length - MOST_NAMED;
  const named = rest > 1 ? [...all.slice(0, MOST_NAMED), language.text("commands.error.more-members", { rest })] : all;
  return refused(language.text("commands.error.a-group-of", { typed: quoted(typed), members: language.list(named) }));
}
