import type { Subscription } from "../../src/delivery/subscription.ts";
import type { Asked, Reply } from "../command.ts";
import type { ForumTags, Needs } from "../needs.ts";
import { type Panel, panelMessage } from "./panel.ts";
import { isForum } from "./panel-settings.ts";

export type PanelNeeds = Pick<Needs, "almanac" | "language" | "forumTags" | "ownEvents">;

/** The panel, anew or in place of the one whose button was pressed. */
export async function panelReply(
  kind: "quiet" | "update",
  shown: Panel,
  asked: Asked,
  needs: PanelNeeds,
): Promise<Reply> {
  const forum = await forumOf(shown.calendar, needs);
  const own = await needs.ownEvents.ofGuild(shown.calendar.guildId);
  return { kind, message: panelMessage({ ...shown, own }, forum, asked, needs.almanac, needs.language(asked.locale)) };
}

/** The tags of a calendar's forum, where its channel is one. */
export async function forumOf(
  { channelId, channelKind }: Subscription,
  { forumTags }: Pick<Needs, "forumTags">,
): Promise<ForumTags | undefined> {
  return isForum(channelKind) ? forumTags(channelId) : undefined;
}
