import { ChannelType, PermissionFlagsBits as P } from "discord-api-types/v10";
import { refusal } from "./errors.ts";
import { type Channel, isThread, type World } from "./world.ts";

/** The bot's permissions in a channel with what their lack implies (topics/permissions, Implicit Permissions). */
export function effective(world: World, channel: Channel): bigint {
  const own = isThread(channel) ? parentOf(world, channel).permissions : channel.permissions;
  const isVoice = channel.type === ChannelType.GuildVoice || channel.type === ChannelType.GuildStageVoice;
  if ((own & P.ViewChannel) === 0n || (isVoice && (own & P.Connect) === 0n)) return 0n;
  const send = isThread(channel) ? P.SendMessagesInThreads : P.SendMessages;
  return (own & send) === 0n ? own & ~(P.MentionEveryone | P.AttachFiles | P.EmbedLinks | P.SendTTSMessages) : own;
}

function parentOf(world: World, thread: Channel): Channel {
  const parent = thread.parentId === undefined ? undefined : world.channels.get(thread.parentId);
  if (parent === undefined) throw refusal(10003);
  return parent;
}

/** The channel, if the bot may see it: else 10003 or 50001. */
export function visibleChannel(world: World, channelId: string | undefined): Channel {
  const channel = channelId === undefined ? undefined : world.channels.get(channelId);
  if (channel === undefined) throw refusal(10003);
  if (channel.people !== undefined) throw refusal(50001);
  if (channel.guildId === undefined) return channel;
  if (world.guilds.get(channel.guildId)?.installed !== true) throw refusal(50001);
  if ((effective(world, channel) & P.ViewChannel) === 0n) throw refusal(50001);
  return channel;
}

/** Refuses with 50013 unless the bot has every one of these permissions there. */
export function demand(world: World, channel: Channel, permissions: bigint): void {
  if (channel.guildId === undefined) return;
  if ((effective(world, channel) & permissions) !== permissions) throw refusal(50013);
}
