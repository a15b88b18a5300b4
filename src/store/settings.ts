import { z } from "zod";
import { LEAP_DAYS, TIERS, type Tier } from "../almanac/anniversary.ts";
import { FAMILIES } from "../almanac/kind.ts";
import { isPreset } from "../almanac/parties/presets.ts";
import { DEFAULT_SETTINGS } from "../delivery/default-settings.ts";
import {
  CHANNEL_KINDS,
  type Fault,
  isPostAt,
  isZone,
  LONGEST_LATE_WINDOW,
  type PostAt,
  type Standing,
  type Subscription,
  type SubscriptionSettings,
  type Weekday,
  type Zone,
} from "../delivery/subscription.ts";
import { UTC } from "../delivery/wall.ts";
import { EVERYTHING, ROUTINES } from "../digest/digest.ts";
import type { SubscriptionTable } from "./tables.ts";

const zones = new Map<string, boolean>();

/** isZone of a name that is in the database, asked once a process: asked of all zones each minute it would hold up everything else. */
export function isKnownZone(name: string): name is Zone {
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
    together: z.array(z.tuple([z.string(), z.string()], z.string())),
    families: z.array(z.enum(FAMILIES)),
    tier,
    lines: z.number(),
    leapDay: z.enum(LEAP_DAYS),
    // Rows of before there was this setting are without it.
    routine: z.enum(ROUTINES).default("when-empty"),
  }),
  // rows of before there were groups are without them, those of before their members were kept have names; one that is no more is dropped
  presets: z
    .array(z.union([z.string().transform((preset) => ({ preset, members: [] })), chosenPreset]))
    .default([])
    .transform((chosen) => chosen.flatMap(({ preset, members }) => (isPreset(preset) ? [{ preset, members }] : []))),
  mention: z.object({ roleId: z.string(), tiers: z.array(tier) }).optional(),
  lateWindow: z.int().min(0).max(LONGEST_LATE_WINDOW),
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

const columns = z
  .object({
    channel_kind: z.enum(CHANNEL_KINDS),
    post_at: z.custom<PostAt>((value) => typeof value === "string" && isPostAt(value)),
  })
  .transform(({ channel_kind, post_at }) => ({ channelKind: channel_kind, postAt: post_at }));

/** The columns that settings fill. */
export function columnsOf(settings: SubscriptionSettings) {
  const { guildId, channelId, channelKind, postAt, zone, lostZone, locale, ...rest } = settings;
  return {
    guild_id: guildId,
    channel_id: channelId,
    channel_kind: channelKind,
    post_at: postAt,
    zone: lostZone ?? zone,
    locale,
    settings: JSON.stringify(stored.parse(rest)),
  };
}

/** What stands in the place of what cannot be read. */
const USUAL = {
  ...DEFAULT_SETTINGS,
  channelKind: "text",
  selection: EVERYTHING,
} as const;

/** What a row holds, and why it cannot be posted, if it cannot. */
function read(row: SubscriptionTable) {
  const [own, settings] = [columns.safeParse(row), settingsIn(row.settings)];
  if (!own.success || settings === undefined) return { fault: "settings-unreadable", settings: USUAL } as const;
  const fault = isKnownZone(row.zone) ? undefined : "zone-unknown";
  return { fault, settings: { ...own.data, ...settings } } as const;
}

function settingsIn(text: string): z.infer<typeof stored> | undefined {
  try {
    return stored.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

/**
 * A row as a subscription. One that cannot be posted is shown as suspended: in a zone that this Node.js does not know with its name beside UTC, with settings that this
 * version cannot read (a newer one wrote them) with the usual ones in their place. It goes on once an admin has chosen anew.
 */
export function subscriptionOf(row: SubscriptionTable): Subscription {
  return asSubscription(row, read(row));
}

/** What can be posted: a row that has no fault of its own. */
export function readable(row: SubscriptionTable): readonly Subscription[] {
  const found = read(row);
  return found.fault === undefined ? [asSubscription(row, found)] : [];
}

/** Why a row cannot be posted; undefined of one that can. */
export function faultIn(row: SubscriptionTable): Fault | undefined {
  return read(row).fault;
}

function asSubscription(row: SubscriptionTable, { fault, settings }: ReturnType<typeof read>): Subscription {
  const { mention, headsUpDays, weekly, ...others } = settings;
  return {
    ...others,
    mention,
    headsUpDays,
    weekly,
    id: row.id,
    guildId: row.guild_id,
    channelId: row.channel_id,
    ...(isKnownZone(row.zone) ? { zone: row.zone } : { zone: UTC, lostZone: row.zone }),
    locale: row.locale,
    standing: fault === undefined || row.state === "paused" ? standingOf(row) : unfit(row, fault),
    nextDue: fault === undefined ? (row.next_due ?? undefined) : undefined,
    revision: row.revision,
    recordedSince: row.recorded_since,
  };
}

function standingOf(row: SubscriptionTable): Standing {
  if (row.state === "active")
    return { state: "active", refused: row.fault === null ? undefined : { since: row.state_since, fault: row.fault } };
  const paused = { state: "paused", since: row.state_since } as const;
  if (row.state === "paused") return row.fault === "channel-gone" ? { ...paused, fault: row.fault } : paused;
  if (row.fault === null) return paused;
  return { state: "suspended", since: row.state_since, fault: row.fault, refusals: row.refusals };
}

function unfit({ state_since: since, refusals }: SubscriptionTable, fault: Fault): Standing {
  return { state: "suspended", since, fault, refusals };
}
