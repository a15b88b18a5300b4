import type {
  APIApplicationCommandOptionChoice,
  RESTPostAPIApplicationCommandsJSONBody,
  RESTPostAPIChannelMessageJSONBody,
} from "discord-api-types/v10";
import type { Instant } from "../src/ports.ts";

/** A message as Discord takes it, as plain data. */
export type MessagePayload = RESTPostAPIChannelMessageJSONBody;

export type OptionValue = string | number | boolean;

/** What a person asked, parsed from the interaction: a command never sees the interaction itself. */
export interface Input {
  readonly options: ReadonlyMap<string, OptionValue>;
  readonly subcommand?: string;
  /** The asker's language (Discord locale). */
  readonly locale: string;
  readonly now: Instant;
  readonly user: { readonly id: string };
  /** Absent in direct messages. */
  readonly guild?: { readonly id: string; readonly locale: string };
  readonly channel: { readonly id: string; readonly appPermissions: bigint };
  /** What the asker may do here; 0 in direct messages. */
  readonly memberPermissions: bigint;
}

export type Reply =
  | { readonly kind: "public"; readonly message: MessagePayload }
  | { readonly kind: "quiet"; readonly message: MessagePayload }
  /** A person's mistake, answered kindly, to them alone: what happened and what to do next. */
  | { readonly kind: "refusal"; readonly text: string };

export type Choice = APIApplicationCommandOptionChoice<string>;

/** One slash command: its definition and a function from input to reply. Needs are the few verbs it uses. */
export interface Command<Needs> {
  readonly definition: RESTPostAPIApplicationCommandsJSONBody;
  run(input: Input, needs: Needs): Reply | Promise<Reply>;
  complete?(typed: string, input: Input, needs: Needs): readonly Choice[];
}
