import type {
  APIApplicationCommandOptionChoice,
  APIInteractionResponse,
  APIMessage,
  APIModalInteractionResponseCallbackData,
  ChannelType,
  GatewayCloseCodes,
} from "discord-api-types/v10";
import type { Clock, Instant } from "../ports.ts";
import type { FileToUpload, Upload } from "./attachment.ts";
import type { RegisteredCommand } from "./rules/commands.ts";

/** How the stand-in behaves; what is left out is as Discord does it, without limits that would slow a test. */
export interface StandInOptions {
  /** Discord's calendar: ids and timestamps. */
  readonly clock: Clock;
  /** What the nonce window and the life of an interaction are measured by, where the calendar jumps; else the calendar. */
  readonly stopwatch?: Clock;
  /** 0, the default, takes a free port of 127.0.0.1. */
  readonly port?: number;
  readonly token?: string;
  /** How long `enforce_nonce` remembers, in milliseconds: "a few minutes" in the documentation, 3 minutes here. */
  readonly nonceWindow?: number;
  /** Enforces request limits by this clock; without it the headers say what is left and nothing is refused. */
  readonly limits?: { readonly clock: Clock; readonly globalPerSecond?: number; readonly messagesPer5Seconds?: number };
  readonly gateway?: {
    readonly heartbeatInterval?: number;
    readonly shards?: number;
    readonly sessionStartsLeft?: number;
    readonly maxConcurrency?: number;
  };
}

export interface GuildSeed {
  readonly id?: string;
  readonly name?: string;
  readonly locale?: string;
  /** False where the bot is not in it and people use it there who have installed it for themselves; true unless told. */
  readonly installed?: boolean;
  /** Joined in an outage: its GUILD_CREATE says no more than that. */
  readonly unavailable?: boolean;
}

export interface ChannelSeed {
  readonly id?: string;
  readonly name?: string;
  /** A text channel unless said otherwise. */
  readonly type?: ChannelType;
  /** The bot's effective permissions here; everything Attaché asks for unless said otherwise. */
  readonly permissions?: bigint;
  readonly parentId?: string;
  readonly tags?: readonly { readonly id: string; readonly name: string; readonly moderated?: boolean }[];
  readonly tagRequired?: boolean;
}

export interface Person {
  readonly id: string;
  readonly username: string;
  /** Discord locale of that person's client. */
  readonly locale: string;
  /** What that person may do in every channel. */
  readonly permissions: bigint;
}

/** Where an interaction happens and who asks. Without a guild it is a direct message to the bot. */
export interface Place {
  readonly channelId: string;
  readonly person: Person;
}

/** People, channels, roles and files by their ids. */
export type OptionValue = string | number | boolean;

export interface SlashCall extends Place {
  /** The command with its group and subcommand: "today", "countries follow". */
  readonly command: string;
  readonly options?: Readonly<Record<string, OptionValue>>;
}

/** What a client that Discord did not write may send: any data, in a component of any message or of none. */
export interface Forged {
  readonly kind: "command" | "autocomplete" | "component" | "modal";
  readonly data: object;
  readonly messageId?: string;
}

/** What the bot answered to one interaction within the three seconds. */
export interface Answer {
  readonly interactionId: string;
  readonly response: APIInteractionResponse;
  /** The message the answer is or will become; undefined while a deferred answer is still "thinking". */
  message(): APIMessage | undefined;
  readonly modal?: APIModalInteractionResponseCallbackData;
}

/** A person's side of Discord. Each verb rejects with "The application did not respond" after 3 s of the clock. */
export interface Interact {
  slash(call: SlashCall): Promise<Answer>;
  /** The choices for what has been typed so far into one option. */
  autocomplete(call: SlashCall & { readonly focused: string }): Promise<readonly APIApplicationCommandOptionChoice[]>;
  press(place: Place, messageId: string, customId: string, values?: readonly string[]): Promise<Answer>;
  submit(place: Place, modal: APIModalInteractionResponseCallbackData, values: ModalValues): Promise<Answer>;
  /** Uses a command of a message's menu. */
  onMessage(place: Place, command: string, messageId: string): Promise<Answer>;
  /** Sends what no client checked. */
  forge(place: Place, forged: Forged): Promise<Answer>;
}

/** What was filled in, by the custom_id of each input. */
export type ModalValues = Readonly<Record<string, string | readonly string[] | boolean>>;

/** One HTTP request as it arrived and what was answered. */
export interface LoggedRequest {
  readonly at: Instant;
  readonly method: string;
  /** Without the /api/v10 prefix and the query. */
  readonly path: string;
  readonly query: string;
  readonly body: unknown;
  /** 0 while unanswered and when the connection was dropped. */
  status: number;
  /** Discord's JSON error code, when there was one. */
  code?: number;
}

