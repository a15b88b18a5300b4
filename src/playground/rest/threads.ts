import {
  CreateForumThreadRequestSchema,
  CreateTextThreadWithMessageRequestSchema,
  CreateTextThreadWithoutMessageRequestSchema,
} from "discord-api-spec/zod";
import { ChannelType, MessageFlags, PermissionFlagsBits as P } from "discord-api-types/v10";
import { DateTime } from "luxon";
import { refusal } from "../errors.ts";
import { storeMessage } from "../messages.ts";
import { channelPayload } from "../payloads.ts";
import { demand, visibleChannel } from "../permissions.ts";
import { checkMessage } from "../rules/message.ts";
import { expectBody } from "../schema.ts";
import { type Channel, isForum, isThread, placeChannel, tell, type World } from "../world.ts";
import { messageIn } from "./messages.ts";
import { ok, type RestAnswer, type RestRequest, type Route } from "./route.ts";

/** A post in a forum or media channel, or a thread without a first message elsewhere. */
function create(request: RestRequest): RestAnswer {
  const channel = visibleChannel(request.world, request.params["channel_id"]);
  if (isForum(channel)) return createPost(request, channel);
  if (channel.type !== ChannelType.GuildText && channel.type !== ChannelType.GuildAnnouncement) throw refusal(50024);
  const { name, type } = expectBody(CreateTextThreadWithoutMessageRequestSchema, request.body);
  const kind = type === ChannelType.PublicThread ? ChannelType.PublicThread : ChannelType.PrivateThread;
  demand(request.world, channel, kind === ChannelType.PublicThread ? P.CreatePublicThreads : P.CreatePrivateThreads);
  return made(request.world, openThread(request.world, channel, { id: request.world.newId(), name, type: kind }));
}

const POST_FLAGS = MessageFlags.SuppressEmbeds | MessageFlags.SuppressNotifications | MessageFlags.IsComponentsV2;

function createPost({ world, body, files }: RestRequest, forum: Channel): RestAnswer {
  const { name, message, applied_tags = [] } = expectBody(CreateForumThreadRequestSchema, body);
  demand(world, forum, P.SendMessages | (files.length > 0 ? P.AttachFiles : 0n));
  checkMessage(message, files, POST_FLAGS);
  if (forum.tagRequired && (applied_tags ?? []).length === 0) {
    throw refusal(forum.tags.every(({ moderated }) => moderated) ? 40066 : 40067);
  }
  const id = world.newId();
  const thread = openThread(world, forum, { id, name, type: ChannelType.PublicThread });
  const stored = storeMessage(world, thread, { body: message, files, id });
  return { status: 201, body: { ...channelPayload(world, thread), message: stored.data } };
}

/** A thread under a message: it takes the message's id. */
function createUnder({ world, params, body }: RestRequest): RestAnswer {
  const channel = visibleChannel(world, params["channel_id"]);
  const { data } = messageIn(channel, params["message_id"]);
  const { name } = expectBody(CreateTextThreadWithMessageRequestSchema, body);
  demand(world, channel, P.CreatePublicThreads);
  if (world.channels.has(data.id)) throw refusal(160004);
  const type =
    channel.type === ChannelType.GuildAnnouncement ? ChannelType.AnnouncementThread : ChannelType.PublicThread;
  return made(world, openThread(world, channel, { id: data.id, name, type }));
}

function made(world: World, thread: Channel): RestAnswer {
  return { status: 201, body: channelPayload(world, thread) };
}

/** Opens a thread under a channel and tells the bot of it. */
export function openThread(
  world: World,
  parent: Channel,
  { id, name, type, ownerId }: Pick<Channel, "id" | "name" | "type" | "ownerId">,
): Channel {
  const thread: Channel = {
    id,
    type,
    name,
    parentId: parent.id,
    tags: [],
    tagRequired: false,
    permissions: parent.permissions,
    archived: false,
    locked: false,
    messages: new Map(),
    ...(parent.guildId === undefined ? {} : { guildId: parent.guildId }),
    ...(ownerId === undefined ? {} : { ownerId }),
  };
  placeChannel(world, thread);
  if (isForum(parent)) parent.lastMessageId = id;
  world.dispatch(thread.guildId, "THREAD_CREATE", { ...channelPayload(world, thread), newly_created: true });
  tell(world, { kind: "channel", channelId: id });
  return thread;
}

function active({ world, params }: RestRequest): RestAnswer {
  const guild = world.guilds.get(params["guild_id"] ?? "");
  if (guild === undefined) throw refusal(10004);
  const threads = [...guild.channels.values()].filter((channel) => isThread(channel) && !channel.archived);
  return ok({ threads: threads.map((thread) => channelPayload(world, thread)), members: [] });
}

/** The last archived first. The parent's permissions are the thread's. */
function archived({ world, params, query }: RestRequest): RestAnswer {
  const parent = visibleChannel(world, params["channel_id"]);
  demand(world, parent, P.ReadMessageHistory);
  const before = DateTime.fromISO(query.get("before") ?? "9999-12-31").toMillis();
  const all = [...(world.guilds.get(parent.guildId ?? "")?.channels.values() ?? [])]
    .filter(({ type, parentId }) => type === ChannelType.PublicThread && parentId === parent.id)
    .filter((thread) => thread.archived && (thread.archivedAt ?? 0) < before)
    .toSorted((one, other) => (other.archivedAt ?? 0) - (one.archivedAt ?? 0));
  const threads = all.slice(0, Number(query.get("limit") ?? 50));
  return ok({
    threads: threads.map((thread) => channelPayload(world, thread)),
    members: [],
    has_more: threads.length < all.length,
  });
}

export const threadRoutes: readonly Route[] = [
  { method: "GET", path: "/channels/{channel_id}/threads/archived/public", handle: archived },
  { method: "POST", path: "/channels/{channel_id}/threads", handle: create },
  { method: "POST", path: "/channels/{channel_id}/messages/{message_id}/threads", handle: createUnder },
  { method: "GET", path: "/guilds/{guild_id}/threads/active", handle: active },
];
