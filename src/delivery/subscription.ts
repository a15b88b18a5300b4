import type { Tier } from "../almanac/anniversary.ts";
import type { ChosenPreset } from "../almanac/parties/presets.ts";
import type { Selection } from "../digest/digest.ts";
import type { Reminder } from "../digest/reminders.ts";
import type { EntryId } from "./audit.ts";

/** Eight characters of Crockford's base 32, chosen by the store: short enough to type and for a custom_id. */
export type SubscriptionId = string;

declare const checked: unique symbol;
/** A wall-clock time HH:mm, 00:00 to 23:59. */
export type PostAt = string & { readonly [checked]: "PostAt" };
/** A zone that this Node.js knows: an IANA name. */
export type Zone = string & { readonly [checked]: "Zone" };

/** Reads H:mm or HH:mm (also with a point or an h between) into HH:mm; anything else is undefined. */
export function parsePostAt(text: string): PostAt | undefined {
  const [, hour, minute] = /^([01]?\d|2[0-3])[:.h]([0-5]\d)$/.exec(text.trim()) ?? [];
  if (hour === undefined || minute === undefined) return undefined;
  const time = `${hour.padStart(2, "0")}:${minute}`;
  return isPostAt(time) ? time : undefined;
}

/** Whether a text is a time of day as it is stored: HH:mm. */
export function isPostAt(text: string): text is PostAt {
  return /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(text);
}

/**
 * Reads an IANA zone in any letter case. A name that Node.js knows under an older one (Asia/Kolkata is its Asia/Calcutta) stays as
 * typed. Offsets such as +02:00 are refused: they do not know summer time, and nobody who types one means to forgo it.
 */
export function parseZone(text: string): Zone | undefined {
  const typed = text.trim();
  if (typed.length > 64 || !/^[A-Za-z]/.test(typed)) return undefined;
  const name = canonicalName(typed);
  return name !== undefined && isZone(name) ? name : undefined;
}

/** Whether this Node.js knows a zone of that name; offsets are none. */
export function isZone(text: string): text is Zone {
  return /^[A-Za-z]/.test(text) && canonicalName(text) !== undefined;
}

function canonicalName(typed: string): string | undefined {
  try {
    const known = new Intl.DateTimeFormat("en", { timeZone: typed }).resolvedOptions().timeZone;
    return known.toLowerCase() === typed.toLowerCase() ? known : typed;
  } catch {
    return undefined;
  }
}

/** Direct: a person's direct messages, where reminders go. */
export const CHANNEL_KINDS = ["text", "announcement", "thread", "forum", "media", "voice", "direct"] as const;
export type ChannelKind = (typeof CHANNEL_KINDS)[number];

/** Whether what is posted there is a post of its own, with tags. */
export function isForum(kind: ChannelKind): boolean {
  return kind === "forum" || kind === "media";
}

/** Which role is mentioned, and for which roundness: only a post with a line of one of these tiers mentions it. */
export interface Mention {
  readonly roleId: string;
  readonly tiers: readonly Tier[];
}

/** Monday is 1, Sunday is 7 (ISO 8601). */
export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** Whether posts go on to the servers that follow the channel, where a server's own dates have no place. */
export function isPublished({
  crosspost,
  channelKind,
}: Pick<SubscriptionSettings, "crosspost" | "channelKind">): boolean {
  return crosspost && channelKind === "announcement";
}

/** Whether a thread of its own can be opened under a post there. */
export function takesThreads(kind: ChannelKind): boolean {
  return kind === "announcement" || kind === "text";
}

/** What an admin chose, or a person for reminders; the server is then that person. The day of 29 February in common years is in the selection. */
export interface SubscriptionSettings {
  readonly guildId: string;
  readonly channelId: string;
  readonly channelKind: ChannelKind;
  readonly postAt: PostAt;
  readonly zone: Zone;
  /** The name of a zone that this Node.js does not know, where that was chosen: nothing is posted, and until another is, the zone says UTC. */
  readonly lostZone?: string | undefined;
  /** A Discord locale: the language of what is posted. */
  readonly locale: string;
  readonly selection: Selection;
  /** The groups that were chosen as a whole: their members, as they were then, are among the selection's parties. */
  readonly presets: readonly ChosenPreset[];
  readonly mention: Mention | undefined;
  /**
   * For so many minutes after postAt a missed post still goes out, on its own local date only (0 to LONGEST_LATE_WINDOW: as long as the date lasts).
   * Whatever it is, two minutes where nobody was there at postAt, and a quarter of an hour where somebody was, are in time.
   */
  readonly lateWindow: number;
  /** Publish to following servers; announcement channels only. */
  readonly crosspost: boolean;
  /** Open a thread under the day's post, for what people say about it; text and announcement channels only. */
  readonly thread: boolean;
  /** Tags for the post; forum and media channels only, at most 5. */
  readonly forumTags: readonly string[];
  /** The month's overview on the 1st, the year's on 1 January. */
  readonly overviews: { readonly month: boolean; readonly year: boolean };
  /** Tell of a milestone so many days before it (1 to 30). */
  readonly headsUpDays: number | undefined;
  /** Preview of the coming week, on this day. */
  readonly weekly: Weekday | undefined;
  /** Direct messages only: what is told on its day, and so many days before (headsUpDays). */
  readonly reminders: readonly Reminder[];
}

/** As long as any local date lasts after any hour, in minutes. */
export const LONGEST_LATE_WINDOW = 24 * 60 - 1;

