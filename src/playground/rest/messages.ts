import { MessageCreateRequestSchema, MessageEditRequestPartialSchema } from "discord-api-spec/zod";
import { ChannelType, MessageFlags, PermissionFlagsBits as P } from "discord-api-types/v10";
import { refusal } from "../errors.ts";
import { editMessage, storeMessage } from "../messages.ts";
import { demand, effective, visibleChannel } from "../permissions.ts";
import { CHANNEL_FLAGS, checkMessage, type MessageBody } from "../rules/message.ts";
import { expectBody } from "../schema.ts";
import { type Channel, isForum, isThread, type StoredMessage, tell, type World } from "../world.ts";
import { done, ok, type RestAnswer, type RestRequest, type Route } from "./route.ts";

/** The message, if it is there for the bot to see: ephemeral answers are not. */
export function messageIn(channel: Channel, id: string | undefined): StoredMessage {
  const stored = id === undefined ? undefined : channel.messages.get(id);
  if (stored === undefined || stored.onlyFor !== undefined) throw refusal(10008);
  return stored;
}

function create({ world, params, body, files }: RestRequest): RestAnswer {
  const channel = visibleChannel(world, params["channel_id"]);
  const message = expectBody(MessageCreateRequestSchema, body);
  checkMayPost(world, channel, message, files.length > 0);
  checkMessage(message, files, CHANNEL_FLAGS);
  const earlier = message.enforce_nonce === true ? sameNonce(world, message.nonce ?? "") : undefined;
  if (earlier !== undefined) return ok(earlier.data);
  const stored = storeMessage(world, channel, { body: message, files });
  if (message.nonce !== undefined && message.nonce !== null) {
    const noted = { at: world.stopwatch.now(), channelId: channel.id, messageId: stored.data.id };
    world.nonces.set(String(message.nonce), noted);
  }
  if (channel.archived) {
    channel.archived = false;
    tell(world, { kind: "channel", channelId: channel.id });
  }
  return ok(stored.data);
}

/** Which permission a message asks of its channel (platform rules by channel kind). */
function checkMayPost(world: World, channel: Channel, message: MessageBody, hasFiles: boolean): void {
  if (isForum(channel)) throw refusal(40058);
  if (channel.type === ChannelType.GuildCategory || channel.type === ChannelType.GuildDirectory) throw refusal(50008);
  if (channel.locked) throw refusal(160005);
  if (channel.recipientId !== undefined && world.closed.has(channel.recipientId)) throw refusal(50007);
  demand(world, channel, isThread(channel) ? P.SendMessagesInThreads : P.SendMessages);
  if ((message.embeds ?? []).length > 0) demand(world, channel, P.EmbedLinks);
  if (hasFiles) demand(world, channel, P.AttachFiles);
}

/** The bot's message with that nonce from the last few minutes; 10008 when it has been deleted since. */
function sameNonce(world: World, nonce: string | number): StoredMessage | undefined {
  const noted = world.nonces.get(String(nonce));
  if (noted === undefined || world.stopwatch.now() - noted.at > world.nonceWindow) return undefined;
  const stored = world.channels.get(noted.channelId)?.messages.get(noted.messageId);
  if (stored === undefined) throw refusal(10008);
  return stored;
}

/** Newest first, 50 unless asked otherwise; nothing at all without Read Message History. */
function list({ world, params, query }: RestRequest): RestAnswer {
  const channel = visibleChannel(world, params["channel_id"]);
  if (channel.guildId !== undefined && (effective(world, channel) & P.ReadMessageHistory) === 0n) return ok([]);
  const limit = Number(query.get("limit") ?? 50);
  const all = [...channel.messages.values()].filter(({ onlyFor }) => onlyFor === undefined).map(({ data }) => data);
  const [before, after, around] = (["before", "after", "around"] as const).map((key) => query.get(key));
  if (typeof after === "string") {
    return ok(
      all
        .filter(({ id }) => BigInt(id) > BigInt(after))
        .slice(0, limit)
        .toReversed(),
    );
  }
  if (typeof around === "string") {
    const at = all.findIndex(({ id }) => BigInt(id) >= BigInt(around));
    const from = Math.max(0, (at < 0 ? all.length : at) - Math.floor(limit / 2));
    return ok(all.slice(from, from + limit).toReversed());
  }
  const older = typeof before === "string" ? all.filter(({ id }) => BigInt(id) < BigInt(before)) : all;
  return ok(older.slice(-limit).toReversed());
}

function read({ world, params }: RestRequest): RestAnswer {
  const channel = visibleChannel(world, params["channel_id"]);
  demand(world, channel, P.ReadMessageHistory);
  return ok(messageIn(channel, params["message_id"]).data);
}

function edit({ world, params, body, files }: RestRequest): RestAnswer {
  const channel = visibleChannel(world, params["channel_id"]);
  const stored = messageIn(channel, params["message_id"]);
  if (stored.authorId !== world.bot.id) throw refusal(50005);
  const message = expectBody(MessageEditRequestPartialSchema, body);
  checkEdit(stored, message, files);
  editMessage(world, channel, stored, { body: message, files });
  return ok(stored.data);
}

/** An edit is checked as the message it results in; Components V2 cannot be taken off again. */
export function checkEdit(stored: StoredMessage, edited: MessageBody, files: RestRequest["files"]): void {
  const { content, embeds, components, flags = 0 } = stored.data;
  const kept = flags & (MessageFlags.IsComponentsV2 | MessageFlags.SuppressEmbeds);
  const result: MessageBody = {
    content,
    embeds,
    components: components ?? [],
    ...edited,
    flags: kept | (edited.flags ?? 0),
  };
  const uploaded = edited.components === undefined ? [] : files;
  checkMessage(result, uploaded, CHANNEL_FLAGS);
}

function remove({ world, params }: RestRequest): RestAnswer {
  const channel = visibleChannel(world, params["channel_id"]);
  const stored = messageIn(channel, params["message_id"]);
  if (stored.authorId !== world.bot.id) demand(world, channel, P.ManageMessages);
  dropMessage(world, channel, stored.data.id);
  return done;
}

/** Deletes a message and tells who watches; nothing is asked about permissions. */
export function dropMessage(world: World, channel: Channel, messageId: string): void {
  channel.messages.delete(messageId);
  tell(world, { kind: "message-deleted", channelId: channel.id, messageId });
}

function crosspost({ world, params }: RestRequest): RestAnswer {
  const channel = visibleChannel(world, params["channel_id"]);
  if (channel.type !== ChannelType.GuildAnnouncement) throw refusal(50024);
  demand(world, channel, P.SendMessages);
  const stored = messageIn(channel, params["message_id"]);
  const flags = stored.data.flags ?? 0;
  if ((flags & MessageFlags.Crossposted) !== 0) throw refusal(40033);
  stored.data = { ...stored.data, flags: flags | MessageFlags.Crossposted };
  tell(world, { kind: "message", channelId: channel.id, messageId: stored.data.id });
  return ok(stored.data);
}

export const messageRoutes: readonly Route[] = [
  { method: "POST", path: "/channels/{channel_id}/messages", handle: create },
  { method: "GET", path: "/channels/{channel_id}/messages", handle: list },
  { method: "GET", path: "/channels/{channel_id}/messages/{message_id}", handle: read },
  { method: "PATCH", path: "/channels/{channel_id}/messages/{message_id}", handle: edit },
  { method: "DELETE", path: "/channels/{channel_id}/messages/{message_id}", handle: remove },
  { method: "POST", path: "/channels/{channel_id}/messages/{message_id}/crosspost", handle: crosspost },
];