export type FaultAction =
  /** Answers so without doing anything. `code` makes a JSON error body; `html` a page, as Discord's edge does. */
  | {
      readonly kind: "answer";
      readonly status: number;
      readonly code?: number;
      readonly message?: string;
      readonly html?: string;
      readonly headers?: Readonly<Record<string, string>>;
    }
  /** 429; `retryAfter` in seconds, null leaves the header and the field out. */
  | { readonly kind: "limited"; readonly retryAfter: number | null; readonly scope: "user" | "global" | "shared" }
  /** Never answers; `stored` says whether the request took effect first. */
  | { readonly kind: "hang"; readonly stored: boolean }
  /** Cuts the connection instead of answering. */
  | { readonly kind: "drop"; readonly stored: boolean }
  /** Takes effect at once and answers after `release` of the returned fault. */
  | { readonly kind: "hold" }
  /** Answers that many milliseconds (of the clock) late; the request takes effect at once, or just before the answer. */
  | { readonly kind: "delay"; readonly milliseconds: number; readonly effect?: "at-once" | "late" }
  /** Takes effect once and writes the answer twice on the connection. */
  | { readonly kind: "duplicate" };

export interface FaultRule {
  readonly method?: string;
  /** Tested against the path without prefix: "/channels/123/messages". */
  readonly path?: RegExp;
  /** How many requests it strikes; 1 unless said otherwise, Infinity for all. */
  readonly times?: number;
  readonly action: FaultAction;
}

export interface Fault {
  /** Resolves when it has struck for the first time (with "hold", "hang" and "drop": after storing, if it stores). */
  readonly struck: Promise<void>;
  /** Lets held answers go. */
  release(): void;
  remove(): void;
}

/** The gateway's side of trouble. */
export interface GatewayControl {
  /** Sessions that are connected now. */
  readonly connected: number;
  /** How many IDENTIFYs, RESUMEs and heartbeats have come. */
  readonly counts: { readonly identify: number; readonly resume: number; readonly heartbeat: number };
  /** The intents of every IDENTIFY, in order. */
  readonly intents: readonly number[];
  /** Op 7: asks every client to reconnect and resume. */
  reconnect(): void;
  /** Op 9. */
  invalidate(resumable: boolean): void;
  close(code: GatewayCloseCodes | number): void;
  /** Cuts every socket without a close frame. */
  cut(): void;
  /** While true new connections are refused. */
  refused: boolean;
  /** While true heartbeats are not acknowledged. */
  deaf(deaf: boolean): void;
}

/** Something people see changed: a message (not "ephemeral" to others), a channel, the commands. */
export interface Change {
  readonly kind: "message" | "message-deleted" | "channel" | "guild" | "commands";
  readonly channelId?: string;
  readonly messageId?: string;
}

export interface StandIn {
  /** The REST base for DISCORD_API_URL, without the version: http://127.0.0.1:port/api */
  readonly url: string;
  readonly token: string;
  readonly applicationId: string;
  readonly gateway: GatewayControl;
  readonly interact: Interact;
  readonly requests: readonly LoggedRequest[];
  addGuild(seed?: GuildSeed): string;
  /** The bot is thrown out. */
  removeGuild(guildId: string): void;
  /** An outage: the guild is there but unavailable, which either event may say, or back. */
  setUnavailable(guildId: string, unavailable: boolean, saidBy?: "GUILD_DELETE" | "GUILD_CREATE"): void;
  addChannel(guildId: string, seed?: ChannelSeed): string;
  deleteChannel(channelId: string): void;
  setPermissions(channelId: string, permissions: bigint): void;
  setThread(threadId: string, change: { readonly archived?: boolean; readonly locked?: boolean }): void;
  addRole(guildId: string, seed: { readonly name: string; readonly mentionable?: boolean }): string;
  deleteRole(guildId: string, roleId: string): void;
  addPerson(seed?: Partial<Person>): Person;
  /** The server's integration settings give a command to somebody who has not the permission that it asks for, or take it back. */
  giveCommand(guildId: string, command: string, personId: string, given?: boolean): void;
  /** The channel's messages that everyone sees, oldest first. */
  messages(channelId: string): readonly APIMessage[];
  /** The same, with the answers only that person sees. */
  seenBy(personId: string, channelId: string): readonly APIMessage[];
  /** A person writes in a channel. The id of the message. */
  write(channelId: string, person: Person, content: string): string;
  deleteMessage(channelId: string, messageId: string): void;
  /** The posts of a forum or media channel, oldest first: the ids of their threads. */
  posts(channelId: string): readonly string[];
  /** A member opens a post in a forum or media channel. The id of its thread. */
  openPost(channelId: string, name: string): string;
  /** An open direct message channel between the bot and that person. */
  directMessages(personId: string): string;
  /** A channel of people without the bot, who use what one of them has installed: a direct message of two, a group of more. */
  privateChannel(...people: readonly [Person, Person, ...Person[]]): string;
  /** The person takes direct messages from the bot, as at first, or takes none (50007). */
  setDirectMessages(personId: string, open: boolean): void;
  /** A person attaches a file, of at most 10 MiB: its id is what an option of a command takes. */
  upload(file: FileToUpload): Upload;
  commands(guildId?: string): readonly RegisteredCommand[];
  inject(rule: FaultRule): Fault;
  /** Calls back on every change until the returned function is called. */
  watch(listener: (change: Change) => void): () => void;
  close(): Promise<void>;
}
