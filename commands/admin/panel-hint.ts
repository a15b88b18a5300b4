import type { APITextDisplayComponent } from "discord-api-types/v10";
import { isChannelGone, type Subscription } from "../../src/delivery/subscription.ts";
import type { Language } from "../../src/messages/language.ts";
import { escapeMarkdown } from "../../src/messages/markdown.ts";
import { textDisplay } from "../../src/messages/payload.ts";
import type { Asked } from "../command.ts";
import type { PanelSetting } from "./panel-settings.ts";

/** What a select has no room for is typed, with completion; and what else there is to know. */
export function hintOf(
  open: PanelSetting | undefined,
  { channelId, standing }: Subscription,
  { channel }: Asked,
  language: Language,
): readonly APITextDisplayComponent[] {
  const key = HINTS.find((setting) => setting === open);
  if (key === undefined) return [];
  const isTypedElsewhere = TYPED.has(key) && channel.id !== channelId;
  const where = isTypedElsewhere ? [language.text("admin.panel.hint.elsewhere", { channel: `<#${channelId}>` })] : [];
  // nobody goes back to a channel that is gone
  const hint = key === "channel" && isChannelGone({ standing }) ? "channel-gone" : key;
  return [textDisplay(`-# ${[escapeMarkdown(language.text(`admin.panel.hint.${hint}`)), ...where].join(" ")}`)];
}

/** What these hints name is a command, which means the channel where it is used unless told otherwise. */
const TYPED: ReadonlySet<PanelSetting> = new Set(["hour", "zone", "parties"]);
const HINTS = ["channel", "hour", "zone", "parties", "mention", "thread"] as const satisfies readonly PanelSetting[];
