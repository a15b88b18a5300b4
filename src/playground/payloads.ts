import { ChannelType, OverwriteType } from "discord-api-types/v10";
import { DateTime } from "luxon";
import { effective } from "./permissions.ts";
import { userOf } from "./user.ts";
import { type Channel, type Guild, isForum, isThread, type Role, type World } from "./world.ts";

/** Every permission bit that Discord has today. */
const ALL_BITS = (1n << 52n) - 1n;
const REQUIRE_TAG = 1 << 4;

/** A channel as Discord sends it; the bot's permissions are written as one overwrite for the bot. */
export function channelPayload(world: World, channel: Channel): object {
  const base = { id: channel.id, type: channel.type, name: channel.name, flags: channel.tagRequired ? REQUIRE_TAG : 0 };
  if (channel.guildId === undefined) {
    const people = channel.people ?? [channel.recipientId ?? ""];
    const last_message_id = channel.lastMessageId ?? null;
    return {
      ...base,
      name: undefined,
      last_message_id,
      recipients: people.flatMap((id) => {
        const person = world.people.get(id);
        return person === undefined ? [] : [userOf(person)];
      }),
      ...(channel.type === ChannelType.GroupDM ? { name: channel.name, icon: null, owner_id: people[0] } : {}),
    };
  }
  const last_message_id = channel.lastMessageId ?? null;
  const inGuild = { ...base, guild_id: channel.guildId, parent_id: channel.parentId ?? null, last_message_id };
  if (isThread(channel)) {
    const thread_metadata = {
      archived: channel.archived,
      auto_archive_duration: 1440,
      archive_timestamp: DateTime.fromMillis(channel.archivedAt ?? 0, { zone: "utc" }).toISO(),
      locked: channel.locked,
    };
    return {
      ...inGuild,
      owner_id: channel.ownerId ?? world.bot.id,
      thread_metadata,
      message_count: channel.messages.size,
    };
  }
  return {
    ...inGuild,
    position: 0,
    nsfw: false,
    permission_overwrites: [
      {
        id: world.bot.id,
        type: OverwriteType.Member,
        allow: channel.permissions.toString(),
        deny: (ALL_BITS & ~channel.permissions).toString(),
      },
    ],
    ...(isForum(channel) ? { available_tags: channel.tags } : {}),
  };
}

/** A channel as it comes resolved with an interaction: with the person's and the bot's permissions in it. */
export function resolvedChannel(world: World, channel: Channel, permissions: bigint): object {
  return {
    id: channel.id,
    type: channel.type,
    name: channel.name,
    guild_id: channel.guildId,
    parent_id: channel.parentId ?? null,
    permissions: permissions.toString(),
    app_permissions: effective(world, channel).toString(),
  };
}

/** A role as Discord tells of it. */
export function rolePayload(role: Role): object {
  return {
    id: role.id,
    name: role.name,
    color: 0,
    colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
    hoist: false,
    position: role.name === "@everyone" ? 0 : 1,
    permissions: "0",
    managed: false,
    mentionable: role.mentionable,
    flags: 0,
  };
}

/** The guild as GUILD_CREATE brings it to a bot with the Guilds intent only. */
export function guildPayload(world: World, guild: Guild): object {
  const channels = [...guild.channels.values()];
  const everyone = { id: guild.id, name: "@everyone", mentionable: false };
  return {
    id: guild.id,
    name: guild.name,
    icon: null,
    owner_id: guild.id,
    preferred_locale: guild.locale,
    features: [],
    unavailable: false,
    large: false,
    member_count: 2,
    joined_at: "2026-01-01T00:00:00.000Z",
    roles: [everyone, ...guild.roles.values()].map(rolePayload),
    channels: channels.filter((channel) => !isThread(channel)).map((channel) => channelPayload(world, channel)),
    threads: channels.filter(isThread).map((channel) => channelPayload(world, channel)),
    members: [
      { user: world.bot, roles: [], joined_at: "2026-01-01T00:00:00.000Z", deaf: false, mute: false, flags: 0 },
    ],
    emojis: [],
    stickers: [],
    voice_states: [],
    presences: [],
    stage_instances: [],
    guild_scheduled_events: [],
  };
}
