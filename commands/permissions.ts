import { PermissionFlagsBits } from "discord-api-types/v10";
import { type ChannelKind, isChannelGone, type Subscription, takesThreads } from "../src/delivery/subscription.ts";
import type { Language } from "../src/messages/language.ts";
import type { TextKey } from "../src/messages/texts/texts.ts";
import type { Role } from "./command.ts";

interface Permission {
  readonly bit: bigint;
  readonly name: TextKey & `commands.permission.${string}`;
}

const VIEW = { bit: PermissionFlagsBits.ViewChannel, name: "commands.permission.view-channel" } as const;
const SEND = { bit: PermissionFlagsBits.SendMessages, name: "commands.permission.send-messages" } as const;
const SEND_IN_THREADS = {
  bit: PermissionFlagsBits.SendMessagesInThreads,
  name: "commands.permission.send-messages-in-threads",
} as const;
/** Discord's settings of a forum call Send Messages so. */
const CREATE_POSTS = { bit: PermissionFlagsBits.SendMessages, name: "commands.permission.create-posts" } as const;
const CONNECT = { bit: PermissionFlagsBits.Connect, name: "commands.permission.connect" } as const;
const HISTORY = {
  bit: PermissionFlagsBits.ReadMessageHistory,
  name: "commands.permission.read-message-history",
} as const;

const THREADS = {
  bit: PermissionFlagsBits.CreatePublicThreads,
  name: "commands.permission.create-public-threads",
} as const;

/** Without these nothing can be posted (Discord's "Permissions" topic and its pages on threads and voice channels). */
const NEEDED: Readonly<Record<ChannelKind, readonly Permission[]>> = {
  text: [VIEW, SEND],
  announcement: [VIEW, SEND],
  thread: [VIEW, SEND_IN_THREADS],
  forum: [VIEW, CREATE_POSTS],
  media: [VIEW, CREATE_POSTS],
  voice: [VIEW, CONNECT, SEND],
  direct: [],
};

/** Whether the bot can write there, having these permissions. */
export function canPost(kind: ChannelKind, has: bigint): boolean {
  return NEEDED[kind].every(({ bit }) => (has & (bit | PermissionFlagsBits.Administrator)) !== 0n);
}

type Settings = Pick<Subscription, "channelId" | "channelKind" | "thread" | "standing">;

/**
 * What the bot lacks in a calendar's channel, and where to give it, in words, a line each; nothing where it lacks nothing. Of a channel
 * that the interaction does not bring along, where that is seen: Discord tells what the bot may do only of those.
 */
export function missingText(
  { channelId, channelKind, thread, standing }: Settings,
  has: bigint | undefined,
  language: Language,
): readonly string[] {
  if (has === undefined)
    return isChannelGone({ standing }) ? [] : [language.text("commands.setup.unseen", { channel: `<#${channelId}>` })];
  const lacking = (permissions: readonly Permission[]) =>
    permissions.filter(({ bit }) => (has & (bit | PermissionFlagsBits.Administrator)) === 0n);
  const opensThreads = thread && takesThreads(channelKind);
  const line = (text: Line, permissions: readonly Permission[]): readonly string[] => {
    const names = lacking(permissions).map(({ name }) => language.text(name));
    return names.length === 0 ? [] : [language.text(text, { permissions: language.list(names) })];
  };
  const where = channelKind === "thread" ? "commands.setup.missing-thread" : "commands.setup.missing";
  const missing = line(where, NEEDED[channelKind]);
  // what is paused waits for a person, whatever is allowed
  const beginsByItself = missing.length > 0 && standing.state !== "paused";
  return [
    ...missing.map((text) => (beginsByItself ? `${text} ${language.text("commands.setup.by-itself")}` : text)),
    ...line("commands.setup.for-threads", opensThreads ? [THREADS] : []),
    ...line("commands.setup.advised", [HISTORY]),
  ];
}

/** Whether Discord would notify a role that the bot mentions: one that everybody may mention, or where the bot may mention all. */
export function notifies({ mentionable }: Role, has: bigint): boolean {
  const all = PermissionFlagsBits.MentionEveryone | PermissionFlagsBits.Administrator;
  return mentionable || (has & all) !== 0n;
}

type Line =
  | "commands.setup.missing"
  | "commands.setup.missing-thread"
  | "commands.setup.for-threads"
  | "commands.setup.advised";
