import { formatDate, type LocalDate } from "../../src/almanac/date.ts";
import type { OwnEvent } from "../../src/almanac/own-event.ts";
import type { EntryId } from "../../src/delivery/audit.ts";
import { settingTexts } from "../../src/delivery/settings-text.ts";
import type { Subscription } from "../../src/delivery/subscription.ts";
import { digestFor } from "../../src/digest/compose.ts";
import { namedBy } from "../../src/digest/follow.ts";
import { ownTier } from "../../src/digest/own.ts";
import { customId } from "../../src/messages/custom-id.ts";
import type { Language } from "../../src/messages/language.ts";
import { occasionLine } from "../../src/messages/line.ts";
import { bold, escapeMarkdown } from "../../src/messages/markdown.ts";
import {
  button,
  buttonRow,
  componentsMessage,
  container,
  fit,
  type MessagePayload,
  mainButton,
  separator,
  textDisplay,
} from "../../src/messages/payload.ts";
import { capitalised, readerOf } from "../../src/messages/sentence.ts";
import type { Asked } from "../command.ts";
import type { ForumTags, Needs } from "../needs.ts";
import { ownLinesOf, ownOfCalendar } from "../own/why.ts";
import { missingText } from "../permissions.ts";
import { channelFrom, postingText, renamedText, standingText, versionOf } from "./calendar.ts";
import type { NextPosting } from "./next-posting.ts";
import { hintOf } from "./panel-hint.ts";
import { atOf, settingSelect, valueSelect } from "./panel-select.ts";
import { type PanelSetting, panelSettingsOf } from "./panel-settings.ts";
import { alsoComes, doingsText, otherPosts } from "./post-words.ts";
import { followedText, settingName, settingValue } from "./setting-words.ts";

export interface Panel {
  readonly calendar: Subscription;
  /** The setting whose values are offered. */
  readonly open?: PanelSetting;
  /** What has just happened, in plain text. */
  readonly said?: string;
  /** What else there is to know of what has just happened, in markdown. */
  readonly notes?: readonly string[] | undefined;
  /** The entry of the record that tells of it, where it was a change which can be taken back. */
  readonly undoable?: EntryId | undefined;
}

export interface PanelFacts {
  /** The server's own dates. */
  readonly own: readonly OwnEvent[];
  readonly posting: NextPosting;
  /** What has changed in the groups that it follows, and the cure, in markdown; empty where nothing has. */
  readonly changedGroups: readonly string[];
}

/**
 * The panel of a calendar: its settings, the next post as it would be, and what can be changed. All of its state is in its buttons: the
 * calendar's id, and its version (settings and standing) that it shows. The forum is that of its channel, where it is one and could be read.
 */
export function panelMessage(
  { calendar, open, said, notes = [], undoable, own, posting, changedGroups }: Panel & PanelFacts,
  forum: ForumTags | undefined,
  asked: Asked,
  { almanac, places }: Pick<Needs, "almanac" | "places">,
  language: Language,
): MessagePayload {
  const heading = escapeMarkdown(language.text("admin.panel.heading"));
  const { title, lines, doings } = nextPost(calendar, own, posting, almanac, language);
  const at = atOf(asked, forum, places);
  const opened = panelSettingsOf(calendar).find((setting) => setting === open);
  return fit(lines, (shown, left) =>
    componentsMessage([
      container([
        textDisplay(
          [`## ${heading} <#${calendar.channelId}>`, ...(said === undefined ? [] : [bold(escapeMarkdown(said))])].join(
            "\n",
          ),
        ),
        textDisplay(
          [
            ...notes,
            standingText(calendar, language, posting),
            ...lackingText(calendar, asked, language),
            ...renamedText(calendar, places, language),
            ...tagText(calendar, forum, language),
            ...changedGroups,
          ].join("\n"),
        ),
        textDisplay(settingsText(calendar, forum, language)),
        separator(true),
        textDisplay([bold(escapeMarkdown(title)), ...shown, ...moreText(left, language), ...doings].join("\n")),
        separator(true),
        settingSelect(calendar, opened, language),
        ...(opened === undefined ? [] : valueSelect(calendar, opened, at, language)),
        ...hintOf(opened, calendar, asked, language),
        buttonRow(
          buttonsOf(calendar, shownDate(posting), { undoable, hasChangedGroups: changedGroups.length > 0 }, language),
        ),
      ]),
    ]),
  );
}

/** What the bot lacks in a calendar's channel by what the interaction says of it, in markdown, a line each. */
export function lackingText(calendar: Subscription, asked: Asked, language: Language): readonly string[] {
  return missingText(calendar, channelFrom(asked, calendar)?.appPermissions, language);
}

/** Whether a forum wants a tag that it would not get. */
export function wantsTag({ forumTags }: Pick<Subscription, "forumTags">, forum: ForumTags | undefined): boolean {
  return forum?.required === true && !forum.tags.some(({ id }) => forumTags.includes(id));
}

function tagText(calendar: Subscription, forum: ForumTags | undefined, language: Language): readonly string[] {
  if (!wantsTag(calendar, forum)) return [];
  const hasNone = forum?.tags.length === 0;
  return [language.text(hasNone ? "admin.panel.no-tags" : "admin.panel.tag-wanted")];
}

