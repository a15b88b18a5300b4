import type { DeliveryState, Slot } from "../delivery/ledger.ts";
import type { SkipReason } from "../delivery/skips.ts";
import type { Fault } from "../delivery/subscription.ts";

/** The tables as TypeScript sees them; src/store/schema.sql is what the migrations make of them. */
export interface Tables {
  readonly migration: MigrationTable;
  readonly guild: GuildTable;
  readonly subscription: SubscriptionTable;
  readonly delivery: DeliveryTable;
  readonly notice: NoticeTable;
  readonly audit: AuditTable;
  readonly own_event: OwnEventTable;
  readonly own_draft: OwnDraftTable;
  readonly continuity: ContinuityTable;
}

export interface MigrationTable {
  number: number;
  name: string;
  applied_at: number;
}

export interface GuildTable {
  id: string;
  left_at: number | null;
  setup_channel_id: string | null;
  setup_locale: string | null;
  /** Where a command of the administration was used last, calendars' own channels aside. */
  command_channel_id: string | null;
  command_locale: string | null;
  /** 1: not a server but a person, with the reminders that go to their direct messages. */
  person: number;
}

export interface SubscriptionTable {
  id: string;
  guild_id: string;
  channel_id: string;
  channel_kind: string;
  post_at: string;
  zone: string;
  locale: string;
  /** The remaining settings as JSON (settings.ts). */
  settings: string;
  /** Ended: by an admin; its rows stay until no zone has their dates any more, so that nothing is posted twice where it begins anew. */
  state: "active" | "paused" | "suspended" | "ended";
  /** 0 of one that is prepared, paused since nobody has begun it. */
  state_since: number;
  fault: Fault | null;
  refusals: number;
  next_due: string | null;
  revision: number;
  /** Since when there is a record of what its channel got. */
  recorded_since: number;
}

export interface DeliveryTable {
  key: string;
  subscription_id: string;
  slot: Slot;
  local_date: string;
  due: string;
  /** 1 where its claim came after its minute, by a process that had not waited for it. */
  overdue: number;
  state: DeliveryState;
  attempts: number;
  claimed_at: number;
  uncertain_since: number | null;
  wake_at: number | null;
  message_id: string | null;
  fault: Fault | null;
  detail: string | null;
  /** Of a skipped one. */
  reason: SkipReason | null;
  settled_at: number | null;
  /** The channel that its calendar left while it was under way there. */
  left_channel: string | null;
  /** When its calendar was paused while it was still to be sent; not where it was resumed in time. */
  paused_at: number | null;
}

export interface NoticeTable {
  guild_id: string;
  subscription_id: string;
  channel_id: string;
  fault: Fault;
  at: number;
  /** 0: nobody tried to tell it yet; 1: that failed, the next command tells it; 2: told, and kept so that it is told once. */
  tried: number;
  /** Since when a message that tells it may be out. */
  asked_at: number | null;
}

export interface ContinuityTable {
  /** Always 1. */
  id: number;
  mark: string;
  /** When a database took the place of one that knew more: a backup, or one moved here without its mark. */
  restored_at: number | null;
}

export interface AuditTable {
  guild_id: string;
  subscription_id: string;
  channel_id: string;
  at: number;
  user_id: string;
  act: string;
  /** What was changed, as JSON (delivery/settings-text.ts). */
  changes: string;
  /** Counts the changes of its server that are on record: their order. Once those before it are deleted, a number comes again. */
  number: number;
  /** Never comes again. */
  id: string;
}

export interface OwnEventTable {
  guild_id: string;
  id: string;
  /** Null: every year. */
  year: number | null;
  month: number;
  day: number;
  text: string;
  kind: string | null;
  /** Codes with spaces between them. */
  parties: string;
  link: string | null;
}

export interface OwnDraftTable {
  guild_id: string;
  user_id: string;
  id: string;
  at: number;
  /** JSON (own-drafts.ts). */
  events: string;
}
