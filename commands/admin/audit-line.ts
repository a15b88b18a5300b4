import type { AuditEntry } from "../../src/delivery/audit.ts";
import type { Language } from "../../src/messages/language.ts";
import { escapeMarkdown } from "../../src/messages/markdown.ts";
import { settingName, settingValue } from "./setting-words.ts";

/** So many settings of one change are told in full. */
const MOST_SETTINGS = 4;

/** Who did what when, as one line of markdown. Discord shows the instant by the reader's own clock. */
export function auditLine({ at, userId, channelId, act, changes }: AuditEntry, language: Language): string {
  const when = `<t:${Math.floor(at / 1000)}:f>`;
  const told = changes.slice(0, MOST_SETTINGS).map(({ setting, from, to }) => {
    const [before, after] = [settingValue(setting, from, language), settingValue(setting, to, language)];
    return `${escapeMarkdown(settingName(setting, language))} ${before} → ${after}`;
  });
  const more = changes.length - told.length;
  const rest = more > 0 ? [escapeMarkdown(language.text("admin.more", { count: more }))] : [];
  const what = language.text(`admin.act.${act}`, { channel: `<#${channelId}>` });
  return `${when} <@${userId}> ${what}${told.length === 0 ? "" : `: ${[...told, ...rest].join(", ")}`}`;
}
