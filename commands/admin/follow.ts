import type { LocalDate } from "../../src/almanac/date.ts";
import type { ChosenPreset, Presets } from "../../src/almanac/parties/presets.ts";
import type { PartyCode } from "../../src/almanac/party.ts";
import type { SubscriptionSettings } from "../../src/delivery/subscription.ts";
import type { Together } from "../../src/digest/digest.ts";
import { asTogether, distinct, followsEverything, isSame } from "../../src/digest/follow.ts";
import type { Language } from "../../src/messages/language.ts";
import { escapeMarkdown } from "../../src/messages/markdown.ts";
import type { Following } from "../typed/following.ts";
import { presetName } from "../typed/group.ts";
import { allTogether } from "../typed/pair.ts";
import { followingText } from "./setting-words.ts";

/** So many parties in one calendar: any two groups that there are. */
const MOST_PARTIES = 120;

type Asked = Extract<Following, { ok: true }>;
type Chosen = Pick<SubscriptionSettings, "selection" | "presets">;

export type Changed =
  /** With what is to be said of it besides. */
  | { readonly ok: true; readonly settings: Chosen; readonly said?: string }
  | { readonly ok: false; readonly text: string };

/** Which organisations' names were read as the groups of their members and how to follow one alone, and how pairs were read, in markdown. */
export function asMembers({ organisations, said }: Asked, language: Language): readonly string[] {
  const members = organisations.map((code) => {
    const name = language.name(code);
    const itself = language.text("admin.itself", { name });
    return language.text("admin.countries.as-members", { name, itself });
  });
  return [...members, ...said].map(escapeMarkdown);
}

/** Follows these as well. Where everybody is followed, these alone. */
export function follow({ selection, presets }: Chosen, asked: Asked, language: Language): Changed {
  if (asked.everything) return only({ selection, presets }, asked, language);
  if (followsEverything(selection)) {
    const alone = only({ selection, presets }, asked, language);
    return alone.ok ? { ...alone, said: language.text("admin.countries.instead") } : alone;
  }
  const parties = [...new Set([...selection.parties, ...asked.codes])];
  const together = distinct([...selection.together, ...asked.together]);
  return within(
    { selection: { ...selection, parties, together }, presets: newest([...presets, ...asked.presets]) },
    language,
  );
}

/** Follows nobody but these. */
export function only({ selection }: Chosen, asked: Asked, language: Language): Changed {
  const { codes: parties, together, presets } = asked;
  return within({ selection: { ...selection, parties, together }, presets }, language);
}

/** Follows nobody but these, and only what all of them took part in. */
export function onlyTogether(chosen: Chosen, asked: Asked, language: Language): Changed {
  if (asked.everything) return only(chosen, asked, language);
  if (asked.together.length > 0) return { ok: false, text: language.text("admin.countries.together-with-pairs") };
  const read = allTogether(asked.codes, language);
  if (!read.ok) return { ok: false, text: read.refusal.text };
  return only(chosen, { ...asked, codes: [], together: [read.together] }, language);
}

