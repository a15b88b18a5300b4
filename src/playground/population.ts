import { ChannelType, PermissionFlagsBits } from "discord-api-types/v10";
import type { StandIn } from "./api.ts";
import { givenKey } from "./call.ts";
import { storeMessage } from "./messages.ts";
import { channelPayload, guildPayload } from "./payloads.ts";
import { directChannel, privateChannel } from "./rest/directory.ts";
import { dropMessage } from "./rest/messages.ts";
import { openThread } from "./rest/threads.ts";
import { userOf } from "./user.ts";
import { type Channel, type Guild, INVITED_WITH, placeChannel, tell, type World } from "./world.ts";

type Verbs = Pick<
  StandIn,
  | "addGuild"
  | "removeGuild"
  | "setUnavailable"
  | "addChannel"
  | "deleteChannel"
  | "setPermissions"
  | "setThread"
  | "addRole"
  | "deleteRole"
  | "addPerson"
  | "giveCommand"
  | "write"
  | "deleteMessage"
  | "openPost"
  | "directMessages"
  | "privateChannel"
  | "setDirectMessages"
>;

/** The verbs that change who and what is there, each with the gateway event Discord sends for it. */
export function population(world: World): Verbs {
  return {
    ...guildVerbs(world),
    ...channelVerbs(world),
    addRole(guildId, { name, mentionable = false }) {
      const role = { id: world.newId(), name, mentionable };
      guildOf(world, guildId).roles.set(role.id, role);
      return role.id;
    },
    deleteRole(guildId, roleId) {
      guildOf(world, guildId).roles.delete(roleId);
      world.dispatch(guildId, "GUILD_ROLE_DELETE", { guild_id: guildId, role_id: roleId });
    },
    addPerson(seed = {}) {
      const id = seed.id ?? world.newId();
      const person = { username: `person-${id.slice(-4)}`, locale: "en-GB", permissions: MEMBER, ...seed, id };
      world.people.set(id, person);
      return person;
    },
    giveCommand(guildId, command, personId, given = true) {
      const key = givenKey(guildId, command, personId);
      if (given) world.given.add(key);
      else world.given.delete(key);
    },
    write(channelId, person, content) {
      const message = { body: { content }, files: [], author: userOf(person) };
      return storeMessage(world, channelOf(world, channelId), message).data.id;
    },
    deleteMessage: (channelId, messageId) => dropMessage(world, channelOf(world, channelId), messageId),
    openPost(channelId, name) {
      const [id, ownerId] = [world.newId(), world.newId()];
      return openThread(world, channelOf(world, channelId), { id, name, type: ChannelType.PublicThread, ownerId }).id;
    },
    directMessages: (personId) => directChannel(world, personId).id,
    privateChannel: (...people) => privateChannel(world, people).id,
    setDirectMessages(personId, open) {
      if (open) world.closed.delete(personId);
      else world.closed.add(personId);
    },
  };
}

const MEMBER =
  PermissionFlagsBits.ViewChannel | PermissionFlagsBits.SendMessages | PermissionFlagsBits.UseApplicationCommands;

function guildVerbs(world: World): Pick<Verbs, "addGuild" | "removeGuild" | "setUnavailable"> {
  return {
    addGuild(seed = {}) {
      const { id = world.newGuildId(), locale = "en-GB", installed = true, unavailable = false } = seed;
      const { name = `Guild ${id.slice(-4)}` } = seed;
      const guild: Guild = { id, name, locale, roles: new Map(), channels: new Map(), unavailable, installed };
      world.guilds.set(id, guild);
      if (installed) world.dispatch(id, "GUILD_CREATE", unavailable ? { id, unavailable } : guildPayload(world, guild));
      tell(world, { kind: "guild" });
      return id;
    },
    removeGuild(guildId) {
      world.guilds.delete(guildId);
      world.dispatch(guildId, "GUILD_DELETE", { id: guildId });
      tell(world, { kind: "guild" });
    },
    setUnavailable(guildId, unavailable, saidBy = "GUILD_DELETE") {
      const guild = guildOf(world, guildId);
      guild.unavailable = unavailable;
      if (unavailable) world.dispatch(guildId, saidBy, { id: guildId, unavailable: true });
      else world.dispatch(guildId, "GUILD_CREATE", guildPayload(world, guild));
    },
  };
}

function channelVerbs(world: World): Pick<Verbs, "addChannel" | "deleteChannel" | "setPermissions" | "setThread"> {
  const changed = (channel: Channel, event: string) => {
    if (world.guilds.get(channel.guildId ?? "")?.installed === true)
      world.dispatch(channel.guildId, event, channelPayload(world, channel));
    tell(world, { kind: "channel", channelId: channel.id });
  };
  return {
    addChannel(guildId, seed = {}) {
      guildOf(world, guildId);
      const { id = world.newId(), name = "general", type = ChannelType.GuildText, permissions = INVITED_WITH } = seed;
      const tags = (seed.tags ?? []).map((tag) => ({ moderated: false, ...tag }));
      const channel: Channel = {
        id,
        guildId,
        name,
        type,
        permissions,
        tags,
        tagRequired: seed.tagRequired ?? false,
        archived: false,
        locked: false,
        messages: new Map(),
        ...(seed.parentId === undefined ? {} : { parentId: seed.parentId }),
      };
      placeChannel(world, channel);
      changed(channel, "CHANNEL_CREATE");
      return id;
    },
    deleteChannel(channelId) {
      const channel = channelOf(world, channelId);
      world.channels.delete(channelId);
      world.guilds.get(channel.guildId ?? "")?.channels.delete(channelId);
      changed(channel, "CHANNEL_DELETE");
    },
    setPermissions(channelId, permissions) {
      const channel = channelOf(world, channelId);
      channel.permissions = permissions;
      changed(channel, "CHANNEL_UPDATE");
    },
    setThread(threadId, { archived, locked }) {
      const thread = channelOf(world, threadId);
      thread.archived = archived ?? thread.archived;
      if (archived === true) thread.archivedAt = world.clock.now();
      thread.locked = locked ?? thread.locked;
      changed(thread, "THREAD_UPDATE");
    },
  };
}

function guildOf(world: World, id: string): Guild {
  const guild = world.guilds.get(id);
  if (guild === undefined) throw new Error(`There is no guild ${id}`);
  return guild;
}

function channelOf(world: World, id: string): Channel {
  const channel = world.channels.get(id);
  if (channel === undefined) throw new Error(`There is no channel ${id}`);
  return channel;
}
