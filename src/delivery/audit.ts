import type { Page } from "../almanac/almanac.ts";
import type { OwnAuditEntry } from "./own-events.ts";
import type { SettingChange } from "./settings-text.ts";
import type { Subscription, SubscriptionId } from "./subscription.ts";

/** What happened to a calendar without an admin, each by the name of its fault. */
export const LOSSES = ["channel-gone", "role-gone", "zone-unknown"] as const;
/** What an admin did, and for "changed" what it changed; and what the server or the machine lost. */
export const ACTS = ["set-up", "begun", "changed", "paused", "resumed", "removed", ...LOSSES] as const;
export type Act = (typeof ACTS)[number];

export type EntryId = string;

/** Who did what when, kept for KEPT_DAYS (keeping.ts): it is shown in /subscriptions why. */
export interface AuditEntry {
  /** Never used again, whatever is deleted: what a button that undoes it names it by. */
  readonly id: EntryId;
  readonly guildId: string;
  readonly subscriptionId: SubscriptionId;
  readonly channelId: string;
  readonly at: number;
  /** Empty where nobody did it that is known: a loss. */
  readonly userId: string;
  readonly act: Act;
  readonly changes: readonly SettingChange[];
}

/** A line of a server's record: of a calendar, or of its own dates. */
export type Change = AuditEntry | OwnAuditEntry;

/** Who changed what in a server: written together with the change itself (SubscriptionStore in ports.ts). */
export interface AuditStore {
  /** Newest first; of one calendar only where its id is given. */
  ofGuild(guildId: string, limit: number, id?: SubscriptionId): Promise<readonly AuditEntry[]>;
  /**
   * What concerns a calendar, newest first: all that was done with it, or with another in its channel, which has the same past, and with the
   * server's own dates.
   */
  page(
    calendar: Pick<Subscription, "guildId" | "id" | "channelId">,
    offset: number,
    limit: number,
  ): Promise<Page<Change>>;
  /** Deletes what is older; returns how many. */
  prune(before: number): Promise<number>;
}
