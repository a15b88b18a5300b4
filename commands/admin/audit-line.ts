import type { AuditEntry, Change } from "../../src/delivery/audit.ts";
import type { Setting } from "../../src/delivery/settings-text.ts";
import type { Language } from "../../src/messages/language.ts";
import { escapeMarkdown } from "../../src/messages/markdown.ts";
import { shorten } from "../../src/messages/plain.ts";
import { ownAuditLine } from "../own/audit-line.ts";
import { settingName, settingPlain, settingValue } from "./setting-words.ts";

/** So many settings of one change are told in full. */
const MOST_SETTINGS = 4;
/** And so much of each value, so that a page of changes fits into a message. */
const LONGEST = 90;

/** Who did what when, as one line of markdown. Discord shows the instant by the reader's own clock. */
export function changeLine(change: Change, language: Language): string {
  return "eventId" in change ? ownAuditLine(change, language) : auditLine(change, language);
}

function auditLine({ at, userId, channelId, act, changes }: AuditEntry, language: Language): string {
  const when = `<t:${Math.floor(at / 1000)}:f>`;
  const told = changes.slice(0, MOST_SETTINGS).map(({ setting, from, to }) => {
    const [before, after] = [valueText(setting, from, language), valueText(setting, to, language)];
    return `${escapeMarkdown(settingName(setting, language))} ${before} → ${after}`;
  });
  const more = changes.length - told.length;
  const rest = more > 0 ? [escapeMarkdown(language.text("admin.more", { count: more }))] : [];
  const channel = `<#${channelId}>`;
  // a loss is nobody's act
  const what = `${userId === "" ? "" : `<@${userId}> `}${language.text(`admin.act.${act}`, { channel })}`;
  return `${when} ${what}${told.length === 0 ? "" : `: ${[...told, ...rest].join(", ")}`}`;
}

function valueText(setting: Setting, value: string, language: Language): string {
  const isMention = setting === "channel" || (setting === "mention" && value !== "");
  if (isMention) return settingValue(setting, value, language);
  return escapeMarkdown(shorten(settingPlain(setting, value, language), LONGEST));
}
