import {
  type APIInteractionResponse,
  type APIMessage,
  type APIUser,
  ChannelType,
  InteractionContextType,
  PermissionFlagsBits,
} from "discord-api-types/v10";
import type { Clock, Instant } from "../ports.ts";
import type { Change, Person } from "./api.ts";
import type { Upload } from "./attachment.ts";
import type { RegisteredCommand } from "./rules/commands.ts";
import { guildSnowflakes, snowflakes } from "./snowflake.ts";
import { userOf } from "./user.ts";

export interface Role {
  readonly id: string;
  readonly name: string;
  readonly mentionable: boolean;
}

export interface Guild {
  readonly id: string;
  readonly name: string;
  readonly locale: string;
  readonly roles: Map<string, Role>;
  /** Its channels and threads by id; all of them are in the world's too. */
  readonly channels: Map<string, Channel>;
  unavailable: boolean;
  /** Otherwise the bot is not in it: it hears only of those who have installed it for themselves. */
  readonly installed: boolean;
}

export interface StoredMessage {
  data: APIMessage;
  readonly authorId: string;
  /** The only person who sees it (an ephemeral answer). */
  readonly onlyFor?: string;
  /** A deferred answer that still says "thinking". */
  thinking: boolean;
}

export interface Channel {
  readonly id: string;
  /** Absent in direct messages. */
  readonly guildId?: string;
  readonly type: ChannelType;
  readonly name: string;
  readonly parentId?: string;
  /** Who opened a thread; absent where the bot did. */
  readonly ownerId?: string;
  readonly recipientId?: string;
  /** Who is in a direct message or group of people that the bot is not in: what one of them has installed is used there. */
  readonly people?: readonly string[];
  readonly tags: readonly { readonly id: string; readonly name: string; readonly moderated: boolean }[];
  readonly tagRequired: boolean;
  /** The bot's effective permissions; a thread has its parent's. */
  permissions: bigint;
  /** The newest message, even one deleted since; in a forum its newest post. */
  lastMessageId?: string;
  archived: boolean;
  /** When it was archived, where it ever was. */
  archivedAt?: Instant;
  locked: boolean;
  readonly messages: Map<string, StoredMessage>;
}

export interface PendingInteraction {
  readonly id: string;
  readonly token: string;
  readonly at: Instant;
  readonly channelId: string;
  readonly guildId?: string;
  readonly person: Person;
  readonly kind: "command" | "autocomplete" | "component" | "modal";
  /** The slash command's name, with group and subcommand. */
  readonly commandName?: string;
  /** The message whose button or select was used. */
  readonly source?: StoredMessage;
  originalId?: string;
  answered: boolean;
  readonly answer: (response: APIInteractionResponse) => void;
}

/** A file that came with a request; its name is what attachment:// refers to. */
export interface UploadedFile {
  /** The n of files[n]. */
  readonly index: string;
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** Everything this Discord knows. */
export interface World {
  readonly clock: Clock;
  readonly stopwatch: Clock;
  readonly token: string;
  readonly bot: APIUser;
  readonly applicationId: string;
  readonly nonceWindow: number;
  readonly newId: () => string;
  readonly newGuildId: () => string;
  readonly guilds: Map<string, Guild>;
  readonly channels: Map<string, Channel>;
  readonly people: Map<string, Person>;
  /** Which command a server's integration settings give to whom (call.ts, givenKey). */
  readonly given: Set<string>;
  /** Who takes no direct messages from the bot. */
  readonly closed: Set<string>;
  readonly interactions: Map<string, PendingInteraction>;
  /** Registered commands by scope: "" is global, else the guild's id. */
  readonly commands: Map<string, RegisteredCommand[]>;
  /** Instants of command creates in the last day, by scope. */
  readonly commandCreates: Map<string, Instant[]>;
  readonly nonces: Map<string, { readonly at: Instant; readonly channelId: string; readonly messageId: string }>;
  /** Uploaded files by the path and query they are served under. */
  readonly files: Map<string, UploadedFile>;
  /** What people attached to commands, by id, oldest first. */
  readonly uploads: Map<string, Upload>;
  /** Where they are served: http://127.0.0.1:port, known once it listens. */
  origin: string;
  readonly watchers: Set<(change: Change) => void>;
  /** Sends a gateway event to the sessions that serve the guild (no guild: the first shard). */
  dispatch(guildId: string | undefined, event: string, data: object): void;
}

/** What the invite link in README.md asks for (a test holds them together): the bot has nothing else unless a test gives it. */
export const INVITED_WITH =
  PermissionFlagsBits.ViewChannel |
  PermissionFlagsBits.SendMessages |
  PermissionFlagsBits.SendMessagesInThreads |
  PermissionFlagsBits.ReadMessageHistory;

type WorldSettings = Pick<World, "clock" | "stopwatch" | "token" | "nonceWindow">;

/** A Discord in which nothing is yet but the bot. */
export function createWorld({ clock, stopwatch, token, nonceWindow }: WorldSettings): World {
  const newId = snowflakes(clock);
  const applicationId = newId();
  return {
    clock,
    stopwatch,
    token,
    nonceWindow,
    newId,
    newGuildId: guildSnowflakes(clock),
    applicationId,
    bot: userOf({ id: applicationId, username: "Attaché", bot: true }),
    guilds: new Map(),
    channels: new Map(),
    people: new Map(),
    given: new Set(),
    closed: new Set(),
    interactions: new Map(),
    commands: new Map(),
    commandCreates: new Map(),
    nonces: new Map(),
    files: new Map(),
    uploads: new Map(),
    origin: "",
    watchers: new Set(),
    dispatch: () => {},
  };
}

/** Puts a channel where it is looked for: among all, and in its server. */
export function placeChannel(world: World, channel: Channel): void {
  world.channels.set(channel.id, channel);
  world.guilds.get(channel.guildId ?? "")?.channels.set(channel.id, channel);
}

/** Tells all who watch that something people see has changed. */
export function tell(world: World, change: Change): void {
  for (const watcher of world.watchers) watcher(change);
}

/** Where commands are used, in Discord's numbers: servers, the bot's own direct messages, other people's. */
export function contextOf({ guildId, people }: Pick<Channel, "guildId" | "people">): InteractionContextType {
  if (guildId !== undefined) return InteractionContextType.Guild;
  return people === undefined ? InteractionContextType.BotDM : InteractionContextType.PrivateChannel;
}

/** Whether the bot is used here only by those who have installed it for themselves. */
export function isUserInstalled(world: World, channel: Channel): boolean {
  return channel.people !== undefined || world.guilds.get(channel.guildId ?? "")?.installed === false;
}

/** Whether messages go to a thread here. */
export function isThread(channel: Channel): boolean {
  return (
    channel.type === ChannelType.PublicThread ||
    channel.type === ChannelType.PrivateThread ||
    channel.type === ChannelType.AnnouncementThread
  );
}

/** Whether this holds posts, each a thread of its own, and no messages. */
export function isForum(channel: Channel): boolean {
  return channel.type === ChannelType.GuildForum || channel.type === ChannelType.GuildMedia;
}
