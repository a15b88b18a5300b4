import type { Presets } from "../../src/almanac/parties/presets.ts";
import type { PartyCode } from "../../src/almanac/party.ts";
import type { Inquiry } from "../../src/messages/lookup/inquiry.ts";
import { ROW } from "../../src/messages/payload.ts";
import type { Choice } from "../command.ts";
import type { Unread } from "../meant.ts";
import { quoted, refused } from "../refusal.ts";
import { readCountry, unmistakable } from "./country.ts";
import { groupOf } from "./group.ts";
import { nearestTo } from "./pair.ts";

export type OneCountry = { readonly ok: true; readonly code: PartyCode } | ({ readonly ok: false } & Unread);

/** So many members of a group are named, which is room enough for the smaller ones. */
const MOST_NAMED = 10;

/** One country as typed or chosen; of a group the refusal names its members of today, which are near where they are few. */
export function readOneCountry(typed: string, { almanac, language, today }: Inquiry, presets: Presets): OneCountry {
  const { parties } = almanac;
  const read = readCountry(typed, parties, language);
  const group = read.ok ? undefined : groupOf(typed, { parties, language });
  const choice = (code: PartyCode): Choice => ({
    name: language.name(code),
    value: unmistakable(code, parties, language),
  });
  if (read.ok) return read;
  if (group === undefined) return { ...read, near: nearestTo(typed, { parties, language }).map(choice) };
  const { compare } = new Intl.Collator(language.locale);
  const members = presets(group.preset, today)
    .map(choice)
    .toSorted((one, other) => compare(one.name, other.name));
  const all = members.map(({ name }) => name);
  const rest = all.length - MOST_NAMED;
  const named = rest > 1 ? [...all.slice(0, MOST_NAMED), language.text("commands.error.more-members", { rest })] : all;
  const text = language.text("commands.error.a-group-of", { typed: quoted(typed), members: language.list(named) });
  return { ...refused(text), near: members.length <= ROW ? members : [] };
}
