import type { SettingChange } from "./settings-text.ts";
import type { SubscriptionId } from "./subscription.ts";

/** What an admin did, and for "changed" what it changed. */
export const ACTS = ["set-up", "changed", "paused", "resumed", "removed"] as const;
export type Act = (typeof ACTS)[number];

/** Who did what when, kept for KEPT_DAYS (keeping.ts): it is shown in /subscriptions why. */
export interface AuditEntry {
  /** Which of its server's changes it is, from 1 on; 0 for those made before they were counted. */
  readonly number: number;
  readonly guildId: string;
  readonly subscriptionId: SubscriptionId;
  readonly channelId: string;
  readonly at: number;
  readonly userId: string;
  readonly act: Act;
  readonly changes: readonly SettingChange[];
}

/** Who changed what in a server: written together with the change itself (SubscriptionStore in ports.ts). */
export interface AuditStore {
  /** Newest first. */
  ofGuild(guildId: string, limit: number): Promise<readonly AuditEntry[]>;
  /** Deletes what is older; returns how many. */
  prune(before: number): Promise<number>;
}
