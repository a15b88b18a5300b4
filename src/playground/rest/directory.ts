import { CreatePrivateChannelRequestSchema } from "discord-api-spec/zod";
import { ChannelType } from "discord-api-types/v10";
import { refusal } from "../errors.ts";
import { channelPayload, guildPayload } from "../payloads.ts";
import { visibleChannel } from "../permissions.ts";
import { expectBody } from "../schema.ts";
import { type Channel, INVITED_WITH, isThread, type World } from "../world.ts";
import { done, ok, type RestAnswer, type RestRequest, type Route } from "./route.ts";

function application({ world }: RestRequest): RestAnswer {
  return ok({
    id: world.applicationId,
    name: world.bot.username,
    icon: null,
    description: "",
    bot: world.bot,
    bot_public: true,
    bot_require_code_grant: false,
    verify_key: "0".repeat(64),
    flags: 0,
    approximate_guild_count: world.guilds.size,
  });
}

/** Pages of 200, in order of id. */
function myGuilds({ world, query }: RestRequest): RestAnswer {
  const after = BigInt(query.get("after") ?? 0);
  const limit = Number(query.get("limit") ?? 200);
  const guilds = [...world.guilds.values()]
    .filter(({ id, installed }) => installed && BigInt(id) > after)
    .sort((a, b) => (BigInt(a.id) < BigInt(b.id) ? -1 : 1))
    .slice(0, limit)
    .map(({ id, name }) => ({
      id,
      name,
      icon: null,
      banner: null,
      owner: false,
      permissions: INVITED_WITH.toString(),
      features: [],
    }));
  return ok(guilds);
}

function guildOf({ world, params }: RestRequest) {
  const guild = world.guilds.get(params["guild_id"] ?? "");
  if (guild === undefined) throw refusal(10004);
  return guild;
}

function guildChannels(request: RestRequest): RestAnswer {
  const channels = [...guildOf(request).channels.values()].filter((channel) => !isThread(channel));
  return ok(channels.map((channel) => channelPayload(request.world, channel)));
}

function leave(request: RestRequest): RestAnswer {
  const { id } = guildOf(request);
  request.world.guilds.delete(id);
  request.world.dispatch(id, "GUILD_DELETE", { id });
  return done;
}

function openDirectMessage({ world, body }: RestRequest): RestAnswer {
  const { recipient_id: personId } = expectBody(CreatePrivateChannelRequestSchema, body);
  return ok(channelPayload(world, directChannel(world, personId)));
}

/** The direct message channel between the bot and a person, opened if it is not yet. */
export function directChannel(world: World, personId: string): Channel {
  if (!world.people.has(personId)) throw refusal(10013);
  const open = [...world.channels.values()].find(({ recipientId }) => recipientId === personId);
  if (open !== undefined) return open;
  return openedOutside(world, { type: ChannelType.DM, recipientId: personId });
}

/** A direct message of two people, or a group of more, that the bot is not in. */
export function privateChannel(world: World, people: readonly { readonly id: string }[]): Channel {
  const type = people.length > 2 ? ChannelType.GroupDM : ChannelType.DM;
  return openedOutside(world, { type, people: people.map(({ id }) => id) });
}

/** A channel that is in no server. */
function openedOutside(world: World, of: Pick<Channel, "type" | "recipientId" | "people">): Channel {
  const channel: Channel = {
    ...of,
    id: world.newId(),
    name: "",
    tags: [],
    tagRequired: false,
    permissions: 0n,
    archived: false,
    locked: false,
    messages: new Map(),
  };
  world.channels.set(channel.id, channel);
  return channel;
}

export const directoryRoutes: readonly Route[] = [
  { method: "GET", path: "/applications/@me", handle: application },
  { method: "GET", path: "/oauth2/applications/@me", handle: application },
  { method: "GET", path: "/users/@me", handle: ({ world }) => ok(world.bot) },
  { method: "GET", path: "/users/@me/guilds", handle: myGuilds },
  { method: "DELETE", path: "/users/@me/guilds/{guild_id}", handle: leave },
  { method: "POST", path: "/users/@me/channels", handle: openDirectMessage },
  { method: "GET", path: "/guilds/{guild_id}", handle: (request) => ok(guildPayload(request.world, guildOf(request))) },
  { method: "GET", path: "/guilds/{guild_id}/channels", handle: guildChannels },
  {
    method: "GET",
    path: "/channels/{channel_id}",
    handle: ({ world, params }) => ok(channelPayload(world, visibleChannel(world, params["channel_id"]))),
  },
];
