import { isForum, type Subscription } from "../../src/delivery/subscription.ts";
import type { Asked, Reply } from "../command.ts";
import type { ForumTags, Needs } from "../needs.ts";
import { channelFrom } from "./calendar.ts";
import { changedGroups } from "./following-list.ts";
import { type Known, nextPosting } from "./next-posting.ts";
import { type Panel, panelMessage } from "./panel.ts";

export type PanelNeeds = Pick<
  Needs,
  "almanac" | "language" | "forumTags" | "ownEvents" | "history" | "places" | "presets" | "today"
>;

/** The panel, anew or in place of the one whose button was pressed. */
export async function panelReply(
  kind: "quiet" | "update",
  shown: Panel,
  asked: Asked,
  needs: PanelNeeds,
): Promise<Reply> {
  const forum = await forumOf(shown.calendar, needs);
  const known = await knownOf(shown.calendar, asked, needs);
  const language = needs.language(asked.locale);
  const today = await needs.today(asked);
  const cure = "admin.countries.take-over-here";
  const facts = {
    own: known.own,
    posting: nextPosting(known),
    changedGroups: changedGroups(shown.calendar, needs.presets, today, language, cure),
  };
  return { kind, message: panelMessage({ ...shown, ...facts }, forum, asked, needs, language) };
}

/** The panel to choose another channel, of a calendar that is to post and whose channel is gone; undefined where it is there. */
export async function lostChannel(
  kind: "quiet" | "update",
  calendar: Subscription,
  asked: Asked,
  needs: PanelNeeds & Pick<Needs, "channelUnseen">,
): Promise<Reply | undefined> {
  if (channelFrom(asked, calendar) !== undefined) return undefined;
  // one that is only hidden from the bot gets its posts once that is mended
  if ((await needs.channelUnseen(calendar.channelId)) !== "channel-gone") return undefined;
  const said = needs.language(asked.locale).text("admin.panel.no-channel");
  return panelReply(kind, { calendar, open: "channel", said }, asked, needs);
}

/** What tells when a calendar posts next. */
export async function knownOf(
  calendar: Subscription,
  { now }: Pick<Asked, "now">,
  { almanac, ownEvents, history }: Pick<Needs, "almanac" | "ownEvents" | "history">,
): Promise<Known> {
  return {
    calendar,
    almanac,
    own: await ownEvents.ofGuild(calendar.guildId),
    history: await history(calendar.id),
    now,
  };
}

/** The tags of a calendar's forum, where its channel is one. */
export async function forumOf(
  { channelId, channelKind }: Pick<Subscription, "channelId" | "channelKind">,
  { forumTags }: Pick<Needs, "forumTags">,
): Promise<ForumTags | undefined> {
  return isForum(channelKind) ? forumTags(channelId) : undefined;
}
