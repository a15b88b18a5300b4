import {
  type APIApplicationCommandBooleanOption,
  type APIApplicationCommandStringOption,
  ApplicationCommandOptionType,
  ApplicationIntegrationType,
  InteractionContextType,
} from "discord-api-types/v10";
import type { Input } from "./command.ts";
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

/** A text that is completed while it is typed. */
export function completedText(words: Words, path: CommandPath, required: boolean): APIApplicationCommandStringOption {
  return { ...words(path), type: ApplicationCommandOptionType.String, required, autocomplete: true };
}

/** What was typed into a text option; empty where it was left out. */
export function textOf(input: Input, option: string): string {
  return String(input.options.get(option) ?? "");
}

/** A switch. */
export function flag(words: Words, path: CommandPath): APIApplicationCommandBooleanOption {
  return { ...words(path), type: ApplicationCommandOptionType.Boolean };
}
