import type { APIApplicationCommandOptionChoice, RESTPostAPIApplicationCommandsJSONBody } from "discord-api-types/v10";
import type { ChannelKind } from "../src/delivery/subscription.ts";
import type { MessagePayload } from "../src/messages/payload.ts";
import type { Attachment, Instant } from "../src/ports.ts";
import type { Words } from "./words.ts";

export type OptionValue = string | number | boolean;

/** A channel that came with the interaction, and what the bot may do there. */
export interface Channel {
  readonly id: string;
  readonly kind: ChannelKind | "unsupported";
  readonly appPermissions: bigint;
}

/** A role that came with the interaction. */
export interface Role {
  /** Everybody may mention it. */
  readonly mentionable: boolean;
}

/** A file that somebody gave with a command. Its content is read by a verb (needs.ts): it lies with Discord. */
export interface GivenFile {
  readonly name: string;
  readonly url: string;
  /** In bytes, as Discord counted them. */
  readonly size: number;
}

/** What reading a given file came to. */
export type FileRead =
  | { readonly outcome: "read"; readonly bytes: Uint8Array }
  | { readonly outcome: "too-large" }
  /** Discord keeps what comes with a command for some days only. */
  | { readonly outcome: "gone" }
  | { readonly outcome: "unreachable" };

/** Who asks, where and when: a command never sees the interaction itself. */
export interface Asked {
  /** The asker's language (Discord locale). */
  readonly locale: string;
  readonly now: Instant;
  readonly user: { readonly id: string };
  /** Absent in direct messages. */
  readonly guild?: { readonly id: string; readonly locale: string };
  readonly channel: Channel;
  /** Those that were chosen, in an option or a select, by id. */
  readonly channels: ReadonlyMap<string, Channel>;
  /** The same of roles. */
  readonly roles: ReadonlyMap<string, Role>;
  /** What the asker may do here; 0 in direct messages. */
  readonly memberPermissions: bigint;
}

/** A slash command as it was typed. Options hold what was given; attachments among them are resolved by id. */
export interface Input extends Asked {
  /** "add", or "group add" inside a group. */
  readonly subcommand?: string;
  readonly options: ReadonlyMap<string, OptionValue>;
  readonly attachments: ReadonlyMap<string, GivenFile>;
}

/** A button or a select that came back: its state is what its custom_id carried (messages/custom-id.ts). */
export interface Pressed extends Asked {
  /** It is on a message that the asker alone sees. */
  readonly isQuiet: boolean;
  readonly args: readonly string[];
  /** What was chosen in a select. */
  readonly values: readonly string[];
}

/** A command of a message's menu, and the message on which it is used: what it shows, and what its buttons and selects carry. */
export interface Targeted extends Asked {
  /** Written by this bot. */
  readonly isOwn: boolean;
  /** All its text, as markdown. */
  readonly text: string;
  readonly customIds: readonly string[];
  /** The values that its selects offer. */
  readonly values: readonly string[];
}

/** What is for the asker alone. */
export type QuietReply =
  /** Files are those that the message shows as attachment://name. */
  | { readonly kind: "quiet"; readonly message: MessagePayload; readonly files?: readonly Attachment[] }
  /** A person's mistake, answered kindly: what happened and what to do next, in plain text. */
  | { readonly kind: "refusal"; readonly text: string };

export type Reply =
  | QuietReply
  | { readonly kind: "public"; readonly message: MessagePayload; readonly files?: readonly Attachment[] }
  /** In place of the message whose button was pressed. */
  | { readonly kind: "update"; readonly message: MessagePayload }
  /** What may take longer than Discord waits for an answer: the asker sees at once that it is being worked on. */
  | { readonly kind: "later"; readonly work: () => Promise<QuietReply> };

/** What a reader of typed text says where it cannot be used. */
export type Refusal = Extract<Reply, { kind: "refusal" }>;

export type Choice = APIApplicationCommandOptionChoice<string>;

/** The option that is being typed, as far as it is. */
export interface Typed {
  readonly option: string;
  readonly text: string;
}

type Answering<Question, Needs> = (question: Question, needs: Needs) => Reply | Promise<Reply>;

/** One slash command: its definition and a function from input to reply. Needs are the few verbs it uses. */
export interface Command<Needs> {
  /** As Discord takes it; names and descriptions in every language come from the words. */
  readonly definition: (words: Words) => RESTPostAPIApplicationCommandsJSONBody;
  readonly run: Answering<Input, Needs>;
  /** At most 25 choices; Discord does not hold people to them, so run() reads what was typed again. */
  readonly complete?: (typed: Typed, input: Input, needs: Needs) => readonly Choice[] | Promise<readonly Choice[]>;
  /**
   * What its buttons and selects do, by the action in their custom_id. Discord checks the permissions of commands
   * only: the router checks the definition's again for these.
   */
  readonly actions?: Readonly<Record<string, Answering<Pressed, Needs>>>;
  /**
   * What its own panels have of other commands: actions by command. Who has this command only by the server's integration settings can
   * use these, and nothing else of others, in its answers.
   */
  readonly panels?: Readonly<Record<string, readonly string[]>>;
}

/** A command in the menu of messages (Apps), where commands have a name and no description. */
export interface MessageCommand<Needs> {
  readonly definition: (words: Words) => RESTPostAPIApplicationCommandsJSONBody;
  readonly inspect: Answering<Targeted, Needs>;
}

export type AnyCommand<Needs> = Command<Needs> | MessageCommand<Needs>;
