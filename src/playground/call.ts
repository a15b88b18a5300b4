import {
  ApplicationCommandType,
  InteractionContextType,
  ApplicationCommandOptionType as Type,
} from "discord-api-types/v10";
import type { OptionValue, Place, SlashCall } from "./api.ts";
import { resolvedChannel, rolePayload } from "./payloads.ts";
import { type CommandOption, isNesting, type RegisteredCommand } from "./rules/commands.ts";
import { lengthOf } from "./rules/components.ts";
import { checkUpload } from "./uploads.ts";
import { userOf } from "./user.ts";
import { contextOf, isUserInstalled, type World } from "./world.ts";

/**
 * The data of a slash command's interaction, checked as Discord's client does before it sends one. Throws what the
 * client would show the person. With `focused` it is an autocompletion, where only what has been typed is there.
 */
export function callData(world: World, call: SlashCall, focused?: string): object {
  const [name = "", ...path] = call.command.split(" ");
  const command = commandFor(world, call, name, ApplicationCommandType.ChatInput);
  const level = descend(command, path);
  const given = Object.entries(call.options ?? {}).map(([key, value]) => {
    const option = level.options.find((each) => each.name === key);
    if (option === undefined) throw new Error(`/${call.command} has no option "${key}"`);
    if (focused === undefined) checkValue(option, value);
    if (option.type === FILE) checkUpload(world, option, value);
    return { name: key, type: option.type, value, ...(key === focused ? { focused: true } : {}) };
  });
  const missing = level.options.find((each) => each.required === true && !(each.name in (call.options ?? {})));
  if (missing !== undefined && focused === undefined) throw new Error(`"${missing.name}" is required`);
  return {
    id: command.id,
    name: command.name,
    type: command.type,
    options: level.wrap(given),
    resolved: resolved(world, call, given),
  };
}

/** The data of a command in a message's menu; Discord sends the message along. Throws as callData. */
export function menuData(world: World, place: Place, name: string, messageId: string): object {
  const command = commandFor(world, place, name, ApplicationCommandType.Message);
  const stored = world.channels.get(place.channelId)?.messages.get(messageId);
  if (stored === undefined) throw new Error(`There is no message ${messageId} in that channel`);
  const messages = { [messageId]: stored.data };
  return { id: command.id, name: command.name, type: command.type, target_id: messageId, resolved: { messages } };
}

function commandFor(world: World, call: Place, name: string, type: number): RegisteredCommand {
  const channel = world.channels.get(call.channelId);
  const scopes = ["", ...(channel?.guildId === undefined ? [] : [channel.guildId])];
  const all = scopes.flatMap((scope) => world.commands.get(scope) ?? []);
  const command = all.find((each) => each.type === type && each.name === name);
  if (command === undefined) throw new Error(`There is no command /${name} here`);
  if (channel !== undefined && isUserInstalled(world, channel) && command.integration_types?.includes(1) !== true)
    throw new Error(`/${name} is for servers that have installed the bot`);
  const context = contextOf(channel ?? {});
  if (command.contexts !== undefined && command.contexts !== null && !command.contexts.includes(context)) {
    throw new Error(`/${name} cannot be used here`);
  }
  const needed = BigInt(command.default_member_permissions ?? 0);
  const isGiven = world.given.has(givenKey(channel?.guildId ?? "", name, call.person.id));
  if (context === InteractionContextType.Guild && !isGiven && (call.person.permissions & needed) !== needed) {
    throw new Error(`You do not have permission to use /${name} here`);
  }
  return command;
}

/** Under which a server's giving of a command to a person is known. */
export function givenKey(guildId: string, command: string, personId: string): string {
  return `${guildId}/${command}/${personId}`;
}

interface Level {
  readonly options: readonly CommandOption[];
  readonly wrap: (given: readonly object[]) => readonly object[];
}

function descend(command: RegisteredCommand, path: readonly string[]): Level {
  let level: Level = { options: command.options ?? [], wrap: (given) => given };
  for (const name of path) {
    const { wrap, options } = level;
    const option = options.find((each) => each.name === name && isNesting(each));
    if (option === undefined) throw new Error(`/${command.name} has no "${path.join(" ")}"`);
    level = { options: option.options ?? [], wrap: (given) => wrap([{ name, type: option.type, options: given }]) };
  }
  if (level.options.some(isNesting)) {
    throw new Error(`/${command.name} needs one of its subcommands`);
  }
  return level;
}

function checkValue(option: CommandOption, value: OptionValue): void {
  const bad = (why: string) => new Error(`"${option.name}": ${why}`);
  if ((option.choices ?? []).length > 0 && !option.choices?.some((choice) => choice.value === value)) {
    throw bad("choose one of the list");
  }
  if (typeof value !== WANTED[option.type]) throw bad(`this takes a ${WANTED[option.type] ?? "?"}`);
  const size = typeof value === "string" ? lengthOf(value) : Number(value);
  const [least, most] =
    typeof value === "string" ? [option.min_length, option.max_length ?? 6_000] : [option.min_value, option.max_value];
  const unit = typeof value === "string" ? " characters" : "";
  if (typeof least === "number" && size < least) throw bad(`at least ${least}${unit}`);
  if (typeof most === "number" && size > most) throw bad(`at most ${most}${unit}`);
}

const FILE: number = Type.Attachment;

const WANTED: Readonly<Record<number, string>> = {
  [Type.String]: "string",
  [Type.Integer]: "number",
  [Type.Number]: "number",
  [Type.Boolean]: "boolean",
  [Type.User]: "string",
  [Type.Channel]: "string",
  [Type.Role]: "string",
  [Type.Mentionable]: "string",
  [Type.Attachment]: "string",
};

const REFERRING = new Set<number>([Type.User, Type.Channel, Type.Role, Type.Mentionable, Type.Attachment]);

function resolved(
  world: World,
  place: Place,
  given: readonly { readonly type: number; readonly value: OptionValue }[],
): object {
  const ids = given.filter(({ type }) => REFERRING.has(type)).map(({ value }) => String(value));
  return resolvedValues(world, place, ids);
}

/** The channels, people, roles and files that ids in an interaction refer to, as it carries them. */
export function resolvedValues(world: World, { channelId, person }: Place, ids: readonly string[]): object {
  const guild = world.guilds.get(world.channels.get(channelId)?.guildId ?? "");
  const entries = <Value>(find: (id: string) => Value | undefined, show: (found: Value) => object) =>
    Object.fromEntries(
      ids.flatMap((id) => {
        const found = find(id);
        return found === undefined ? [] : [[id, show(found)]];
      }),
    );
  return {
    channels: entries(
      (id) => guild?.channels.get(id),
      (channel) => resolvedChannel(world, channel, person.permissions),
    ),
    users: entries((id) => world.people.get(id), userOf),
    roles: entries((id) => guild?.roles.get(id), rolePayload),
    attachments: entries(
      (id) => world.uploads.get(id),
      (upload) => upload,
    ),
  };
}
