import type { LocalDate } from "../../src/almanac/date.ts";
import type { Preset } from "../../src/almanac/parties/presets.ts";
import type { PartyCode } from "../../src/almanac/party.ts";
import type { Subscription } from "../../src/delivery/subscription.ts";
import { customId } from "../../src/messages/custom-id.ts";
import type { Language } from "../../src/messages/language.ts";
import { textPage } from "../../src/messages/lookup/page-of-text.ts";
import { escapeMarkdown } from "../../src/messages/markdown.ts";
import { button, type MessagePayload } from "../../src/messages/payload.ts";
import type { Needs } from "../needs.ts";
import { presetName } from "../typed/group.ts";
import { pairText } from "../typed/pair.ts";
import { groupChanges } from "./follow.ts";

/** Everybody whom a calendar follows by name, and what has changed in the groups that were chosen. */
export function followingMessage(
  calendar: Subscription,
  { presets }: Pick<Needs, "presets">,
  today: LocalDate,
  language: Language,
): MessagePayload {
  const { parties, together } = calendar.selection;
  const nameOf = (code: PartyCode) => language.name(code);
  const inOrder = (names: readonly string[]) => names.toSorted(new Intl.Collator(language.locale).compare).join(", ");
  const pairs = inOrder(together.map((codes) => pairText(codes.map(nameOf), language)));
  const whom = [inOrder(parties.map(nameOf)), pairs].filter((each) => each !== "");
  const named = whom.length === 0 ? [language.text("commands.setup.everything")] : whom;
  const changed = changedGroups(calendar, presets, today, language, "admin.countries.take-over-here");
  const take = button(
    language.text("admin.button.update"),
    customId("countries", "update", calendar.id, String(calendar.revision)),
  );
  return textPage(
    language.text("admin.countries.heading", { count: parties.length, pairs: together.length }),
    [`<#${calendar.channelId}>`, ...named.map(escapeMarkdown), ...changed],
    changed.length === 0 ? [] : [take],
  );
}

/** The groups whose members are others by now, each with who is new in it, who has left, and what to do. */
export function changedGroups(
  calendar: Subscription,
  presets: Needs["presets"],
  today: LocalDate,
  language: Language,
  cure: "admin.countries.take-over" | "admin.countries.take-over-here" = "admin.countries.take-over",
): readonly string[] {
  const changes = groupChanges(calendar, presets, today);
  if (changes.length === 0) return [];
  const line = (
    key: "admin.countries.joined" | "admin.countries.left",
    preset: Preset,
    codes: readonly PartyCode[],
  ) => {
    const names = language.list(codes.map((code) => language.nameInText(code)));
    return codes.length === 0 ? [] : [language.text(key, { group: presetName(preset, language), names })];
  };
  const lines = changes.flatMap(({ preset, joined, left }) => [
    ...line("admin.countries.joined", preset, joined),
    ...line("admin.countries.left", preset, left),
  ]);
  return [...lines, language.text(cure)].map(escapeMarkdown);
}
