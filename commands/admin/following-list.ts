import type { LocalDate } from "../../src/almanac/date.ts";
import type { Subscription } from "../../src/delivery/subscription.ts";
import type { Language } from "../../src/messages/language.ts";
import { textPage } from "../../src/messages/lookup/page-of-text.ts";
import { escapeMarkdown } from "../../src/messages/markdown.ts";
import type { MessagePayload } from "../../src/messages/payload.ts";
import type { Needs } from "../needs.ts";
import { presetName } from "../typed/following.ts";
import { newcomers } from "./follow.ts";

/** Everybody whom a calendar follows by name, and what has changed in the groups that were chosen. */
export function followingMessage(
  calendar: Subscription,
  { presets }: Pick<Needs, "presets">,
  today: LocalDate,
  language: Language,
): MessagePayload {
  const { parties, match } = calendar.selection;
  const collator = new Intl.Collator(language.locale);
  const names = parties.map((code) => language.name(code)).toSorted(collator.compare);
  const all = names.length === 0 ? language.text("commands.setup.everything") : names.join(", ");
  const what = match === "all" && parties.length > 1 ? language.text("admin.both", { names: all }) : all;
  return textPage(language.text("admin.countries.heading", { count: parties.length }), [
    `<#${calendar.channelId}>`,
    escapeMarkdown(what),
    ...changedGroups(calendar, presets, today, language),
  ]);
}

/** The groups whose members are others by now, each with who is new in it and what to do. */
export function changedGroups(
  { presets: chosen, selection }: Subscription,
  presets: Needs["presets"],
  today: LocalDate,
  language: Language,
): readonly string[] {
  return chosen.flatMap((preset) => {
    const fresh = newcomers(selection.parties, presets(preset, today));
    if (fresh.length === 0) return [];
    const names = language.list(fresh.map((code) => language.nameInText(code)));
    return [escapeMarkdown(language.text("admin.countries.joined", { group: presetName(preset, language), names }))];
  });
}
