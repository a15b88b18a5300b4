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
import { type Coverage, createGrants, GRANTED_FOR } from "./grants.ts";
import { inputOf } from "./input.ts";
import { pressedOf } from "./pressed.ts";
import { targetedOf } from "./targeted.ts";

export type Answerable = APIApplicationCommandInteraction | APIMessageComponentInteraction | APIModalSubmitInteraction;

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
  const grants = createGrants(secret, coverageOf(commands));
  const press = async (
    interaction: APIMessageComponentInteraction,
    now: Instant,
    language: Language,
  ): Promise<Reply> => {
    const { customId, grant } = grants.read(interaction.data.custom_id, askedOf(interaction, now));
    const route = parseCustomId(customId);
    const known = commands.get(route?.command ?? "");
    const actions = known === undefined || "inspect" in known.command ? {} : known.command.actions;
    const action = new Map(Object.entries(actions ?? {})).get(route?.action ?? "");
    if (route === undefined || known === undefined || action === undefined) return refusal(language, "unknown-action");
    const pressed = pressedOf(interaction, route.args, now);
    if (mayUse(known.definition, pressed.memberPermissions)) return action(pressed, needs);
    return grant === undefined
      ? refusal(language, "not-allowed")
      : grants.give(await action(pressed, needs), grant.by, pressed, grant.until);
  };
  return async (interaction, now, language) => {
    if (interaction.type === InteractionType.MessageComponent) return press(interaction, now, language);
    // no command opens a form
    if (interaction.type !== InteractionType.ApplicationCommand) return refusal(language, "unknown-action");
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
      : grants.give(reply, interaction.data.name, input, now + GRANTED_FOR);
  };
}

/** A restricted control is covered by its own command and by those that say their panels have it. */
function coverageOf<Needs>(commands: ReadonlyMap<string, Known<Needs>>): Coverage {
  return (customId) => {
    const { command = "", action = "" } = parseCustomId(customId) ?? {};
    const definition = commands.get(command)?.definition;
    if (definition === undefined || mayUse(definition, 0n)) return undefined;
    const others = [...commands.values()].filter(({ command: other }) => hasInPanels(other, command, action));
    return [command, ...others.map(({ definition: { name } }) => name)];
  };
}

function hasInPanels<Needs>(other: AnyCommand<Needs>, command: string, action: string): boolean {
  return !("inspect" in other) && other.panels?.[command]?.includes(action) === true;
}

/** Discord asks for a command's permissions before it runs, not before its buttons do. Administrators may everything. */
function mayUse(definition: RESTPostAPIApplicationCommandsJSONBody, permissions: bigint): boolean {
  const demanded = BigInt(definition.default_member_permissions ?? 0);
  return (permissions & PermissionFlagsBits.Administrator) !== 0n || (permissions & demanded) === demanded;
}

function refusal(language: Language, what: "unknown-action" | "unknown-command" | "not-allowed"): Reply {
  return { kind: "refusal", text: language.text(`commands.error.${what}`) };
}
