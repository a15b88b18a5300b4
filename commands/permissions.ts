import { PermissionFlagsBits } from "discord-api-types/v10";
import type { ChannelKind } from "../src/delivery/subscription.ts";
import type { Language } from "../src/messages/language.ts";
import type { TextKey } from "../src/messages/texts/texts.ts";

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
const CONNECT = { bit: PermissionFlagsBits.Connect, name: "commands.permission.connect" } as const;
const HISTORY = {
  bit: PermissionFlagsBits.ReadMessageHistory,
  name: "commands.permission.read-message-history",
} as const;

/** Without these nothing can be posted (Discord's "Permissions" topic and its pages on threads and voice channels). */
const NEEDED: Readonly<Record<ChannelKind, readonly Permission[]>> = {
  text: [VIEW, SEND],
  announcement: [VIEW, SEND],
  thread: [VIEW, SEND_IN_THREADS],
  forum: [VIEW, SEND],
  media: [VIEW, SEND],
  voice: [VIEW, CONNECT, SEND],
  direct: [],
};

/** The permissions that the bot lacks in a channel: those without which it cannot post, and those that posts are safer with. */
function missingIn(kind: ChannelKind, has: bigint): { needed: readonly Permission[]; advised: readonly Permission[] } {
  const lacks = ({ bit }: Permission) => (has & (bit | PermissionFlagsBits.Administrator)) === 0n;
  return { needed: NEEDED[kind].filter(lacks), advised: [HISTORY].filter(lacks) };
}

/** What the bot lacks in a channel, in words, a line each; nothing where it lacks nothing. */
export function missingText(kind: ChannelKind, has: bigint, language: Language): readonly string[] {
  const { needed, advised } = missingIn(kind, has);
  const list = (permissions: typeof needed) => language.list(permissions.map(({ name }) => language.text(name)));
  return [
    ...(needed.length > 0 ? [language.text("commands.setup.missing", { permissions: list(needed) })] : []),
    ...(advised.length > 0 ? [language.text("commands.setup.advised", { permissions: list(advised) })] : []),
  ];
}
