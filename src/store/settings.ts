import { z } from "zod";
import { TIERS, type Tier } from "../almanac/anniversary.ts";
import { FAMILIES } from "../almanac/kind.ts";
import { isPreset } from "../almanac/parties/presets.ts";
import {
  CHANNEL_KINDS,
  isPostAt,
  isZone,
  type PostAt,
  type Standing,
  type Subscription,
  type SubscriptionSettings,
  type Weekday,
  type Zone,
} from "../delivery/subscription.ts";
import type { Log } from "../log.ts";
import type { SubscriptionTable } from "./tables.ts";

const zones = new Map<string, boolean>();

function isKnownZone(name: unknown): name is Zone {
  if (typeof name !== "string") return false;
  const known = zones.get(name) ?? isZone(name);
  zones.set(name, known);
  return known;
}

const tier = z.custom<Tier>((value) => TIERS.some((known) => known === value));
const weekday = z.custom<Weekday>(
  (value) => typeof value === "number" && Number.isInteger(value) && value >= 1 && value <= 7,
);

const chosenPreset = z.object({ preset: z.string(), members: z.array(z.string()) });

/** What the JSON column holds: all settings that no query looks at. An unknown one, from a later version, is dropped. */
const stored = z.object({
  selection: z.object({
    parties: z.array(z.string()),
    match: z.enum(["any", "all"]),
    families: z.array(z.enum(FAMILIES)),
    tier,
    lines: z.number(),
    leapDay: z.enum(["02-28", "03-01"]),
    // Rows of before there was this setting are without it.
    routine: z.enum(["when-empty", "never"]).default("when-empty"),
  }),
  // rows of before there were groups are without them, those of before their members were kept have names; one that is no more is dropped
  presets: z
    .array(z.union([z.string().transform((preset) => ({ preset, members: [] })), chosenPreset]))
    .default([])
    .transform((chosen) => chosen.flatMap(({ preset, members }) => (isPreset(preset) ? [{ preset, members }] : []))),
  mention: z.object({ roleId: z.string(), tiers: z.array(tier) }).optional(),
  lateWindow: z.number(),
  crosspost: z.boolean(),
  // rows of before there were threads are without it
  thread: z.boolean().default(false),
  forumTags: z.array(z.string()),
  overviews: z.object({ month: z.boolean(), year: z.boolean() }),
  headsUpDays: z.number().optional(),
  weekly: weekday.optional(),
  // Rows of before there were reminders are without them.
  reminders: z
    .array(z.union([z.object({ event: z.string() }), z.object({ pair: z.tuple([z.string(), z.string()]) })]))
    .default([]),
});

const columns = z.object({
  channel_kind: z.enum(CHANNEL_KINDS),
  post_at: z.custom<PostAt>((value) => typeof value === "string" && isPostAt(value)),
  zone: z.custom<Zone>(isKnownZone, "a zone that this Node.js does not know"),
});

/** The columns that settings fill. */
export function columnsOf(settings: SubscriptionSettings) {
  const { guildId, channelId, channelKind, postAt, zone, locale, ...rest } = settings;
  return {
    guild_id: guildId,
    channel_id: channelId,
    channel_kind: channelKind,
    post_at: postAt,
    zone,
    locale,
    settings: JSON.stringify(stored.parse(rest)),
  };
}

/** A row as a subscription. Throws where somebody else wrote what this version cannot read. */
export function subscriptionOf(row: SubscriptionTable): Subscription {
  const { channel_kind, post_at, zone } = columns.parse(row);
  const { mention, headsUpDays, weekly, ...settings } = stored.parse(JSON.parse(row.settings));
  return {
    ...settings,
    mention,
    headsUpDays,
    weekly,
    id: row.id,
    guildId: row.guild_id,
    channelId: row.channel_id,
    channelKind: channel_kind,
    postAt: post_at,
    zone,
    locale: row.locale,
    standing: standingOf(row),
    nextDue: row.next_due ?? undefined,
    revision: row.revision,
    recordedSince: row.recorded_since,
  };
}

function standingOf(row: SubscriptionTable): Standing {
  if (row.state === "active")
    return { state: "active", refused: row.fault === null ? undefined : { since: row.state_since, fault: row.fault } };
  if (row.state === "paused" || row.fault === null) return { state: "paused", since: row.state_since };
  return { state: "suspended", since: row.state_since, fault: row.fault, refusals: row.refusals };
}

/** One row that this version cannot read (its zone left the zone database) is logged, and only it gets nothing. */
export function readable(row: SubscriptionTable, log: Pick<Log, "error">): readonly Subscription[] {
  try {
    return [subscriptionOf(row)];
  } catch (error) {
    log.error({ err: error, subscription: row.id }, "this subscription cannot be read: it gets nothing");
    return [];
  }
}
