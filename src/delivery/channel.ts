import type { Instant, Snowflake } from "../ports.ts";
import type { ChannelKind } from "./subscription.ts";

/** What Discord shows of a channel and of what is in it. */
export interface ChannelState {
  readonly guildId: Snowflake;
  readonly kind: ChannelKind | "unsupported";
  /** The newest message, even one deleted since; absent in a channel without any. Needs no Read Message History. */
  readonly lastMessageId?: Snowflake;
  /** What Discord's own clock showed when it answered, to the second. */
  readonly at?: Instant;
}

export interface ReadMessage {
  readonly id: Snowflake;
  /** Written by this bot. */
  readonly own: boolean;
  /** Every custom_id in its components. */
  readonly customIds: readonly string[];
}

/** A page of a forum's archive, last archived first; next is where the following one begins, where there is one. */
export interface ArchivePage {
  readonly posts: readonly ForumPost[];
  readonly next?: { readonly before: string; readonly archivedAt: Instant };
}

/** A thread of a forum or media channel. */
export interface ForumPost {
  readonly id: Snowflake;
  readonly name: string;
  /** Opened by this bot. */
  readonly own: boolean;
}
