import type { Subscription } from "./subscription.ts";

/** What a line of the log says of a calendar, so that the people who run the bot find it on Discord. Who a person is stays out. */
export function inLog({
  id,
  guildId,
  channelId,
  channelKind,
}: Pick<Subscription, "id" | "guildId" | "channelId" | "channelKind">): object {
  return { subscription: id, ...(channelKind !== "direct" && { guild: guildId, channel: channelId }) };
}
