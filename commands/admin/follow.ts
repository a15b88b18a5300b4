import type { Preset } from "../../src/almanac/parties/presets.ts";
import type { PartyCode } from "../../src/almanac/party.ts";
import type { SubscriptionSettings } from "../../src/delivery/subscription.ts";
import type { Language } from "../../src/messages/language.ts";
import type { Following } from "../typed/following.ts";
import { followingText } from "./setting-words.ts";

/** So many parties in one calendar: any two groups that there are. */
const MOST_PARTIES = 120;

type Asked = Extract<Following, { ok: true }>;
type Chosen = Pick<SubscriptionSettings, "selection" | "presets">;

export type Changed = { readonly ok: true; readonly settings: Chosen } | { readonly ok: false; readonly text: string };

/** Follows these as well. Where everybody is followed, these alone; a pair has a calendar of its own. */
export function follow({ selection, presets }: Chosen, asked: Asked, language: Language): Changed {
  const { parties, match } = selection;
  if (asked.everything || parties.length === 0) return only({ selection, presets }, asked, "any", language);
  const names = followingText(parties, match, language);
  if (match === "all" && parties.length > 1)
    return { ok: false, text: language.text("admin.countries.is-both", { names }) };
  if (asked.pair) return { ok: false, text: language.text("admin.countries.pair-apart", { names }) };
  const all = [...new Set([...parties, ...asked.codes])];
  return within(
    { selection: { ...selection, parties: all }, presets: unique([...presets, ...asked.presets]) },
    language,
  );
}

/** Follows nobody but these: any of them, or with "all" only what they took part in together. */
export function only({ selection }: Chosen, asked: Asked, match: "any" | "all", language: Language): Changed {
  const chosen = asked.pair ? "all" : match;
  return within({ selection: { ...selection, parties: asked.codes, match: chosen }, presets: asked.presets }, language);
}

/** Follows these no more. Nobody left would mean everybody, so that is refused. */
export function unfollow(
  { selection, presets }: Chosen,
  { codes }: Asked,
  language: Language,
  membersOf: (preset: Preset) => readonly PartyCode[],
): Changed {
  const { parties, match } = selection;
  const left = parties.filter((code) => !codes.includes(code));
  const names = followingText(parties, match, language);
  if (left.length === parties.length)
    return { ok: false, text: language.text("admin.countries.not-followed", { names }) };
  if (left.length === 0) return { ok: false, text: language.text("admin.countries.nobody-left") };
  const kept = presets.filter((preset) => newcomers(left, membersOf(preset)).length === 0);
  return {
    ok: true,
    settings: { selection: { ...selection, parties: left, match: left.length > 1 ? match : "any" }, presets: kept },
  };
}

function within(settings: Chosen, language: Language): Changed {
  if (settings.selection.parties.length <= MOST_PARTIES) return { ok: true, settings };
  const count = settings.selection.parties.length;
  return { ok: false, text: language.text("admin.countries.too-many", { most: MOST_PARTIES, count }) };
}

function unique<T>(items: readonly T[]): readonly T[] {
  return [...new Set(items)];
}

/** Who of a group is not followed: its members changed after it was chosen. */
export function newcomers(followed: readonly PartyCode[], members: readonly PartyCode[]): readonly PartyCode[] {
  return members.filter((code) => !followed.includes(code));
}
