import type { Together } from "../digest/digest.ts";
import { asTogether, followsEverything } from "../digest/follow.ts";
import type { SubscriptionSettings } from "./subscription.ts";

/** What an admin can choose of a subscription, each by its name. */
export const SETTINGS = [
  "channel",
  "channel-kind",
  "hour",
  "zone",
  "language",
  "parties",
  "together",
  "presets",
  "families",
  "tier",
  "lines",
  "leap-day",
  "routine",
  "mention",
  "mention-tiers",
  "crosspost",
  "thread",
  "forum-tags",
  "overviews",
  "heads-up",
  "weekly",
  "late-window",
] as const;
export type Setting = (typeof SETTINGS)[number];

/** One setting before and after somebody changed it. */
export interface SettingChange {
  readonly setting: Setting;
  readonly from: string;
  readonly to: string;
}

/** Stands for no parties where pairs are followed: nothing at all stands for everybody. */
export const NONE = "-";

/** Each setting as one short text that is the same in every language: codes with spaces between them, numbers, empty for none. */
export function settingTexts(settings: SubscriptionSettings): Readonly<Record<Setting, string>> {
  const { selection, mention, overviews } = settings;
  return {
    channel: settings.channelId,
    "channel-kind": settings.channelKind,
    hour: settings.postAt,
    zone: settings.lostZone ?? settings.zone,
    language: settings.locale,
    parties: selection.parties.join(" ") || (followsEverything(selection) ? "" : NONE),
    together: selection.together.map((codes) => codes.join("+")).join(" "),
    // with its members then: who takes the change back follows the same again
    presets: settings.presets.map(({ preset, members }) => `${preset}:${members.join("+")}`).join(" "),
    families: selection.families.join(" "),
    tier: String(selection.tier),
    lines: String(selection.lines),
    "leap-day": selection.leapDay,
    routine: selection.routine,
    mention: mention?.roleId ?? "",
    "mention-tiers": (mention?.tiers ?? []).join(" "),
    crosspost: settings.crosspost ? "yes" : "no",
    thread: settings.thread ? "yes" : "no",
    "forum-tags": settings.forumTags.join(" "),
    overviews: [overviews.month ? "month" : "", overviews.year ? "year" : ""].join(" ").trim(),
    "heads-up": String(settings.headsUpDays ?? ""),
    weekly: String(settings.weekly ?? ""),
    "late-window": String(settings.lateWindow),
  };
}

/** The text of "together" read back: "BE+KR FR+DE". */
export function togetherIn(text: string): readonly Together[] {
  return text.split(" ").flatMap((codes) => {
    const together = asTogether(codes.split("+"));
    return together === undefined ? [] : [together];
  });
}

/** The settings that differ, in the order of SETTINGS. */
export function changesBetween(before: SubscriptionSettings, after: SubscriptionSettings): readonly SettingChange[] {
  const [from, to] = [settingTexts(before), settingTexts(after)];
  return SETTINGS.filter((setting) => from[setting] !== to[setting]).map((setting) => ({
    setting,
    from: from[setting],
    to: to[setting],
  }));
}
