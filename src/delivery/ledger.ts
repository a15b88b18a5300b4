import { createHash } from "node:crypto";
import type { Snowflake } from "../ports.ts";
import type { SkipReason } from "./skips.ts";
import type { Fault, SubscriptionId } from "./subscription.ts";
import type { Wall } from "./wall.ts";

/** Which post of a local date: each subscription has at most one of each. */
export const SLOTS = ["daily", "month", "year", "heads-up", "weekly", "reminder"] as const;
export type Slot = (typeof SLOTS)[number];
/** One of these has a row on every date: what a channel gets each day, and a person. */
export const EVERY_DAY: readonly Slot[] = ["daily", "reminder"];

/** 22 characters of base64url, the ledger row's key, the nonce of its message (Discord allows 25) and the mark in its custom_id. */
export type DeliveryKey = string;

/**
 * 132 bits of SHA-256 over channel, slot and local date (YYYY-MM-DD). A channel has one subscription at most: the same post has the same key
 * in every process and every record, also in one that begins anew.
 */
export function deliveryKey(channelId: Snowflake, slot: Slot, localDate: string): DeliveryKey {
  return createHash("sha256").update(`${channelId}|${slot}|${localDate}`).digest("base64url").slice(0, 22);
}

/**
 * What became of one subscription's post for one slot of one local date.
 * - claimed: some process is on it, or died on it
 * - sent, empty (nothing to say), skipped (too late on its date): settled for good
 * - failed: will be tried again at wakeAt
 * - rejected: an admin must act (fault)
 * - unknown: it may be out, nobody can tell; not sent again, unless the channel can be read within a day and shows that it is not out
 */
const DELIVERY_STATES = ["claimed", "sent", "empty", "skipped", "failed", "rejected", "unknown"] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

/** The detail of a row that was claimed and is free again, for nothing is sent just now. */
export const NOT_SENT = "not sent: everything pauses";

/** The detail of a row whose server has an outage of Discord's. */
export const OUTAGE = "the server is unavailable: an outage of Discord's";

/** So begins the detail of a row that was unknown and is looked for once more, until it is settled. */
export const LOOKED_FOR_AGAIN = "looked for once more: the channel's permissions have changed";

export function isLookedForAgain({ detail }: Pick<Delivery, "detail">): boolean {
  return detail?.startsWith(LOOKED_FOR_AGAIN) === true;
}

/** The detail of a post that is out, and whose channel refuses what was still to be done about it. */
export const UNFINISHED = "not published to followers or given its thread: its channel refuses";

export interface Delivery {
  readonly key: DeliveryKey;
  readonly subscriptionId: SubscriptionId;
  readonly slot: Slot;
  /** YYYY-MM-DD where the server lives. */
  readonly localDate: string;
  /** The wall clock on that date since when it is due; what is late is late by this. */
  readonly due: Wall;
  /**
   * Claimed only after its minute by a process that had not been there for it: an earlier copy of this database, since replaced by
   * a backup, may know that it was sent.
   */
  readonly overdue: boolean;
  readonly state: DeliveryState;
  /** How often it was claimed: a settlement counts only for the claim it belongs to. */
  readonly attempts: number;
  readonly claimedAt: number;
  /** Since when an attempt may have been carried out without our knowing; absent where the fate of every attempt is known. */
  readonly uncertainSince: number | undefined;
  /** When somebody takes it up again: a failed one's next try, a claim's end of lease. */
  readonly wakeAt: number | undefined;
  readonly messageId: string | undefined;
  readonly fault: Fault | undefined;
  /** For the operator: Discord's code and words, or what was done about it. */
  readonly detail: string | undefined;
  /** Why it was skipped, where it was. */
  readonly reason: SkipReason | undefined;
  /** The channel that its calendar left while it was under way there: whether it is out shows there. */
  readonly leftChannel: Snowflake | undefined;
  /** When its calendar was paused while it was still to be sent; absent where it was resumed in time. */
  readonly pausedAt: number | undefined;
}

/** A subscription with a post due, as the round sees it before it looks closer. */
export interface Due {
  readonly id: SubscriptionId;
  readonly nextDue: string;
  /** Its channel has refused: this post shows whether it still does. */
  readonly isRefused: boolean;
}

/** Somebody whose post is due. */
export interface Waiting {
  readonly id: SubscriptionId;
  /** In the line since the minute in which it was due. */
  readonly seen: boolean;
  /** In the line since. */
  readonly since: number;
}

/** A row to be written: claimed, or at once skipped where its day or its window has passed. */
export type Claim = ClaimedRow & ({ readonly state: "claimed" } | ({ readonly state: "skipped" } & Skip));

/** Why a date has no post; with a word for the operator where there is more to know. */
export interface Skip {
  readonly reason: SkipReason;
  readonly detail?: string | undefined;
}

interface ClaimedRow {
  readonly subscriptionId: SubscriptionId;
  readonly channelId: Snowflake;
  readonly slot: Slot;
  readonly localDate: string;
  readonly due: Wall;
  readonly overdue: boolean;
  /** The subscription's next due wall clock once this row is written. */
  readonly nextDue: string;
}

/** The named transitions out of "claimed". */
export type Settlement =
  | { readonly state: "sent"; readonly messageId: string | undefined; readonly detail?: string }
  | { readonly state: "empty" }
  | ({ readonly state: "skipped" } & Skip)
  | {
      readonly state: "failed";
      readonly wakeAt: number;
      readonly uncertainSince: number | undefined;
      /** It is out, and only something about it is still to be done. */
      readonly messageId?: string | undefined;
      /** What an admin can do something about meanwhile. */
      readonly fault?: Fault | undefined;
      readonly detail: string;
    }
  | { readonly state: "rejected"; readonly fault: Fault; readonly detail: string }
  | {
      readonly state: "unknown";
      readonly fault: Fault | undefined;
      readonly detail: string;
      /** Since when it is in doubt, where no attempt of ours made it so. */
      readonly uncertainSince?: number;
    };
