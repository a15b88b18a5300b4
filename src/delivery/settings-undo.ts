import { LEAP_DAYS, TIERS, type Tier } from "../almanac/anniversary.ts";
import { FAMILIES } from "../almanac/kind.ts";
import { isPreset } from "../almanac/parties/presets.ts";
import { ROUTINES } from "../digest/digest.ts";
import { NONE, type Setting, type SettingChange, togetherIn } from "./settings-text.ts";
import {
  CHANNEL_KINDS,
  LONGEST_LATE_WINDOW,
  parsePostAt,
  parseZone,
  type SubscriptionSettings,
  WEEKDAYS,
} from "./subscription.ts";

/** A setting's text (settings-text.ts) read back into the settings; undefined where this version cannot read it. */
type Read = (text: string, settings: SubscriptionSettings) => Partial<SubscriptionSettings> | undefined;

/** The settings as they were before these changes; undefined where that cannot be told. */
export function before(
  settings: SubscriptionSettings,
  changes: readonly SettingChange[],
): SubscriptionSettings | undefined {
  let restored: SubscriptionSettings | undefined = settings;
  for (const { setting, from } of changes) {
    const read: Partial<SubscriptionSettings> | undefined = restored && READ[setting](from, restored);
    restored = restored && read && { ...restored, ...read };
  }
  return restored;
}

const list = (text: string): readonly string[] => text.split(" ").filter((part) => part !== "");

/** All that have their text; undefined where one has not. */
function each<T>(known: readonly T[], text: string): readonly T[] | undefined {
  const found = list(text).map((part) => known.find((one) => String(one) === part));
  return found.every((one) => one !== undefined) ? found : undefined;
}

function given<T, R>(value: T | undefined, then: (value: T) => R): R | undefined {
  return value === undefined ? undefined : then(value);
}

const flag = (text: string): boolean | undefined => (text === "yes" ? true : text === "no" ? false : undefined);
const number = (text: string): number | undefined => (/^\d+$/.test(text) ? Number(text) : undefined);
/** Until its own text says more. */
const NO_TIERS: readonly Tier[] = [];

const READ: Readonly<Record<Setting, Read>> = {
  channel: (channelId) => ({ channelId }),
  "channel-kind": (text) => given(each(CHANNEL_KINDS, text)?.[0], (channelKind) => ({ channelKind })),
  hour: (text) => given(parsePostAt(text), (postAt) => ({ postAt })),
  zone: (text) => given(parseZone(text), (zone) => ({ zone, lostZone: undefined })),
  language: (locale) => ({ locale }),
  parties: (text, { selection }) => ({ selection: { ...selection, parties: text === NONE ? [] : list(text) } }),
  together: (text, { selection }) => ({ selection: { ...selection, together: togetherIn(text) } }),
  presets: (text, { presets }) => ({
    presets: list(text).flatMap((one) => {
      const [preset = "", members] = one.split(":");
      if (!isPreset(preset)) return [];
      if (members !== undefined) return [{ preset, members: members.split("+").filter((code) => code !== "") }];
      // the record of before members were kept: of one that is no more chosen, who they were is not known
      return [presets.find((chosen) => chosen.preset === preset) ?? { preset, members: [] }];
    }),
  }),
  families: (text, { selection }) =>
    given(each(FAMILIES, text), (families) => ({ selection: { ...selection, families } })),
  tier: (text, { selection }) => given(each(TIERS, text)?.[0], (tier) => ({ selection: { ...selection, tier } })),
  lines: (text, { selection }) => given(number(text), (lines) => ({ selection: { ...selection, lines } })),
  "leap-day": (text, { selection }) =>
    given(each(LEAP_DAYS, text)?.[0], (leapDay) => ({ selection: { ...selection, leapDay } })),
  routine: (text, { selection }) =>
    given(each(ROUTINES, text)?.[0], (routine) => ({ selection: { ...selection, routine } })),
  mention: (roleId, { mention }) => ({
    mention: roleId === "" ? undefined : { roleId, tiers: mention?.tiers ?? NO_TIERS },
  }),
  "mention-tiers": (text, { mention }) =>
    given(each(TIERS, text), (tiers) => ({ mention: mention && { ...mention, tiers } })),
  crosspost: (text) => given(flag(text), (crosspost) => ({ crosspost })),
  thread: (text) => given(flag(text), (thread) => ({ thread })),
  "forum-tags": (text) => ({ forumTags: list(text) }),
  overviews: (text) => ({ overviews: { month: list(text).includes("month"), year: list(text).includes("year") } }),
  "heads-up": (text) => ({ headsUpDays: number(text) }),
  weekly: (text) => (text === "" ? { weekly: undefined } : given(each(WEEKDAYS, text)?.[0], (weekly) => ({ weekly }))),
  "late-window": (text) =>
    given(number(text), (lateWindow) => (lateWindow > LONGEST_LATE_WINDOW ? undefined : { lateWindow })),
};
