import { randomInt } from "node:crypto";
import {
  type APIApplicationCommandAutocompleteInteraction,
  type APIInteraction,
  InteractionResponseType,
  InteractionType,
  type RESTPostAPIApplicationCommandsJSONBody,
} from "discord-api-types/v10";
import { MOST_CHOICES } from "../../commands/choices.ts";
import type { AnyCommand, Choice, QuietReply, Reply } from "../../commands/command.ts";
import { wordsOf } from "../../commands/words.ts";
import type { Log } from "../log.ts";
import type { Catalogue } from "../messages/catalogue.ts";
import { parseCustomId } from "../messages/custom-id.ts";
import type { Clock, Instant } from "../ports.ts";
import { type Answered, answered } from "./answered.ts";
import { inputOf, typedOf } from "./input.ts";
import { type Answerable, createRoutes } from "./routes.ts";
import { within } from "./within.ts";

/** Discord waits three seconds; what is left of them is for the way there and back. */
const PATIENCE = 2_300;
/** Discord takes a deferred answer for fifteen minutes; nobody waits that long. */
const LATER_PATIENCE = 30_000;

export interface Router {
  /** What is to be registered: the very definitions that it answers. */
  readonly definitions: readonly RESTPostAPIApplicationCommandsJSONBody[];
  /** The one response of an interaction, always, in time. Never throws. */
  answer(interaction: APIInteraction): Promise<Answered>;
  /** What to say when Discord refused that; the error is logged with the same reference that it shows. */
  apologise(interaction: APIInteraction, error: unknown): QuietReply;
}

/** Turns interactions into inputs and replies into responses, once, for all commands. */
export function createRouter<Needs>(options: {
  readonly commands: readonly AnyCommand<Needs>[];
  readonly needs: Needs;
  readonly catalogue: Catalogue;
  readonly clock: Clock;
  readonly log: Log;
  /** What nobody else knows, the same after a restart. */
  readonly secret: string;
}): Router {
  const { needs, catalogue, clock, log, secret } = options;
  const words = wordsOf(catalogue);
  const known = options.commands.map((command) => ({ command, definition: command.definition(words) }));
  const commands = new Map(known.map((each) => [each.definition.name, each]));
  const routes = createRoutes(commands, needs, secret);
  const languageOf = (interaction: APIInteraction) =>
    catalogue.language("locale" in interaction ? interaction.locale : "en-US");

  const apologise = (interaction: APIInteraction, error: unknown): QuietReply => {
    const reference = newReference();
    log.error({ err: error, reference, ...describe(interaction) }, "an interaction could not be answered");
    return { kind: "refusal", text: languageOf(interaction).text("commands.error.broken", { reference }) };
  };

  const complete = async (interaction: APIApplicationCommandAutocompleteInteraction): Promise<readonly Choice[]> => {
    try {
      const work = suggestions(interaction, commands.get(interaction.data.name)?.command, needs, clock.now());
      return (await within(PATIENCE, clock, work)).slice(0, MOST_CHOICES);
    } catch (error) {
      log.error({ err: error, ...describe(interaction) }, "no suggestions: completing failed");
      return [];
    }
  };

  const reply = async (interaction: Answerable): Promise<Reply> => {
    try {
      return await within(PATIENCE, clock, routes(interaction, clock.now(), languageOf(interaction)));
    } catch (error) {
      return apologise(interaction, error);
    }
  };

  const finishing = (interaction: APIInteraction) => (work: () => Promise<QuietReply>) =>
    within(LATER_PATIENCE, clock, work()).catch((error: unknown) => apologise(interaction, error));

  return {
    definitions: known.map(({ definition }) => definition),
    async answer(interaction) {
      if (interaction.type === InteractionType.Ping)
        return { response: { type: InteractionResponseType.Pong }, files: [] };
      if (interaction.type !== InteractionType.ApplicationCommandAutocomplete)
        return answered(await reply(interaction), interaction, finishing(interaction));
      const type = InteractionResponseType.ApplicationCommandAutocompleteResult;
      return { response: { type, data: { choices: [...(await complete(interaction))] } }, files: [] };
    },
    apologise,
  };
}

/** What a command suggests for what is typed so far; nothing where it suggests nothing. */
async function suggestions<Needs>(
  interaction: APIApplicationCommandAutocompleteInteraction,
  command: AnyCommand<Needs> | undefined,
  needs: Needs,
  now: Instant,
): Promise<readonly Choice[]> {
  const typed = typedOf(interaction);
  if (typed === undefined || command === undefined || "inspect" in command || command.complete === undefined) return [];
  return command.complete(typed, inputOf(interaction, now), needs);
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
