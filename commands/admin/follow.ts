import type { Match } from "../../src/almanac/almanac.ts";
import type { LocalDate } from "../../src/almanac/date.ts";
import type { ChosenPreset, Presets } from "../../src/almanac/parties/presets.ts";
import type { PartyCode } from "../../src/almanac/party.ts";
import type { SubscriptionSettings } from "../../src/delivery/subscription.ts";
import type { Language } from "../../src/messages/language.ts";
import { escapeMarkdown } from "../../src/messages/markdown.ts";
import type { Following } from "../typed/following.ts";
import { followingText } from "./setting-words.ts";

/** So many parties in one calendar: any two groups that there are. */
const MOST_PARTIES = 120;

type Asked = Extract<Following, { ok: true }>;
type Chosen = Pick<SubscriptionSettings, "selection" | "presets">;

export type Changed =
  /** With what is to be said of it besides. */
  | { readonly ok: true; readonly settings: Chosen; readonly said?: string }
  | { readonly ok: false; readonly text: string };

/** Which organisations' names were read as the groups of their members, and how to follow one alone, in markdown. */
export function asMembers({ organisations }: Asked, language: Language): readonly string[] {
  return organisations.map((code) => {
    const name = language.name(code);
    const itself = language.text("admin.itself", { name });
    return escapeMarkdown(language.text("admin.countries.as-members", { name, itself }));
  });
}

/** Follows these as well. Where everybody is followed, these alone; a pair has a calendar of its own. */
export function follow({ selection, presets }: Chosen, asked: Asked, language: Language): Changed {
  const { parties, match } = selection;
  if (asked.everything) return only({ selection, presets }, asked, "any", language);
  if (parties.length === 0) {
    const alone = only({ selection, presets }, asked, "any", language);
    return alone.ok ? { ...alone, said: language.text("admin.countries.instead") } : alone;
  }
  const names = followingText(parties, match, language);
  if (match === "all" && parties.length > 1)
    return { ok: false, text: language.text("admin.countries.is-both", { names }) };
  if (asked.pair) return { ok: false, text: language.text("admin.countries.pair-apart", { names }) };
  const all = [...new Set([...parties, ...asked.codes])];
  return within(
    { selection: { ...selection, parties: all }, presets: newest([...presets, ...asked.presets]) },
    language,
  );
}

/** Follows nobody but these: any of them, or with "all" only what they took part in together. */
export function only({ selection }: Chosen, asked: Asked, match: Match, language: Language): Changed {
  const chosen = asked.pair ? "all" : match;
  return within({ selection: { ...selection, parties: asked.codes, match: chosen }, presets: asked.presets }, language);
}

/** Follows these no more. Nobody left would mean everybody, so that is refused. */
export function unfollow({ selection, presets }: Chosen, asked: Asked, language: Language): Changed {
  // "NATO" takes away both what it stands for and the organisation
  const codes = [...asked.codes, ...asked.organisations];
  const { parties, match } = selection;
  const left = parties.filter((code) => !codes.includes(code));
  const names = followingText(parties, match, language);
  if (left.length === parties.length)
    return { ok: false, text: language.text("admin.countries.not-followed", { names }) };
  if (left.length === 0) return { ok: false, text: language.text("admin.countries.nobody-left") };
  // of which a member was taken out is not followed as a whole any more
  const kept = presets.filter(({ members }) => !members.some((code) => codes.includes(code)));
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

/** Each group once, as it was chosen last. */
function newest(presets: readonly ChosenPreset[]): readonly ChosenPreset[] {
  return [...new Map(presets.map((each) => [each.preset, each])).values()];
}

/** What has changed in a group since it was chosen. */
export interface GroupChange extends ChosenPreset {
  /** Members now, and not followed. */
  readonly joined: readonly PartyCode[];
  /** Members then, in none of the chosen groups now, and still followed. */
  readonly left: readonly PartyCode[];
}

/** The chosen groups whose members are others by now. */
export function groupChanges(
  { selection, presets: chosen }: Chosen,
  presets: Presets,
  today: LocalDate,
): readonly GroupChange[] {
  const { parties } = selection;
  const present = chosen.map(({ preset }) => presets(preset, today));
  const inAny = new Set(present.flat());
  return chosen.flatMap(({ preset, members: then }, at) => {
    const members = present[at] ?? [];
    const joined = members.filter((code) => !parties.includes(code));
    const left = then.filter((code) => parties.includes(code) && !inAny.has(code));
    return joined.length + left.length === 0 ? [] : [{ preset, members, joined, left }];
  });
}

/** Follows the chosen groups as they are now: who has joined is followed, who has left is not. */
export function update(chosen: Chosen, changes: readonly GroupChange[], language: Language): Changed {
  const { selection, presets } = chosen;
  const left = new Set(changes.flatMap((change) => change.left));
  const parties = [...selection.parties.filter((code) => !left.has(code)), ...changes.flatMap(({ joined }) => joined)];
  const now = changes.map(({ preset, members }) => ({ preset, members }));
  return within(
    { selection: { ...selection, parties: [...new Set(parties)] }, presets: newest([...presets, ...now]) },
    language,
  );
}
