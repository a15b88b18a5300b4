/** What the core needs from outside: the clock and Discord, and by name the store (delivery/store.ts). */
import type { RESTPostAPIChannelMessageJSONBody } from "discord-api-types/v10";
import type { ArchivePage, ChannelState, ForumPost, ReadMessage } from "./delivery/channel.ts";
import type { ChannelKind } from "./delivery/subscription.ts";

export type {
  AdminPlace,
  GuildStore,
  Ledger,
  Notice,
  Remade,
  ReminderStore,
  Store,
  SubscriptionStore,
} from "./delivery/store.ts";

/** Instants are milliseconds since 1970-01-01T00:00Z. */
export type Instant = number;

/** Discord's ids: 17 to 20 digits, always text (they exceed what a number can hold). */
export type Snowflake = string;

export interface Clock {
  now(): Instant;
  /** Resolves after that many milliseconds of this clock, or rejects with the signal's reason. */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
}

/** What became of one request. What to do about it is delivery's business (delivery/failures.ts), never the adapter's. */
export type Answer<T> =
  | { readonly outcome: "done"; readonly value: T }
  /** Discord answered with an error: its HTTP status, its JSON code (0 where it sent none) and its words. Any status but 429. */
  | { readonly outcome: "refused"; readonly status: number; readonly code: number; readonly message: string }
  /** 429 with Retry-After (milliseconds here). A code where Discord sent one (20028, ...). */
  | {
      readonly outcome: "limited";
      readonly retryAfter: number;
      readonly scope: "user" | "global" | "shared";
      readonly code: number;
      /** The client knew of the limit, and did not ask Discord. */
      readonly unsent?: true;
    }
  /** Not Discord's API answered: 429 or 403 that is not JSON, or 429 without Retry-After. All requests pause that long. */
  | { readonly outcome: "barred"; readonly retryAfter: number }
  /** The request never reached Discord: connection refused, no such host, connect timeout, or the breaker is open. */
  | { readonly outcome: "unreachable"; readonly reason: string }
  /** The request may or may not have been carried out: no answer in time, or the connection broke. */
  | { readonly outcome: "unanswered"; readonly reason: string };

export interface Attachment {
  readonly name: string;
  readonly contentType: string;
  readonly data: Uint8Array;
}

/** A message as Discord takes it, with the files that its components refer to as attachment://name. */
export interface OutgoingMessage {
  readonly body: RESTPostAPIChannelMessageJSONBody;
  readonly files: readonly Attachment[];
}

/**
 * The posting side of Discord: REST only, on an instance of its own, never waiting behind or before answers to people. It makes
 * one attempt a call (retries 0), within 15 seconds, and never throws for what Discord or the network did. No queue: delivery paces.
 */
export interface Discord {
  /** POST /channels/{id}/messages with enforce_nonce: true. The new message's id, or that of the earlier one with this nonce. */
  createMessage(channelId: Snowflake, message: OutgoingMessage, nonce: string): Promise<Answer<Snowflake>>;
  /** A post in a forum or media channel (no nonce exists there). The id of the thread. */
  createForumPost(
    channelId: Snowflake,
    post: { readonly name: string; readonly tags: readonly Snowflake[]; readonly message: OutgoingMessage },
  ): Promise<Answer<Snowflake>>;
  /** Publishes a message of an announcement channel to the servers that follow it. */
  crosspost(channelId: Snowflake, messageId: Snowflake): Promise<Answer<void>>;
  /** Opens a thread of that name (1 to 100 characters) under a message. Discord does it once: the thread has the message's id. */
  openThread(channelId: Snowflake, messageId: Snowflake, name: string): Promise<Answer<void>>;
  channel(channelId: Snowflake): Promise<Answer<ChannelState>>;
  /** Whether the bot is in that server. */
  isIn(guildId: Snowflake): Promise<Answer<boolean>>;
  /** Up to 100 messages right after that id, oldest first. Empty also where Read Message History is missing. */
  messagesAfter(channelId: Snowflake, after: Snowflake): Promise<Answer<readonly ReadMessage[]>>;
  /** One message. The first of a forum's post has the id of its thread. Refused without Read Message History. */
  message(channelId: Snowflake, messageId: Snowflake): Promise<Answer<ReadMessage>>;
  /** The posts of a forum or media channel that are active. */
  forumPosts(guildId: Snowflake, channelId: Snowflake): Promise<Answer<readonly ForumPost[]>>;
  /** Up to 100 of those archived (before what the page before named). Refused without Read Message History. */
  archivedForumPosts(channelId: Snowflake, before?: string): Promise<Answer<ArchivePage>>;
}

/** What the gateway tells delivery. */
export type GuildNews =
  /** READY of one shard: every server it has, unavailable ones included. A server's shard is (id >> 22) % shards. */
  | { readonly kind: "ready"; readonly shard: number; readonly shards: number; readonly guildIds: readonly Snowflake[] }
  /** A command was used in a server: the bot is in it. */
  | { readonly kind: "guild-heard-from"; readonly guildId: Snowflake }
  /** GUILD_DELETE or GUILD_CREATE with unavailable: an outage of Discord's, at the start or since. */
  | { readonly kind: "guild-unavailable"; readonly guildId: Snowflake }
  /**
   * A server has invited the bot, or one that READY announced has come, or its outage is over, with all its roles and channels: what was deleted,
   * changed or mended while we were away shows there.
   */
  | {
      readonly kind: "guild-joined" | "guild-present";
      readonly guildId: Snowflake;
      readonly roleIds: readonly Snowflake[];
      readonly channels: readonly KnownChannel[];
    }
  /** GUILD_DELETE without unavailable. */
  | { readonly kind: "guild-removed"; readonly guildId: Snowflake }
  | { readonly kind: "channel-deleted"; readonly guildId: Snowflake; readonly channelId: Snowflake }
  | { readonly kind: "role-deleted"; readonly guildId: Snowflake; readonly roleId: Snowflake }
  /** A channel, a role or the bot's own member changed: what was refused may work now. */
  | ({ readonly kind: "access-changed"; readonly guildId: Snowflake } & Partial<KnownChannel>);

/** A channel or thread as Discord knows it now. */
export interface KnownChannel {
  readonly channelId: Snowflake;
  readonly channelKind: ChannelKind | "unsupported";
  /** Whether the bot may see it and write there; undefined where the news does not tell. */
  readonly mayWrite?: boolean | undefined;
}
