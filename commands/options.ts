import {
  type APIApplicationCommandBooleanOption,
  type APIApplicationCommandChannelOption,
  type APIApplicationCommandStringOption,
  ApplicationCommandOptionType,
  ApplicationIntegrationType,
  InteractionContextType,
  PermissionFlagsBits,
} from "discord-api-types/v10";
import { clean } from "../src/messages/plain.ts";
import type { Input, OptionValue } from "./command.ts";
import type { CommandPath, Words } from "./words.ts";

/** What answers questions works everywhere: in servers, in direct messages, and where only the asker has installed it. */
export const EVERYWHERE = {
  integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
  contexts: [InteractionContextType.Guild, InteractionContextType.BotDM, InteractionContextType.PrivateChannel],
};

/** What changes a server works in servers that have installed the bot. */
export const IN_SERVERS = {
  integration_types: [ApplicationIntegrationType.GuildInstall],
  contexts: [InteractionContextType.Guild],
};

/** What changes a server is for those who may manage it, unless the server says otherwise; the router asks again at every button. */
export const MANAGERS = { default_member_permissions: PermissionFlagsBits.ManageGuild.toString() };

/** Which calendar is meant, by the channel that it posts in. */
export function calendarOption(words: Words): APIApplicationCommandChannelOption {
  return { ...words("subscriptions.channel"), type: ApplicationCommandOptionType.Channel };
}

/** A text that is completed while it is typed. */
export function completedText(words: Words, path: CommandPath, required: boolean): APIApplicationCommandStringOption {
  return { ...words(path), type: ApplicationCommandOptionType.String, required, autocomplete: true };
}

/** What was typed into a text option, without what nobody sees in it; empty where it was left out. */
export function textOf(input: Input, option: string): string {
  return clean(String(input.options.get(option) ?? ""));
}

/** What is true or false, and false where it is left out. */
export function flag(words: Words, path: CommandPath): APIApplicationCommandBooleanOption {
  return { ...words(path), type: ApplicationCommandOptionType.Boolean };
}

/** Whether a number was given that Discord lets people choose from: it does not hold forged ones to it. */
export function isWholeBetween(value: OptionValue, least: number, most: number): value is number {
  return typeof value === "number" && Number.isInteger(value) && value >= least && value <= most;
}