/** What an admin must mend; each has its wording in data/translations (delivery.fault.<name>). */
export const FAULTS = [
  "channel-gone", // deleted, or no longer visible under its id
  "no-access", // View Channel is missing, or the bot is not in the server
  "no-permission", // Send Messages (or Send Messages in Threads, Connect) is missing, or the bot is timed out
  "wrong-channel", // a kind of channel that takes no messages
  "thread-locked",
  "tag-needed", // the forum demands a tag
  "tag-refused", // the tags may be used by moderators only
  "threads-full", // as many threads are active as Discord allows: a forum takes no more posts
  "tag-gone", // posted without its tag, which the forum has no more
  "automod", // the server's AutoMod blocked the message
  "role-gone", // the role to mention was deleted; posts go on without it
  "history-needed", // a post may or may not be out, and without Read Message History nobody can tell
  "deleted-in-doubt", // it may be out, and what was written at that moment has been deleted
  "crosspost-refused", // posted, but not published to followers
  "thread-refused", // posted, but without the thread under it
  "direct-messages-closed", // the person takes none from this bot: the second time, reminders end
  "files-refused", // posted without its files: Attach Files is missing
  "plain-only", // posted, but Discord took it as plain text only
  "groups-changed", // members of a group that it follows have joined or left; posts go on
  "zone-unknown", // its time zone is none that this Node.js knows
  "settings-unreadable", // a newer version wrote settings that this one cannot read
  "message-refused", // Discord refused the message itself, in every form: a fault of ours, reported to the operator
] as const;
export type Fault = (typeof FAULTS)[number];

/** Of what is stored, not of the channel: nothing is posted until an admin has chosen anew, or it can be read again. */
export const UNFIT = ["zone-unknown", "settings-unreadable"] as const satisfies readonly Fault[];

/** What no longer holds once a post went through. */
export const REFUSALS = [
  "channel-gone",
  "no-access",
  "no-permission",
  "wrong-channel",
  "thread-locked",
  "tag-needed",
  "tag-refused",
  "threads-full",
] as const satisfies readonly Fault[];

/** Of the one text, not of the channel: another going through does not end them. */
export const TEXT_REFUSALS = ["automod", "message-refused"] as const satisfies readonly Fault[];

export type Standing =
  /** Refused: its channel refused since then, on one day only; the next refusal suspends it. */
  | { readonly state: "active"; readonly refused: { readonly since: number; readonly fault: Fault } | undefined }
  /** An admin said so; since 0 where nobody has begun it yet. With that its channel is gone meanwhile, where that is known. */
  | { readonly state: "paused"; readonly since: number; readonly fault?: "channel-gone" }
  /** Discord refused so many times in a row; the next post is a probe, and what it needs is told in words for the fault. */
  | { readonly state: "suspended"; readonly since: number; readonly fault: Fault; readonly refusals: number };

/** Whether it has ever posted, or was to: one that was only looked at has not. */
export function isBegun({ standing }: Pick<Subscription, "standing">): boolean {
  return standing.state !== "paused" || standing.since > 0;
}

/** Whether it was only looked at and nobody has chosen anything of it: such gives way to what somebody wants there. */
export function isUntouched({ standing, revision }: Pick<Subscription, "standing" | "revision">): boolean {
  return !isBegun({ standing }) && revision === 0;
}

/** Whether its channel has been deleted, or is no longer to be seen under its id. */
export function isChannelGone({ standing }: Pick<Subscription, "standing">): boolean {
  return standing.state !== "active" && standing.fault === "channel-gone";
}

/** Whether its next post is to come, and nothing is known to be in its way. */
export function isPosting({ standing }: Pick<Subscription, "standing">): boolean {
  return standing.state === "active" && standing.refused === undefined;
}

/** Whether its channel has refused, be it on one day only. */
export function isRefused({ standing }: Pick<Subscription, "standing">): boolean {
  return standing.state === "suspended" || (standing.state === "active" && standing.refused !== undefined);
}

/** One standing order of a server. */
export interface Subscription extends SubscriptionSettings {
  readonly id: SubscriptionId;
  readonly standing: Standing;
  /**
   * The wall clock in its zone at which the next post is due: YYYY-MM-DDTHH:mm:ss, where the seconds spread the load.
   * Absent while paused, while suspended until an admin acts, and while the bot is not in the server.
   */
  readonly nextDue: string | undefined;
  /** How often its settings were changed: who changes them says which ones were seen. */
  readonly revision: number;
  /** Since when there is a record of what its channel got; what it got before, on the same date, is not known here. */
  readonly recordedSince: number;
}

/** So many calendars a server: a list of them is a select, which has so many options. */
export const MOST_CALENDARS = 25;

/** What an admin asks for in a channel where none was seen, or one that was only looked at: its settings, and how it begins. */
export interface SetUpRequest {
  readonly settings: SubscriptionSettings;
  readonly begin: "active" | "paused";
  /** Whether somebody has chosen any of the settings: such are not given up to make room. */
  readonly isChosen: boolean;
}

/** What became of it: found where somebody else's is there, which is as it was; not ok where the server has MOST_CALENDARS in other channels: that have begun, or that have not and hold what somebody chose. */
export type SetUp =
  | { readonly ok: true; readonly subscription: Subscription; readonly became: "made" | "found" }
  | { readonly ok: false; readonly full: "begun" | "unbegun" };

/**
 * What became of a change: the subscription as it is then. Stale where somebody else was faster, so that nothing was changed; same
 * where it was like that already, so that nothing is on record; else with the entry that tells what was changed (audit.ts), where there is such.
 */
export type Revised =
  | { readonly outcome: "stale" | "same"; readonly subscription: Subscription }
  | { readonly outcome: "changed"; readonly subscription: Subscription; readonly entry: EntryId | undefined };