/** When the next post comes, once the panel is done with; the first one of a calendar that has just begun. */
export function doneMessage(
  calendar: Subscription,
  became: "begun" | "kept",
  posting: NextPosting,
  asked: Asked,
  language: Language,
): MessagePayload {
  const tryOut = button(language.text("admin.button.trial"), customId("subscriptions", "trial", calendar.id));
  const change = button(language.text("admin.button.edit"), customId("setup", "open", calendar.id));
  return componentsMessage([
    container([textDisplay(confirmation(calendar, became, posting, asked, language)), buttonRow([tryOut, change])]),
  ]);
}

/** What will be posted where, when the next one comes, what comes beside it, and what the bot lacks for it, in markdown. */
export function confirmation(
  calendar: Subscription,
  became: "begun" | "kept",
  posting: NextPosting,
  asked: Asked,
  language: Language,
): string {
  const { channelId, postAt, zone } = calendar;
  const text = language.text("commands.setup.done", {
    channel: `<#${channelId}>`,
    hour: postAt,
    zone: escapeMarkdown(zone),
    following: escapeMarkdown(followedText(calendar, language)),
  });
  const next =
    became === "begun"
      ? postingText(posting, "commands.setup.first", language)
      : standingText(calendar, language, posting);
  return [
    `${text} ${next}`,
    escapeMarkdown([...alsoComes(calendar, language), language.text("commands.setup.ends")].join(" ")),
    ...lackingText(calendar, asked, language),
  ].join("\n");
}

/** What a newcomer looks for, a line each; the others follow in one. */
const FIRST: readonly PanelSetting[] = ["hour", "zone", "parties", "families"];

/** Every setting but the channel, which the heading names. */
function settingsText(calendar: Subscription, forum: ForumTags | undefined, language: Language): string {
  const text = (setting: PanelSetting) => {
    const name = capitalised(settingName(setting, language), language);
    return `${escapeMarkdown(name)}: ${bold(valueText(calendar, setting, forum, language))}`;
  };
  const others = panelSettingsOf(calendar).filter((setting) => setting !== "channel" && !FIRST.includes(setting));
  return [...FIRST.map(text), others.map(text).join(" · ")].join("\n");
}

function valueText(
  calendar: Subscription,
  setting: PanelSetting,
  forum: ForumTags | undefined,
  language: Language,
): string {
  const { forumTags } = calendar;
  const tags = (forum?.tags ?? []).filter(({ id }) => forumTags.includes(id)).map(({ name }) => name);
  if (setting === "forum-tags" && tags.length > 0) return escapeMarkdown(language.list(tags));
  if (setting === "parties") return escapeMarkdown(followedText(calendar, language));
  return settingValue(setting, settingTexts(calendar)[setting], language);
}

/** The lines of the next post that has any; of a calendar that posts nothing now, those with which it would begin. */
function nextPost(
  calendar: Subscription,
  own: readonly OwnEvent[],
  posting: NextPosting,
  almanac: Needs["almanac"],
  language: Language,
) {
  const date = shownDate(posting);
  const { lines } = digestFor(almanac, calendar.selection, date);
  const reader = readerOf(language, namedBy(calendar.selection));
  const ours = ownOfCalendar(own, calendar, date, almanac);
  const tiers = [...ours.shown.flatMap((each) => ownTier(each) ?? []), ...lines.map(({ lead }) => lead.tier)];
  const texts = [...ownLinesOf(ours, language), ...lines.map((line) => occasionLine(line, reader).markdown)];
  const title = language.text(texts.length === 0 ? "admin.preview.empty" : "admin.panel.next", {
    date: language.weekday(date),
  });
  const doings = [
    ...(texts.length === 0 ? [] : doingsText(calendar, tiers, language)),
    ...otherPosts(calendar, date, language),
  ];
  return { title, lines: texts.map((text) => `- ${text}`), doings: doings.map((text) => `-# ${text}`) };
}

function shownDate({ on, withLines }: NextPosting): LocalDate {
  return withLines ?? on;
}

function moreText(count: number, language: Language): readonly string[] {
  return count === 0 ? [] : [`- ${escapeMarkdown(language.text("admin.more", { count }))}`];
}

function buttonsOf(
  calendar: Subscription,
  date: LocalDate,
  { undoable, hasChangedGroups }: Pick<Panel, "undoable"> & { readonly hasChangedGroups: boolean },
  language: Language,
) {
  const { id, standing } = calendar;
  const undo = (entry: EntryId) =>
    button(language.text("admin.button.undo"), customId("setup", "undo", id, versionOf(calendar), entry));
  const takeOver = button(language.text("admin.button.update"), customId("setup", "groups", id, versionOf(calendar)));
  const finish = standing.state === "active" ? "admin.panel.done" : "admin.panel.start";
  return [
    mainButton(language.text(finish), customId("setup", "done", id, versionOf(calendar))),
    button(language.text("admin.panel.whole"), customId("preview", "open", id, formatDate(date), "daily")),
    ...(hasChangedGroups ? [takeOver] : []),
    ...(undoable === undefined ? [] : [undo(undoable)]),
  ];
}
