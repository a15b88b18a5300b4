import {
  type APIMessage,
  type APIUser,
  EmbedType,
  InteractionType,
  MessageFlags,
  MessageType,
} from "discord-api-types/v10";
import { DateTime } from "luxon";
import { displayed } from "./displayed.ts";
import { mentionsIn } from "./mentions.ts";
import type { MessageBody } from "./rules/message.ts";
import { userOf } from "./user.ts";
import {
  type Channel,
  type PendingInteraction,
  type StoredMessage,
  tell,
  type UploadedFile,
  type World,
} from "./world.ts";

export interface NewMessage {
  readonly body: MessageBody;
  readonly files: readonly UploadedFile[];
  /** The bot unless said otherwise. */
  readonly interaction?: PendingInteraction;
  readonly thinking?: boolean;
  /** The bot unless said otherwise. */
  readonly author?: APIUser;
  /** The first message of a forum post has the id of its thread. */
  readonly id?: string;
}

/** Stores a message that has passed every check, as Discord would show it to a reader. */
export function storeMessage(
  world: World,
  channel: Channel,
  { body, files, interaction, thinking, author = world.bot, id = world.newId() }: NewMessage,
): StoredMessage {
  const flags = (body.flags ?? 0) | (thinking === true ? MessageFlags.Loading : 0);
  const isEphemeral = (flags & MessageFlags.Ephemeral) !== 0;
  const data: APIMessage = {
    id,
    channel_id: channel.id,
    author,
    timestamp: stamp(world),
    edited_timestamp: null,
    tts: false,
    pinned: false,
    type: interaction === undefined ? MessageType.Default : MessageType.ChatInputCommand,
    flags,
    ...(interaction === undefined ? {} : answering(world, interaction)),
    ...(body.nonce === undefined || body.nonce === null ? {} : { nonce: body.nonce }),
    ...shown(world, channel, { id, body, files, isAnswer: interaction !== undefined }),
  };
  const stored: StoredMessage = {
    data,
    authorId: author.id,
    thinking: thinking ?? false,
    ...(isEphemeral && interaction !== undefined ? { onlyFor: interaction.person.id } : {}),
  };
  channel.messages.set(id, stored);
  if (!isEphemeral) channel.lastMessageId = id;
  tell(world, { kind: "message", channelId: channel.id, messageId: id });
  return stored;
}

/** What tells a reader which interaction a message answers. */
function answering(world: World, { id, kind, person, commandName }: PendingInteraction) {
  const user = userOf(person);
  const type = INTERACTION_TYPES[kind];
  const named = commandName === undefined ? {} : { interaction: { id, type, name: commandName, user } };
  return { webhook_id: world.applicationId, ...named };
}

const INTERACTION_TYPES = {
  command: InteractionType.ApplicationCommand,
  autocomplete: InteractionType.ApplicationCommandAutocomplete,
  component: InteractionType.MessageComponent,
  modal: InteractionType.ModalSubmit,
};

/** Changes what an edit names and leaves the rest. */
export function editMessage(world: World, channel: Channel, stored: StoredMessage, { body, files }: NewMessage): void {
  const wasThinking = stored.thinking;
  stored.thinking = false;
  const { id, content, embeds, components } = stored.data;
  const result = { content, embeds, components, ...body };
  const isAnswer = stored.data.webhook_id !== undefined;
  const { attachments, ...fields } = shown(world, channel, { id, body: result, files, isAnswer });
  const kept = (stored.data.flags ?? 0) & ~MessageFlags.Loading;
  stored.data = {
    ...stored.data,
    ...fields,
    ...(files.length > 0 ? { attachments } : {}),
    flags: kept | ((body.flags ?? 0) & (MessageFlags.IsComponentsV2 | MessageFlags.SuppressEmbeds)),
    edited_timestamp: wasThinking ? null : stamp(world),
  };
  tell(world, { kind: "message", channelId: channel.id, messageId: stored.data.id });
}

function stamp(world: World): string {
  return DateTime.fromMillis(world.clock.now(), { zone: "utc" }).toISO() ?? "";
}

type Shown = Pick<
  APIMessage,
  "content" | "embeds" | "attachments" | "components" | "mentions" | "mention_roles" | "mention_everyone"
>;

interface Content {
  readonly id: string;
  readonly body: MessageBody;
  readonly files: readonly UploadedFile[];
  /** To an interaction, where other mentions are allowed by default. */
  readonly isAnswer: boolean;
}

function shown(world: World, channel: Channel, { id: messageId, body, files, isAnswer }: Content): Shown {
  const attachments = files.map((file) => {
    const id = world.newId();
    const path = `/attachments/${channel.id}/${messageId}/${id}/${encodeURIComponent(file.name)}`;
    world.files.set(path, file);
    const url = `${world.origin}${path}`;
    return { id, filename: file.name, size: file.bytes.byteLength, url, proxy_url: url, content_type: file.type };
  });
  const urls = new Map(attachments.map(({ filename, url }) => [`attachment://${filename}`, url]));
  const components = displayed(body.components ?? [], urls, world.newId);
  return {
    content: body.content ?? "",
    embeds: (body.embeds ?? []).map((embed) => ({ ...embed, type: EmbedType.Rich })),
    attachments,
    components,
    ...mentionsIn(world, channel, body, isAnswer),
  };
}
