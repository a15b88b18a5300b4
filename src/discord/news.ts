import {
  GatewayDispatchEvents as Events,
  type GatewayDispatchPayload,
  type GatewayReadyDispatchData,
} from "discord-api-types/v10";
import type { GuildNews, Snowflake } from "../ports.ts";

export function newsOfReady(data: GatewayReadyDispatchData, shard: number, shards: number): GuildNews {
  return { kind: "ready", shard, shards, guildIds: data.guilds.map(({ id }) => id) };
}

/** What a gateway event means for deliveries; undefined where it means nothing, an outage of a server included. */
export function newsOf({ t, d }: GatewayDispatchPayload, botId: Snowflake): GuildNews | undefined {
  if (t === Events.GuildCreate || t === Events.GuildDelete) {
    if (d.unavailable) return undefined;
    return { kind: t === Events.GuildCreate ? "guild-joined" : "guild-removed", guildId: d.id };
  }
  if (t === Events.ChannelDelete || t === Events.ThreadDelete)
    return d.guild_id ? { kind: "channel-deleted", guildId: d.guild_id, channelId: d.id } : undefined;
  if (t === Events.ChannelUpdate || t === Events.ThreadUpdate)
    return d.guild_id ? { kind: "access-changed", guildId: d.guild_id, channelId: d.id } : undefined;
  if (t === Events.GuildRoleDelete) return { kind: "role-deleted", guildId: d.guild_id, roleId: d.role_id };
  if (t === Events.GuildRoleUpdate || (t === Events.GuildMemberUpdate && d.user.id === botId))
    return { kind: "access-changed", guildId: d.guild_id };
  return undefined;
}
