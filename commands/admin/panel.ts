import { formatDate, parseLocalDate } from "../../src/almanac/date.ts";
import { settingTexts } from "../../src/delivery/settings-text.ts";
import type { Subscription } from "../../src/delivery/subscription.ts";
import { dateOf, wallAt } from "../../src/delivery/wall.ts";
import { digestFor } from "../../src/digest/compose.ts";
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
import type { Needs } from "../needs.ts";
import { missingText } from "../permissions.ts";
import { standingText } from "./calendar.ts";
import { settingSelect, valueSelect } from "./panel-select.ts";
import { type PanelSetting, panelSettingsOf } from "./panel-settings.ts";
import { followingText, settingName, settingValue } from "./setting-words.ts";

export interface Panel {
  readonly calendar: Subscription;
  /** The setting whose values are offered. */
  readonly open?: PanelSetting;
  /** What has just happened, in plain text. */
  readonly said?: string;
}

/**
 * The panel of a calendar: its settings, the next post as it would be, and what can be changed. All of its state is in its buttons: the
 * calendar's id, and the revision of the settings that it shows.
 */
export function panelMessage(
  { calendar, open, said }: Panel,
  asked: Asked,
  almanac: Needs["almanac"],
  language: Language,
): MessagePayload {
  const { channelId, channelKind } = calendar;
  const heading = escapeMarkdown(language.text("admin.panel.heading"));
  const here = asked.channel.id === channelId ? missingText(channelKind, asked.channel.appPermissions, language) : [];
  const { title, lines } = nextPost(calendar, asked.now, almanac, language);
  const at = { guildLocale: asked.guild?.locale ?? asked.locale, now: asked.now };
  return fit(lines, (shown, left) =>
    componentsMessage([
      container([
        textDisplay(
          [`## ${heading} <#${channelId}>`, ...(said === undefined ? [] : [bold(escapeMarkdown(said))])].join("\n"),
        ),
        textDisplay([standingText(calendar, language), ...here].join("\n")),
        textDisplay(settingsText(calendar, language)),
        separator(true),
        textDisplay([bold(escapeMarkdown(title)), ...shown, ...moreText(left, language)].join("\n")),
        separator(true),
        settingSelect(calendar, open, language),
        ...(open === undefined ? [] : [valueSelect(calendar, open, at, language)]),
        ...hintOf(open, language),
        buttonRow(buttonsOf(calendar, asked.now, language)),
      ]),
    ]),
  );
}

/** When the first post comes, once the panel is done with. */
export function doneMessage(calendar: Subscription, asked: Asked, language: Language): MessagePayload {
  return componentsMessage([container([textDisplay(confirmation(calendar, true, asked, language))])]);
}

/** What will be posted where, when the first one comes, and what the bot lacks for it, in markdown. */
export function confirmation(
  { channelId, channelKind, postAt, zone, selection, nextDue, id }: Subscription,
  isNew: boolean,
  { channel }: Asked,
  language: Language,
): string {
  const first = parseLocalDate(nextDue?.slice(0, 10) ?? "");
  if (first === undefined) throw new Error(`subscription ${id} is set up and has no next post`);
  const text = language.text(isNew ? "commands.setup.done" : "commands.setup.changed", {
    channel: `<#${channelId}>`,
    hour: postAt,
    zone: escapeMarkdown(zone),
    following: escapeMarkdown(followingText(selection.parties, selection.match, language)),
    first: language.weekday(first),
  });
  const lacking = channel.id === channelId ? missingText(channelKind, channel.appPermissions, language) : [];
  return [text, language.text("commands.setup.overviews"), ...lacking].join("\n");
}

function settingsText(calendar: Subscription, language: Language): string {
  const texts = settingTexts(calendar);
  const { selection } = calendar;
  return panelSettingsOf(calendar)
    .map((setting) => {
      const name = capitalised(settingName(setting, language), language);
      const value =
        setting === "parties"
          ? escapeMarkdown(followingText(selection.parties, selection.match, language))
          : settingValue(setting, texts[setting], language);
      return `${escapeMarkdown(name)}: ${bold(value)}`;
    })
    .join("\n");
}

/** The lines of the next post, of a calendar that posts nothing now those of today. */
function nextPost(calendar: Subscription, now: number, almanac: Needs["almanac"], language: Language) {
  const date = parseLocalDate(nextDate(calendar, now));
  if (date === undefined) throw new RangeError(`${calendar.id} has no next date`);
  const { lines } = digestFor(almanac, calendar.selection, date);
  const reader = readerOf(language, calendar.selection.parties);
  const title = language.text(lines.length === 0 ? "admin.preview.empty" : "admin.panel.next", {
    date: language.weekday(date),
  });
  return { title, date: formatDate(date), lines: lines.map((line) => `- ${occasionLine(line, reader).markdown}`) };
}

function nextDate({ nextDue, zone }: Subscription, now: number): string {
  return dateOf(nextDue ?? wallAt(now, zone));
}

function moreText(count: number, language: Language): readonly string[] {
  return count === 0 ? [] : [`- ${escapeMarkdown(language.text("admin.more", { count }))}`];
}

/** What a select has no room for is typed, with completion. */
function hintOf(open: PanelSetting | undefined, language: Language) {
  if (open !== "hour" && open !== "zone" && open !== "parties") return [];
  return [textDisplay(`-# ${escapeMarkdown(language.text(`admin.panel.hint.${open}`))}`)];
}

function buttonsOf(calendar: Subscription, now: number, language: Language) {
  const { id, standing, revision } = calendar;
  const finish = standing.state === "active" ? "admin.panel.done" : "admin.panel.start";
  return [
    mainButton(language.text(finish), customId("setup", "done", id, String(revision))),
    button(language.text("admin.panel.whole"), customId("preview", "open", id, nextDate(calendar, now), "daily")),
  ];
}
