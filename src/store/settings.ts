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
import { UTC } from "../delivery/wall.ts";
import type { Log } from "../log.ts";
import type { SubscriptionTable } from "./tables.ts";

const zones = new Map<string, boolean>();

function isKnownZone(name: string): name is Zone {
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

/**
 * A row as a subscription. One in a zone that this Node.js does not know posts nothing until an admin chooses another: it is suspended,
 * and shown in UTC. Throws where somebody else wrote what this version cannot read.
 */
export function subscriptionOf(row: SubscriptionTable): Subscription {
  const { channel_kind, post_at } = columns.parse(row);
  const isKnown = isKnownZone(row.zone);
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
    zone: isKnownZone(row.zone) ? row.zone : UTC,
    locale: row.locale,
    standing: isKnown ? standingOf(row) : zonelessStanding(row),
    nextDue: isKnown ? (row.next_due ?? undefined) : undefined,
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

function zonelessStanding(row: SubscriptionTable): Standing {
  const { state_since: since, refusals } = row;
  return row.state === "paused" ? standingOf(row) : { state: "suspended", since, fault: "zone-unknown", refusals };
}

/** What there is to show of a row, and to change: also one in a zone that this Node.js does not know. */
export function shown(row: SubscriptionTable, log: Pick<Log, "error">): readonly Subscription[] {
  return read(row, log);
}

/** What can be posted. One in a zone that this Node.js does not know is none (delivery/zones.ts has its admins told). */
export function readable(row: SubscriptionTable, log: Pick<Log, "error">): readonly Subscription[] {
  return isKnownZone(row.zone) ? read(row, log) : [];
}

/** What each log has been told of rows that cannot be read. */
const told = new WeakMap<Pick<Log, "error">, Map<string, string>>();

/** One row that this version cannot read is logged, once until it is another, and only it gets nothing. */
function read(row: SubscriptionTable, log: Pick<Log, "error">): readonly Subscription[] {
  const known = told.get(log) ?? new Map<string, string>();
  told.set(log, known);
  try {
    const subscription = subscriptionOf(row);
    known.delete(row.id);
    return [subscription];
  } catch (error) {
    const seen = JSON.stringify([row.settings, row.post_at, row.channel_kind]);
    if (known.get(row.id) !== seen)
      log.error({ err: error, subscription: row.id }, "this subscription cannot be read: it gets nothing");
    known.set(row.id, seen);
    return [];
  }
}

/** A row as a subscription; undefined where this version cannot read it. */
export function subscriptionIn(row: SubscriptionTable): Subscription | undefined {
  try {
    return subscriptionOf(row);
  } catch {
    return undefined;
  }
}
