import { ChannelType } from "discord-api-types/v10";
import type { ChannelKind } from "../delivery/subscription.ts";

const KINDS: Readonly<Record<number, ChannelKind>> = {
  [ChannelType.GuildText]: "text",
  [ChannelType.GuildAnnouncement]: "announcement",
  [ChannelType.AnnouncementThread]: "thread",
  [ChannelType.PublicThread]: "thread",
  [ChannelType.PrivateThread]: "thread",
  [ChannelType.GuildForum]: "forum",
  [ChannelType.GuildMedia]: "media",
  [ChannelType.GuildVoice]: "voice",
  [ChannelType.GuildStageVoice]: "voice",
};

/** What kind of channel Discord's type is to us. */
export function kindOf(type: number): ChannelKind | "unsupported" {
  return KINDS[type] ?? "unsupported";
}
