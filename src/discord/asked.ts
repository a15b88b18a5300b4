import { type APIInteraction, type APIInteractionDataResolved, ChannelType } from "discord-api-types/v10";
import type { Asked, Channel } from "../../commands/command.ts";
import type { Instant } from "../ports.ts";
import { kindOf } from "./channel-kind.ts";

/** Who asks, where and when. Nothing is looked up: an interaction brings what a permission check needs. */
export function askedOf(interaction: APIInteraction, now: Instant, resolved?: APIInteractionDataResolved): Asked {
  const { guild_id, guild_locale, member, channel } = interaction;
  const locale = "locale" in interaction ? interaction.locale : "en-US";
  return {
    locale,
    now,
    user: { id: member?.user.id ?? interaction.user?.id ?? "" },
    ...(guild_id && { guild: { id: guild_id, locale: guild_locale ?? locale } }),
    channel: {
      id: channel?.id ?? "",
      kind: kindOf(channel?.type ?? ChannelType.DM),
      appPermissions: BigInt(interaction.app_permissions),
    },
    channels: channelsOf(resolved),
    roles: new Map(Object.entries(resolved?.roles ?? {}).map(([id, { mentionable }]) => [id, { mentionable }])),
    memberPermissions: BigInt(member?.permissions ?? 0),
  };
}

/** A channel without app_permissions is one where the bot is not. */
function channelsOf({ channels = {} }: APIInteractionDataResolved = {}): ReadonlyMap<string, Channel> {
  return new Map(
    Object.entries(channels).map(([id, { type, app_permissions }]) => [
      id,
      { id, kind: kindOf(type), appPermissions: BigInt(app_permissions ?? 0) },
    ]),
  );
}
