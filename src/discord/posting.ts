import { type RawFile, type REST, RequestMethod } from "@discordjs/rest";
import {
  type RESTPostAPIChannelMessageJSONBody,
  type RESTPostAPIGuildForumThreadsJSONBody,
  Routes,
} from "discord-api-types/v10";
import { DateTime } from "luxon";
import type { z } from "zod";
import type { ArchivePage, ChannelState, ForumPost, ReadMessage } from "../delivery/channel.ts";
import type { Discord, OutgoingMessage, Snowflake } from "../ports.ts";
import { kindOf } from "./channel-kind.ts";
import { customIdsOf } from "./components.ts";
import { outcomeOf } from "./outcome.ts";
import { deadline } from "./rest.ts";
import * as shapes from "./shapes.ts";

/** The posting side over REST, one attempt a call. `botId` is the bot's user, by which its own messages are known. */
export function createPosting(rest: REST, botId: Snowflake): Discord {
  const get = (route: `/${string}`, query?: URLSearchParams) =>
    rest.get(route, { signal: deadline(), ...(query && { query }) });
  const post = (route: `/${string}`, body: object, files: OutgoingMessage["files"] = []) =>
    rest.post(route, { body, files: files.map(rawFile), signal: deadline() });
  return {
    createMessage: (channelId, { body, files }, nonce) =>
      outcomeOf(async () => {
        const named = { ...body, nonce, enforce_nonce: true } satisfies RESTPostAPIChannelMessageJSONBody;
        const message = shapes.message.parse(await post(Routes.channelMessages(channelId), named, files));
        // a nonce is unique over all channels of a bot: an answer from elsewhere means that two posts share one
        if (message.channel_id !== channelId) throw new Error(`nonce ${nonce} is taken in ${message.channel_id}`);
        return message.id;
      }),
    createForumPost: (channelId, { name, tags, message: { body, files } }) =>
      outcomeOf(async () => {
        const thread = { name, applied_tags: [...tags], message: body } satisfies RESTPostAPIGuildForumThreadsJSONBody;
        return shapes.created.parse(await post(Routes.threads(channelId), thread, files)).id;
      }),
    crosspost: (channelId, messageId) =>
      outcomeOf(async () => void (await post(Routes.channelMessageCrosspost(channelId, messageId), {}))),
    openThread: (channelId, messageId, name) =>
      outcomeOf(async () => void (await post(Routes.threads(channelId, messageId), { name }))),
    channel: (channelId) =>
      outcomeOf(async () => {
        const fullRoute = Routes.channel(channelId);
        const answer = await rest.queueRequest({ fullRoute, method: RequestMethod.Get, signal: deadline() });
        return stateOf(await answer.json(), answer.headers.get("Date"));
      }),
    isIn: (guildId) =>
      outcomeOf(async () => {
        const query = new URLSearchParams({ after: String(BigInt(guildId) - 1n), limit: "1" });
        return shapes.guilds.parse(await get(Routes.userGuilds(), query)).some(({ id }) => id === guildId);
      }),
    messagesAfter: (channelId, after) =>
      outcomeOf(async () => {
        const query = new URLSearchParams({ after, limit: "100" });
        const messages = shapes.message.array().parse(await get(Routes.channelMessages(channelId), query));
        return messages.map(readBy(botId)).toSorted((one, other) => (BigInt(one.id) < BigInt(other.id) ? -1 : 1));
      }),
    message: (channelId, messageId) =>
      outcomeOf(async () =>
        readBy(botId)(shapes.message.parse(await get(Routes.channelMessage(channelId, messageId)))),
      ),
    forumPosts: (guildId, channelId) =>
      outcomeOf(async () => postsIn(await get(Routes.guildActiveThreads(guildId)), channelId, botId)),
    archivedForumPosts: (channelId, before) =>
      outcomeOf(async () => {
        const query = new URLSearchParams({ limit: "100", ...(before !== undefined && { before }) });
        const answer = await get(Routes.channelThreads(channelId, "public"), query);
        const next = nextIn(answer);
        return { posts: postsIn(answer, channelId, botId), ...(next && { next }) };
      }),
  };
}

function readBy(botId: Snowflake) {
  return ({ id, author, components }: z.infer<typeof shapes.message>): ReadMessage => ({
    id,
    own: author.id === botId,
    customIds: customIdsOf(components),
  });
}

function postsIn(answer: unknown, channelId: Snowflake, botId: Snowflake): readonly ForumPost[] {
  return shapes.threads
    .parse(answer)
    .threads.filter((thread) => thread.parent_id === channelId)
    .map(({ id, name, owner_id }) => ({ id, name, own: owner_id === botId }));
}

function nextIn(answer: unknown): ArchivePage["next"] {
  const { threads, has_more } = shapes.threads.parse(answer);
  const before = threads.at(-1)?.thread_metadata?.archive_timestamp;
  return has_more === true && before !== undefined
    ? { before, archivedAt: DateTime.fromISO(before).toMillis() }
    : undefined;
}

/** A file as the REST client takes it. */
export function rawFile({ name, contentType, data }: OutgoingMessage["files"][number]): RawFile {
  return { name, contentType, data: Buffer.from(data.buffer, data.byteOffset, data.byteLength) };
}

function stateOf(answer: unknown, date: string | null): ChannelState {
  const { type, guild_id, last_message_id } = shapes.channel.parse(answer);
  const at = DateTime.fromHTTP(date ?? "").toMillis();
  return {
    guildId: guild_id ?? "",
    kind: kindOf(type),
    ...(last_message_id && { lastMessageId: last_message_id }),
    ...(Number.isFinite(at) && { at }),
  };
}
