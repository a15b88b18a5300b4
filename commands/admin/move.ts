import { isChannelGone, type Subscription, type SubscriptionSettings } from "../../src/delivery/subscription.ts";
import { customId } from "../../src/messages/custom-id.ts";
import type { Language } from "../../src/messages/language.ts";
import { bold, escapeMarkdown } from "../../src/messages/markdown.ts";
import {
  button,
  buttonRows,
  componentsMessage,
  container,
  LIMITS,
  type MessagePayload,
  mainButton,
  textDisplay,
} from "../../src/messages/payload.ts";
import { shorten } from "../../src/messages/plain.ts";
import type { Asked } from "../command.ts";
import { calendarText, versionOf } from "./calendar.ts";
import { followedText } from "./setting-words.ts";

/** So many are offered; the others can be moved one by one with /subscriptions edit. */
const MOST_OFFERED = 4;
/** Room for each of them in the message. */
const LINE = 800;
/** Room for all their names where only that is said. */
const NAMES = 200;

/** The calendars whose channel is no more, and which wait for another. */
export function lostCalendars(all: readonly Subscription[]): readonly Subscription[] {
  return all.filter(isChannelGone);
}

/** Whether one whose channel is gone shall go on here, or the channel get one of its own. */
export function movedOrNew(lost: readonly Subscription[], language: Language): MessagePayload {
  const offered = lost.slice(0, MOST_OFFERED);
  const move = offered.map((calendar) => {
    const following = followedText(calendar, language);
    const label = language.text("admin.move.button", { hour: calendar.postAt, following });
    return mainButton(shorten(label, LIMITS.label), customId("setup", "move", calendar.id, versionOf(calendar)));
  });
  const fresh = button(language.text("admin.move.new"), customId("setup", "begin"));
  const lines = offered.map((calendar) => `- ${shorten(calendarText(calendar, language), LINE)}`);
  const question = bold(escapeMarkdown(language.text("admin.move.question")));
  return componentsMessage([
    container([textDisplay([question, ...lines].join("\n")), ...buttonRows([...move, fresh])]),
  ]);
}

/** That others have lost their channels, to be said beside a calendar that is begun instead of moving one of them, in markdown. */
export function lostToo(lost: readonly Subscription[], language: Language): readonly string[] {
  if (lost.length === 0) return [];
  const names = lost.map((calendar) => `${calendar.postAt} (${calendar.zone}), ${followedText(calendar, language)}`);
  const calendars = shorten(language.list(names), NAMES);
  return [escapeMarkdown(language.text("admin.move.lost-too", { count: lost.length, calendars }))];
}

/** The settings of a calendar as they are, in the channel where somebody asks; undefined where nothing can be posted. */
export function moveHere(calendar: Subscription, { channel }: Asked): SubscriptionSettings | undefined {
  if (channel.kind === "unsupported" || channel.kind === "direct") return undefined;
  return { ...calendar, channelId: channel.id, channelKind: channel.kind, forumTags: [] };
}
