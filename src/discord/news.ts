import {
  ApplicationIntegrationType,
  GatewayDispatchEvents as Events,
  type GatewayDispatchPayload,
  type GatewayGuildCreateDispatchData,
  type GatewayReadyDispatchData,
  InteractionType,
} from "discord-api-types/v10";
import type { GuildNews, KnownChannel, Snowflake } from "../ports.ts";
import { kindOf } from "./channel-kind.ts";
import { mayWrite } from "./may-write.ts";

export interface NewsReader {
  ofReady(data: GatewayReadyDispatchData, shard: number, shards: number): GuildNews;
  /** What a gateway event means for deliveries; undefined where it means nothing. */
  of(event: GatewayDispatchPayload): GuildNews | undefined;
}

/** Remembers only which servers are announced and not yet there: their GUILD_CREATE is no joining. */
export function createNewsReader(botId: Snowflake): NewsReader {
  const awaited = new Set<Snowflake>();
  return {
    ofReady(data, shard, shards) {
      for (const { id } of data.guilds) awaited.add(id);
      return { kind: "ready", shard, shards, guildIds: data.guilds.map(({ id }) => id) };
    },
    of({ t, d }) {
      // an app that a person installed for themselves is used in servers that do not have it
      if (t === Events.InteractionCreate)
        return d.type === InteractionType.ApplicationCommand &&
          d.guild_id !== undefined &&
          d.authorizing_integration_owners[ApplicationIntegrationType.GuildInstall] === d.guild_id
          ? { kind: "guild-heard-from", guildId: d.guild_id }
          : undefined;
      if (t === Events.GuildDelete) {
        if (d.unavailable) awaited.add(d.id);
        else awaited.delete(d.id);
        return { kind: d.unavailable ? "guild-unavailable" : "guild-removed", guildId: d.id };
      }
      if (t === Events.GuildCreate) {
        // in an outage: whether it was awaited, or is joined, shows when it comes
        if (d.unavailable) return { kind: "guild-unavailable", guildId: d.id };
        return {
          kind: awaited.delete(d.id) ? "guild-present" : "guild-joined",
          guildId: d.id,
          roleIds: d.roles.map(({ id }) => id),
          channels: d.channels.map((channel) => withAccess(d, channel, botId)),
        };
      }
      if (t === Events.ChannelDelete || t === Events.ThreadDelete)
        return d.guild_id ? { kind: "channel-deleted", guildId: d.guild_id, channelId: d.id } : undefined;
      if (t === Events.ChannelUpdate || t === Events.ThreadUpdate)
        return d.guild_id ? { kind: "access-changed", guildId: d.guild_id, ...known(d) } : undefined;
      if (t === Events.GuildRoleDelete) return { kind: "role-deleted", guildId: d.guild_id, roleId: d.role_id };
      if (t === Events.GuildRoleUpdate || (t === Events.GuildMemberUpdate && d.user.id === botId))
        return { kind: "access-changed", guildId: d.guild_id };
      return undefined;
    },
  };
}

function withAccess(
  guild: GatewayGuildCreateDispatchData,
  channel: GatewayGuildCreateDispatchData["channels"][number],
  botId: Snowflake,
): KnownChannel {
  const { channelId, channelKind } = known(channel);
  return { channelId, channelKind, mayWrite: mayWrite(guild, channel, botId, channelKind === "voice") };
}

function known({ id, type }: { readonly id: Snowflake; readonly type: number }): KnownChannel {
  return { channelId: id, channelKind: kindOf(type) };
}
