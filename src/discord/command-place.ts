import {
  type APIInteraction,
  InteractionType,
  type RESTPostAPIApplicationCommandsJSONBody,
} from "discord-api-types/v10";
import { canPost } from "../../commands/permissions.ts";
import type { GuildStore } from "../ports.ts";
import { askedOf } from "./asked.ts";

/**
 * Keeps where a command of the administration was used last: whoever looks after the calendars reads there, and can be told what their channels
 * cannot tell. An answer needs no permission of the bot's, a message does: of a channel where it may not write nothing is kept.
 */
export function createPlaceKeeper(
  definitions: readonly RESTPostAPIApplicationCommandsJSONBody[],
  { commandUsedIn }: Pick<GuildStore, "commandUsedIn">,
): (interaction: APIInteraction) => Promise<void> {
  const restricted = definitions.filter(({ default_member_permissions: demanded }) => demanded != null);
  const administration = new Set(restricted.map(({ name }) => name));
  return async (interaction) => {
    if (interaction.type !== InteractionType.ApplicationCommand || !administration.has(interaction.data.name)) return;
    const { guild, channel, locale } = askedOf(interaction, 0);
    if (guild === undefined || channel.kind === "unsupported" || !canPost(channel.kind, channel.appPermissions)) return;
    await commandUsedIn(guild.id, channel.id, locale);
  };
}
