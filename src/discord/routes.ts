import {
  type APIApplicationCommandInteraction,
  type APIMessageComponentInteraction,
  type APIModalSubmitInteraction,
  ApplicationCommandType,
  InteractionType,
  PermissionFlagsBits,
  type RESTPostAPIApplicationCommandsJSONBody,
} from "discord-api-types/v10";
import type { AnyCommand, Reply } from "../../commands/command.ts";
import { parseCustomId } from "../messages/custom-id.ts";
import type { Language } from "../messages/language.ts";
import type { Instant } from "../ports.ts";
import { askedOf } from "./asked.ts";
import { createGrants, GRANTED_FOR } from "./grants.ts";
import { inputOf } from "./input.ts";
import { pressedOf } from "./pressed.ts";
import { targetedOf } from "./targeted.ts";

export type Pressing = APIMessageComponentInteraction | APIModalSubmitInteraction;
export type Answerable = APIApplicationCommandInteraction | Pressing;

/** A command and its definition as registered. */
export interface Known<Needs> {
  readonly command: AnyCommand<Needs>;
  readonly definition: RESTPostAPIApplicationCommandsJSONBody;
}

/**
 * Finds what answers an interaction and lets it answer. What nobody answers any more gets a kind word. The secret makes the grants of
 * those to whom only their server's settings give a command.
 */
export function createRoutes<Needs>(
  commands: ReadonlyMap<string, Known<Needs>>,
  needs: Needs,
  secret: string,
): (interaction: Answerable, now: Instant, language: Language) => Promise<Reply> {
  const grants = createGrants(secret, (customId) => {
    const definition = commands.get(parseCustomId(customId)?.command ?? "")?.definition;
    return definition !== undefined && !mayUse(definition, 0n);
  });
  const press = async (interaction: Pressing, now: Instant, language: Language): Promise<Reply> => {
    const { customId, until } = grants.read(interaction.data.custom_id, askedOf(interaction, now));
    const route = parseCustomId(customId);
    const known = commands.get(route?.command ?? "");
    const actions = known === undefined || "inspect" in known.command ? {} : known.command.actions;
    const action = new Map(Object.entries(actions ?? {})).get(route?.action ?? "");
    if (route === undefined || known === undefined || action === undefined) return refusal(language, "unknown-action");
    const pressed = pressedOf(interaction, route.args, now);
    if (mayUse(known.definition, pressed.memberPermissions)) return action(pressed, needs);
    return until === undefined
      ? refusal(language, "not-allowed")
      : grants.give(await action(pressed, needs), pressed, until);
  };
  return async (interaction, now, language) => {
    if (interaction.type !== InteractionType.ApplicationCommand) return press(interaction, now, language);
    const { command, definition } = commands.get(interaction.data.name) ?? {};
    const { data } = interaction;
    if (command !== undefined && "inspect" in command && data.type === ApplicationCommandType.Message)
      return command.inspect(targetedOf({ ...interaction, data }, now), needs);
    if (command === undefined || "inspect" in command || data.type !== ApplicationCommandType.ChatInput)
      return refusal(language, "unknown-command");
    const input = inputOf({ ...interaction, data }, now);
    const reply = await command.run(input, needs);
    return definition && mayUse(definition, input.memberPermissions)
      ? reply
      : grants.give(reply, input, now + GRANTED_FOR);
  };
}

/** Discord asks for a command's permissions before it runs, not before its buttons do. Administrators may everything. */
function mayUse(definition: RESTPostAPIApplicationCommandsJSONBody, permissions: bigint): boolean {
  const demanded = BigInt(definition.default_member_permissions ?? 0);
  return (permissions & PermissionFlagsBits.Administrator) !== 0n || (permissions & demanded) === demanded;
}

function refusal(language: Language, what: "unknown-action" | "unknown-command" | "not-allowed"): Reply {
  return { kind: "refusal", text: language.text(`commands.error.${what}`) };
}
