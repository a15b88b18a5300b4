import { LEAP_DAYS, TIERS, type Tier } from "../../src/almanac/anniversary.ts";
import type { LocalDate } from "../../src/almanac/date.ts";
import { FAMILIES } from "../../src/almanac/kind.ts";
import { isPreset, type Presets } from "../../src/almanac/parties/presets.ts";
import type { Setting } from "../../src/delivery/settings-text.ts";
import {
  isForum,
  LONGEST_LATE_WINDOW,
  parsePostAt,
  parseZone,
  type SubscriptionSettings,
  takesThreads,
  WEEKDAYS,
} from "../../src/delivery/subscription.ts";
import { ROUTINES } from "../../src/digest/digest.ts";
import type { Channel, Role } from "../command.ts";

/** The settings that the panel changes by a choice, in its order; "parties" chooses a group or everybody. */
export const PANEL_SETTINGS = [
  "channel",
  "hour",
  "zone",
  "parties",
  "families",
  "tier",
  "lines",
  "routine",
  "leap-day",
  "overviews",
  "weekly",
  "heads-up",
  "late-window",
  "mention",
  "mention-tiers",
  "thread",
  "crosspost",
  "forum-tags",
] as const satisfies readonly Setting[];
export type PanelSetting = (typeof PANEL_SETTINGS)[number];

export function isPanelSetting(text: string | undefined): text is PanelSetting {
  return PANEL_SETTINGS.some((setting) => setting === text);
}

/** Which of them a calendar has: what its kind of channel knows, and tiers of a mention where there is a role. */
export function panelSettingsOf({ channelKind, mention }: SubscriptionSettings): readonly PanelSetting[] {
  return PANEL_SETTINGS.filter((setting) => {
    if (setting === "crosspost") return channelKind === "announcement";
    if (setting === "thread") return takesThreads(channelKind);
    if (setting === "forum-tags") return isForum(channelKind);
    return setting !== "mention-tiers" || mention !== undefined;
  });
}

/** Discord takes so many tags on a post. */
export const MOST_TAGS = 5;
export const LINES = [1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 15, 20] as const;
export const HEADS_UP = [1, 2, 3, 5, 7, 14, 30] as const;
/** In minutes: not at all, some hours, as long as the date lasts. */
export const LATE_WINDOWS = [0, 60, 120, 180, 360, 720, LONGEST_LATE_WINDOW] as const;
/** Which roundness mentions a role, until told otherwise. */
const MENTIONED: readonly Tier[] = [100, 50, 25];

type Choose = (
  settings: SubscriptionSettings,
  values: readonly string[],
  known: {
    readonly presets: Presets;
    readonly today: LocalDate;
    /** The channels that the choice brought along. */
    readonly channels: ReadonlyMap<string, Channel>;
    /** The roles that it did. */
    readonly roles: ReadonlyMap<string, Role>;
  },
) => Partial<SubscriptionSettings> | undefined;

/** The settings with what was chosen for one of them, of what the panel offers (panel-select.ts); undefined where that cannot be. */
export function chosen(
  setting: PanelSetting,
  values: readonly string[],
  settings: SubscriptionSettings,
  known: Parameters<Choose>[2],
): SubscriptionSettings | undefined {
  const changes = CHOOSE[setting](settings, values, known);
  return changes && { ...settings, ...changes };
}

const CHOOSE: Readonly<Record<PanelSetting, Choose>> = {
  channel({ forumTags, channelId }, [value = ""], { channels }) {
    const channel = channels.get(value);
    if (channel === undefined || channel.kind === "unsupported" || channel.kind === "direct") return undefined;
    // each forum has tags of its own
    return { channelId: value, channelKind: channel.kind, forumTags: value === channelId ? forumTags : [] };
  },
  hour: (_, [value = ""]) => given(parsePostAt(value), (postAt) => ({ postAt })),
  zone: (_, [value = ""]) => given(parseZone(value), (zone) => ({ zone, lostZone: undefined })),
  parties({ selection }, [value = ""], { presets, today }) {
    if (value === "everything") return { selection: { ...selection, parties: [], together: [] }, presets: [] };
    if (!isPreset(value)) return undefined;
    const members = presets(value, today);
    return { selection: { ...selection, parties: members, together: [] }, presets: [{ preset: value, members }] };
  },
  families({ selection }, values) {
    const families = FAMILIES.filter((family) => values.includes(family));
    return families.length === 0 ? undefined : { selection: { ...selection, families } };
  },
  tier: ({ selection }, [value]) =>
    given(
      TIERS.find((tier) => String(tier) === value),
      (tier) => ({ selection: { ...selection, tier } }),
    ),
  lines: ({ selection }, [value]) =>
    given(
      LINES.find((lines) => String(lines) === value),
      (lines) => ({ selection: { ...selection, lines } }),
    ),
  routine: ({ selection }, [value]) =>
    given(
      ROUTINES.find((each) => each === value),
      (routine) => ({ selection: { ...selection, routine } }),
    ),
  "leap-day": ({ selection }, [value]) =>
    given(
      LEAP_DAYS.find((each) => each === value),
      (leapDay) => ({ selection: { ...selection, leapDay } }),
    ),
  overviews: (_, values) => ({ overviews: { month: values.includes("month"), year: values.includes("year") } }),
  weekly: (_, [value]) =>
    value === "never"
      ? { weekly: undefined }
      : given(
          WEEKDAYS.find((day) => String(day) === value),
          (weekly) => ({ weekly }),
        ),
  "heads-up": (_, [value]) =>
    value === "never"
      ? { headsUpDays: undefined }
      : given(
          HEADS_UP.find((days) => String(days) === value),
          (headsUpDays) => ({ headsUpDays }),
        ),
  "late-window": (_, [value]) =>
    given(
      LATE_WINDOWS.find((minutes) => String(minutes) === value),
      (lateWindow) => ({ lateWindow }),
    ),
  mention({ guildId, mention }, [roleId], { roles }) {
    if (roleId === undefined) return { mention: undefined };
    if (!roles.has(roleId) || isEveryone(roleId, guildId)) return undefined;
    return { mention: { roleId, tiers: mention?.tiers ?? MENTIONED } };
  },
  "mention-tiers"({ mention }, values) {
    const tiers = TIERS.filter((tier) => values.includes(String(tier)));
    return mention === undefined || tiers.length === 0 ? undefined : { mention: { ...mention, tiers } };
  },
  thread: (_, [value]) => ({ thread: value === "yes" }),
  crosspost: (_, [value]) => ({ crosspost: value === "yes" }),
  "forum-tags": (_, values) => ({ forumTags: values }),
};

/** Why nothing was chosen: what Discord offers and the panel does not take, or what nobody offered. */
export function refusedChoice(
  setting: PanelSetting,
  [value]: readonly string[],
  { guildId }: SubscriptionSettings,
): "admin.panel.everyone" | "admin.panel.not-offered" {
  return setting === "mention" && value !== undefined && isEveryone(value, guildId)
    ? "admin.panel.everyone"
    : "admin.panel.not-offered";
}

/** The role of a server's id is everybody in it. */
function isEveryone(roleId: string, guildId: string): boolean {
  return roleId === guildId;
}

function given<T, R>(value: T | undefined, then: (value: T) => R): R | undefined {
  return value === undefined ? undefined : then(value);
}
