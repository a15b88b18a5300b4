import { randomInt } from "node:crypto";
import {
  type APIApplicationCommandAutocompleteInteraction,
  type APIInteraction,
  type APIInteractionResponse,
  InteractionResponseType,
  InteractionType,
  type RESTPostAPIApplicationCommandsJSONBody,
} from "discord-api-types/v10";
import type { AnyCommand, Choice, Reply } from "../../commands/command.ts";
import { wordsOf } from "../../commands/words.ts";
import type { Log } from "../log.ts";
import type { Catalogue } from "../messages/catalogue.ts";
import { parseCustomId } from "../messages/custom-id.ts";
import type { Attachment, Clock } from "../ports.ts";
import { inputOf, typedOf } from "./input.ts";
import { responseOf } from "./reply.ts";
import { type Answerable, createRoutes } from "./routes.ts";

/** Discord waits three seconds; what is left of them is for the way there and back. */
const PATIENCE = 2_300;
const MOST_CHOICES = 25;

/** A response and the files that it shows. */
export interface Answered {
  readonly response: APIInteractionResponse;
  readonly files: readonly Attachment[];
}

export interface Router {
  /** What is to be registered: the very definitions that it answers. */
  readonly definitions: readonly RESTPostAPIApplicationCommandsJSONBody[];
  /** The one response of an interaction, always, in time. Never throws. */
  answer(interaction: APIInteraction): Promise<Answered>;
  /** The response for when Discord refused the one above; it is logged with the same reference that it shows. */
  apologise(interaction: APIInteraction, error: unknown): APIInteractionResponse;
}

/** Turns interactions into inputs and replies into responses, once, for all commands. */
export function createRouter<Needs>(options: {
  readonly commands: readonly AnyCommand<Needs>[];
  readonly needs: Needs;
  readonly catalogue: Catalogue;
  readonly clock: Clock;
  readonly log: Log;
}): Router {
  const { needs, catalogue, clock, log } = options;
  const words = wordsOf(catalogue);
  const known = options.commands.map((command) => ({ command, definition: command.definition(words) }));
  const commands = new Map(known.map((each) => [each.definition.name, each]));
  const routes = createRoutes(commands, needs);
  const languageOf = (interaction: APIInteraction) =>
    catalogue.language("locale" in interaction ? interaction.locale : "en-US");

  const broken = (interaction: APIInteraction, error: unknown): Reply => {
    const reference = newReference();
    log.error({ err: error, reference, ...describe(interaction) }, "an interaction could not be answered");
    return { kind: "refusal", text: languageOf(interaction).text("commands.error.broken", { reference }) };
  };

  const complete = async (interaction: APIApplicationCommandAutocompleteInteraction): Promise<readonly Choice[]> => {
    const typed = typedOf(interaction);
    const command = commands.get(interaction.data.name)?.command;
    if (typed === undefined || command === undefined || "inspect" in command || command.complete === undefined)
      return [];
    return command.complete(typed, inputOf(interaction, clock.now()), needs);
  };

  const choices = async (interaction: APIApplicationCommandAutocompleteInteraction): Promise<readonly Choice[]> => {
    try {
      return (await within(PATIENCE, clock, complete(interaction))).slice(0, MOST_CHOICES);
    } catch (error) {
      log.error({ err: error, ...describe(interaction) }, "no suggestions: completing failed");
      return [];
    }
  };

  const reply = async (interaction: Answerable): Promise<Reply> => {
    try {
      return await within(PATIENCE, clock, routes(interaction, clock.now(), languageOf(interaction)));
    } catch (error) {
      return broken(interaction, error);
    }
  };

  return {
    definitions: known.map(({ definition }) => definition),
    async answer(interaction) {
      if (interaction.type === InteractionType.Ping)
        return { response: { type: InteractionResponseType.Pong }, files: [] };
      if (interaction.type !== InteractionType.ApplicationCommandAutocomplete)
        return answered(await reply(interaction), interaction);
      const type = InteractionResponseType.ApplicationCommandAutocompleteResult;
      return { response: { type, data: { choices: [...(await choices(interaction))] } }, files: [] };
    },
    apologise: (interaction, error) => answered(broken(interaction, error), interaction).response,
  };
}

function answered(reply: Reply, interaction: APIInteraction): Answered {
  const isFromMessage = "message" in interaction && interaction.message !== undefined;
  return { response: responseOf(reply, isFromMessage), files: ("files" in reply && reply.files) || [] };
}

/** What the work comes to, or an error after so many milliseconds. */
function within<T>(milliseconds: number, clock: Clock, work: Promise<T>): Promise<T> {
  const done = new AbortController();
  const late = clock
    .sleep(milliseconds, done.signal)
    .then(() => Promise.reject(new Error(`no answer within ${milliseconds} ms`)));
  return Promise.race([work, late]).finally(() => done.abort());
}

/** Short enough to type into a report, without letters that look alike. */
function newReference(): string {
  const letters = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
  return Array.from({ length: 6 }, () => letters.charAt(randomInt(letters.length))).join("");
}

/** Where a button leads; what else its custom_id carries may be what somebody typed. */
function routeOf(customId: string): object {
  const { command, action } = parseCustomId(customId) ?? {};
  return { command, action };
}

/** What a log may say of an interaction: what was asked and where, not what was typed nor by whom. */
function describe(interaction: APIInteraction): object {
  const data = interaction.data;
  return {
    guild: interaction.guild_id,
    ...(data && "name" in data && { command: data.name }),
    ...(data && "custom_id" in data && routeOf(data.custom_id)),
  };
}