/** Follows these no more; what another group that was chosen has stays. Nobody left would mean everybody, so that is refused. */
export function unfollow({ selection, presets }: Chosen, asked: Asked, language: Language): Changed {
  if (followsEverything(selection)) return { ok: false, text: language.text("admin.countries.all-followed") };
  const chosen = presets.filter(({ preset }) => asked.presets.some((one) => one.preset === preset));
  // a group within what more have in common is no group to be taken out of that
  const gone = chosen.filter(({ members }) => !isWithinMore(members, selection));
  const others = presets.filter((one) => !gone.includes(one));
  const spared = gone
    .flatMap(({ members }) => members)
    .filter((code) => others.some(({ members }) => members.includes(code)));
  // "NATO" takes away both what it stands for and the organisation
  const codes = [...asked.codes, ...asked.organisations].filter((code) => !spared.includes(code));
  const parties = selection.parties.filter((code) => !codes.includes(code));
  const isGone = (all: Together) => gone.some(({ members }) => placeOf(members, selection) === all);
  const together = selection.together.filter(
    (pair) => !isGone(pair) && !asked.together.some((other) => isSame(pair, other)),
  );
  const isTaken = parties.length < selection.parties.length || together.length < selection.together.length;
  if (!isTaken && others.length === presets.length) return { ok: false, text: notFollowed(selection, asked, language) };
  const left = { ...selection, parties, together };
  if (followsEverything(left)) return { ok: false, text: language.text("admin.countries.nobody-left") };
  // of which a member was taken out is not followed as a whole any more
  const isWhole = ({ members }: ChosenPreset) => members.every((code) => placeOf(members, left).includes(code));
  const broken = others.filter((one) => !isWhole(one)).map(({ preset }) => presetName(preset, language));
  const settings = { selection: left, presets: others.filter(isWhole) };
  if (broken.length === 0) return { ok: true, settings };
  return { ok: true, settings, said: language.text("admin.countries.broken", { groups: language.list(broken) }) };
}

/** Why there is nothing to take away, and what there is. */
function notFollowed({ parties, together }: Chosen["selection"], { codes }: Asked, language: Language): string {
  const inCommon = together.filter((all) => all.some((code) => codes.includes(code)));
  return inCommon.length > 0
    ? language.text("admin.countries.only-together", {
        pairs: followingText({ parties: [], together: inCommon }, language),
      })
    : language.text("admin.countries.not-followed", { names: followingText({ parties, together }, language) });
}

function within(settings: Chosen, language: Language): Changed {
  const { parties, together } = settings.selection;
  const count = parties.length + together.flat().length;
  if (count <= MOST_PARTIES) return { ok: true, settings };
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
  /** Members when it was chosen. */
  readonly former: readonly PartyCode[];
}

/** Among whom a group was put: those who are followed together, all of its members among them, or else the parties. */
function placeOf(members: readonly PartyCode[], { parties, together }: Chosen["selection"]): readonly PartyCode[] {
  const isIn = (codes: readonly PartyCode[]) => members.every((code) => codes.includes(code));
  return isIn(parties) ? parties : (together.find(isIn) ?? parties);
}

/** Whether a group is followed only together with others that are not in it. */
function isWithinMore(members: readonly PartyCode[], selection: Chosen["selection"]): boolean {
  const place = placeOf(members, selection);
  return place !== selection.parties && place.some((code) => !members.includes(code));
}

/** The chosen groups whose members are others by now. */
export function groupChanges(
  { selection, presets: chosen }: Chosen,
  presets: Presets,
  today: LocalDate,
): readonly GroupChange[] {
  const present = chosen.map(({ preset }) => presets(preset, today));
  const inAny = new Set(present.flat());
  return chosen.flatMap(({ preset, members: former }, at) => {
    const members = present[at] ?? [];
    const place = placeOf(former, selection);
    const joined = members.filter((code) => !place.includes(code));
    const left = former.filter((code) => place.includes(code) && !inAny.has(code));
    return joined.length + left.length === 0 ? [] : [{ preset, members, joined, left, former }];
  });
}

/** Follows the chosen groups as they are now: who has joined is followed, who has left is not. */
export function update(chosen: Chosen, changes: readonly GroupChange[], language: Language): Changed {
  const selection = changes.reduce(replaced, chosen.selection);
  const now = changes.map(({ preset, members }) => ({ preset, members }));
  return within({ selection, presets: newest([...chosen.presets, ...now]) }, language);
}

/** The selection with who is in the group now, where it was put. */
function replaced(selection: Chosen["selection"], { joined, left, former }: GroupChange): Chosen["selection"] {
  const place = placeOf(former, selection);
  const codes = [...new Set([...place.filter((code) => !left.includes(code)), ...joined])];
  if (place === selection.parties) return { ...selection, parties: codes };
  const together = selection.together.map((all) => (all === place ? (asTogether(codes) ?? all) : all));
  return { ...selection, together };
}
