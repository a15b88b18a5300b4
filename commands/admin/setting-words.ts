import { FAMILIES } from "../../src/almanac/kind.ts";
import { cldrLocale } from "../../src/almanac/parties/locales.ts";
import { isPreset } from "../../src/almanac/parties/presets.ts";
import type { PartyCode } from "../../src/almanac/party.ts";
import { NONE, type Setting, togetherIn } from "../../src/delivery/settings-text.ts";
import { CHANNEL_KINDS, LONGEST_LATE_WINDOW, type SubscriptionSettings } from "../../src/delivery/subscription.ts";
import type { Selection } from "../../src/digest/digest.ts";
import { followsEverything } from "../../src/digest/follow.ts";
import type { Language } from "../../src/messages/language.ts";
import { familyOfValue } from "../../src/messages/lookup/selects.ts";
import { escapeMarkdown } from "../../src/messages/markdown.ts";
import { pairText } from "../typed/pair.ts";

/** So many parties are named; the others are counted. */
const NAMED = 15;

/** A setting's name, in plain text. */
export function settingName(setting: Setting, language: Language): string {
  return language.text(`admin.setting.${setting}`);
}

/** A setting's value (delivery/settings-text.ts) as a reader of the language understands it, in markdown. */
export function settingValue(setting: Setting, value: string, language: Language): string {
  if (setting === "channel") return `<#${value}>`;
  if (setting === "mention" && value !== "") return `<@&${value}>`;
  return escapeMarkdown(settingPlain(setting, value, language));
}

/** The same in plain text, for the labels of selects. */
export function settingPlain(setting: Setting, value: string, language: Language): string {
  return WORDS[setting]?.(value, language) ?? value;
}

/** Whom a calendar follows, in plain text. */
export function followingText(selection: Pick<Selection, "parties" | "together">, language: Language): string {
  if (followsEverything(selection)) return language.text("commands.setup.everything");
  return language.list(shortened(namesOf(selection, language), language));
}

/** The parties, and then the pairs, by name as in a sentence. */
function namesOf(
  { parties, together }: Pick<Selection, "parties" | "together">,
  language: Language,
): readonly string[] {
  const nameOf = (code: PartyCode) => language.nameInText(code);
  return [...parties.map(nameOf), ...together.map((codes) => pairText(codes.map(nameOf), language))];
}

/** The first of them, and how many more there are. */
function shortened(names: readonly string[], language: Language): readonly string[] {
  const count = names.length - NAMED;
  return count > 0 ? [...names.slice(0, NAMED), language.text("admin.more", { count })] : names;
}

/** Whom a calendar follows, groups that are followed as a whole by their names. */
export function followedText(
  { selection, presets }: Pick<SubscriptionSettings, "selection" | "presets">,
  language: Language,
): string {
  const { parties, together } = selection;
  const whole = presets.filter(({ members }) => members.length > 0 && members.every((code) => parties.includes(code)));
  if (whole.length === 0) return followingText(selection, language);
  const inGroups = new Set(whole.flatMap(({ members }) => members));
  const others = parties.filter((code) => !inGroups.has(code));
  const groups = whole.map(({ preset }) => language.text(`admin.preset.${preset}`));
  return language.list([...groups, ...shortened(namesOf({ parties: others, together }, language), language)]);
}

type Wording = (value: string, language: Language) => string;

const orNever =
  (word: Wording): Wording =>
  (value, language) =>
    value === "" ? language.text("admin.value.never") : word(value, language);

const list = (value: string): readonly string[] => value.split(" ").filter((part) => part !== "");

const WORDS: Partial<Record<Setting, Wording>> = {
  "channel-kind"(value, language) {
    const kind = CHANNEL_KINDS.find((each) => each === value);
    return kind === undefined ? value : language.text(`admin.channel-kind.${kind}`);
  },
  language: (value, { locale }) => new Intl.DisplayNames(locale, { type: "language" }).of(cldrLocale(value)) ?? value,
  parties: (value, language) =>
    value === NONE
      ? language.text("admin.value.pairs-only")
      : followingText({ parties: list(value), together: [] }, language),
  together: (value, language) =>
    value === ""
      ? language.text("admin.value.none")
      : followingText({ parties: [], together: togetherIn(value) }, language),
  presets(value, language) {
    const names = list(value)
      .map((one) => one.split(":")[0] ?? "")
      .filter(isPreset)
      .map((preset) => language.text(`admin.preset.${preset}`));
    return names.length === 0 ? language.text("admin.value.none") : language.list(names);
  },
  families(value, language) {
    const families = list(value).flatMap((each) => familyOfValue(each) ?? []);
    if (families.length === FAMILIES.length) return language.text("admin.setting.all-families");
    return language.list(families.map((family) => language.text(`lookup.family.${family}`)));
  },
  tier: (value, language) => language.text("admin.value.tier", { tier: Number(value) }),
  "leap-day": (value, language) =>
    language.text(value === "03-01" ? "admin.value.leap-march" : "admin.value.leap-february"),
  routine: (value, language) =>
    language.text(value === "never" ? "admin.value.routine-never" : "admin.value.routine-empty"),
  mention: (value, language) => (value === "" ? language.text("admin.value.nobody") : value),
  "mention-tiers": (value, language) =>
    value === ""
      ? language.text("admin.value.no-tier")
      : language.list(list(value).map((tier) => language.text("admin.value.tier", { tier: Number(tier) }))),
  crosspost: (value, language) => language.text(value === "yes" ? "admin.value.yes" : "admin.value.no"),
  thread: (value, language) => language.text(value === "yes" ? "admin.value.yes" : "admin.value.no"),
  "forum-tags": (value, language) => language.text("admin.value.tags", { count: list(value).length }),
  overviews: orNever((value, language) =>
    language.list(list(value).map((each) => language.text(each === "year" ? "admin.value.year" : "admin.value.month"))),
  ),
  "heads-up": orNever((value, language) => language.text("admin.value.days", { days: Number(value) })),
  "late-window"(value, language) {
    const minutes = Number(value);
    if (minutes === 0) return language.text("admin.value.late-never");
    if (minutes === LONGEST_LATE_WINDOW) return language.text("admin.value.late-day");
    return language.text("admin.value.late-hours", { hours: minutes / 60 });
  },
  weekly: orNever((value, { locale }) => weekdayName(Number(value), locale)),
};

/** 5 January 1970 was a Monday, in milliseconds. */
const MONDAY = 345_600_000;
const DAY = 86_400_000;

/** A weekday (Monday is 1) by its name. */
function weekdayName(weekday: number, locale: string): string {
  return new Intl.DateTimeFormat(locale, { weekday: "long", timeZone: "UTC" }).format(MONDAY + (weekday - 1) * DAY);
}
