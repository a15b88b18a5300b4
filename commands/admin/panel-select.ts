import { type APIComponentInContainer, ComponentType, SelectMenuDefaultValueType } from "discord-api-types/v10";
import { LEAP_DAYS, TIERS } from "../../src/almanac/anniversary.ts";
import { FAMILIES } from "../../src/almanac/kind.ts";
import { PRESETS } from "../../src/almanac/parties/presets.ts";
import { settingTexts } from "../../src/delivery/settings-text.ts";
import { type Subscription, WEEKDAYS } from "../../src/delivery/subscription.ts";
import { ROUTINES } from "../../src/digest/digest.ts";
import { customId } from "../../src/messages/custom-id.ts";
import type { Language } from "../../src/messages/language.ts";
import { MOST_OPTIONS } from "../../src/messages/lookup/selects.ts";
import { shorten } from "../../src/messages/plain.ts";
import { capitalised } from "../../src/messages/sentence.ts";
import type { Asked } from "../command.ts";
import type { ForumTags, Needs } from "../needs.ts";
import { likelyZones, newerName, offsetOf } from "../typed/zone.ts";
import { versionOf } from "./calendar.ts";
import { HEADS_UP, LATE_WINDOWS, LINES, MOST_TAGS, type PanelSetting, panelSettingsOf } from "./panel-settings.ts";
import { settingName, settingPlain } from "./setting-words.ts";

/** Discord's limit for the labels of a select. */
const LABEL = 100;

interface Option {
  readonly label: string;
  readonly value: string;
}

/** Chooses the setting that is to be changed next. */
export function settingSelect(calendar: Subscription, open: PanelSetting | undefined, language: Language) {
  const options = panelSettingsOf(calendar).map((setting) => ({
    label: capitalised(settingName(setting, language), language),
    value: setting,
    description: shorten(language.text(`admin.about.${setting}`), LABEL),
    default: setting === open,
  }));
  return row({
    type: ComponentType.StringSelect,
    custom_id: customId("setup", "step", calendar.id, versionOf(calendar)),
    placeholder: language.text("admin.panel.change"),
    options,
  });
}

/** What the values of a setting depend on: the guild's locale says which zones come first. */
export interface At {
  readonly guildLocale: string;
  readonly now: number;
  readonly places: Needs["places"];
  /** Of the calendar's forum, where it has one that could be read. */
  readonly forum: ForumTags | undefined;
}

/** What the choices of a setting depend on beside the calendar: the asker, the time and the forum. */
export function atOf(
  { guild, locale, now }: Pick<Asked, "guild" | "locale" | "now">,
  forum: ForumTags | undefined,
  places: Needs["places"],
): At {
  return { guildLocale: guild?.locale ?? locale, now, places, forum };
}

/** What a select of a setting takes. */
interface Choices {
  readonly options: readonly Option[];
  readonly least: number;
  readonly most: number;
}

/** Chooses the value of one setting: those of the present are chosen already. Nothing where there is nothing to choose from. */
export function valueSelect(
  calendar: Subscription,
  setting: PanelSetting,
  at: At,
  language: Language,
): readonly APIComponentInContainer[] {
  const custom_id = customId("setup", "set", calendar.id, versionOf(calendar), setting);
  const placeholder = shorten(capitalised(settingName(setting, language), language), LABEL);
  // of all kinds: Discord's description of selects knows no media channels, and what takes no posts is refused with the kinds that do
  if (setting === "channel") return [row({ type: ComponentType.ChannelSelect, custom_id, placeholder })];
  if (setting === "mention") {
    const roleId = calendar.mention?.roleId;
    const default_values = roleId === undefined ? [] : [{ id: roleId, type: SelectMenuDefaultValueType.Role as const }];
    const several = { min_values: 0, max_values: 1, default_values };
    return [row({ type: ComponentType.RoleSelect, custom_id, placeholder, ...several })];
  }
  const present = settingTexts(calendar)[setting];
  const now = setting === "zone" || setting === "hour" ? [present] : present.split(" ");
  const choices = choicesOf(calendar, setting, at, language);
  const options = choices.options.map(({ label, value }) => ({ label, value, default: now.includes(value) }));
  if (options.length === 0) return [];
  const { least: min_values, most: max_values } = choices;
  return [row({ type: ComponentType.StringSelect, custom_id, placeholder, options, min_values, max_values })];
}

/**
 * Whether the panel of a calendar offers a choice: a setting that it has, and of its select's options as many as that takes. Channels and
 * roles are offered by Discord, which brings those that were chosen along.
 */
export function isOffered(
  calendar: Subscription,
  setting: PanelSetting,
  values: readonly string[],
  at: At,
  language: Language,
): boolean {
  if (!panelSettingsOf(calendar).includes(setting)) return false;
  if (setting === "channel") return values.length === 1;
  if (setting === "mention") return values.length <= 1;
  const { options, least, most } = choicesOf(calendar, setting, at, language);
  const known = new Set(options.map(({ value }) => value));
  const isEachOnce = new Set(values).size === values.length;
  return isEachOnce && values.length >= least && values.length <= most && values.every((value) => known.has(value));
}

function choicesOf(
  calendar: Subscription,
  setting: Exclude<PanelSetting, "mention" | "channel">,
  at: At,
  language: Language,
): Choices {
  const options = optionsOf(calendar, setting, at, language)
    .slice(0, MOST_OPTIONS)
    .map(({ label, value }) => ({ label: shorten(label, LABEL), value }));
  const [least, most] = MANY[setting] ?? [1, 1];
  return { options, least, most: Math.min(most, options.length) };
}

/** Of these several can be chosen; of overviews and tags also none. */
const MANY: Partial<Record<PanelSetting, readonly [least: number, most: number]>> = {
  families: [1, MOST_OPTIONS],
  overviews: [0, MOST_OPTIONS],
  "mention-tiers": [1, MOST_OPTIONS],
  "forum-tags": [0, MOST_TAGS],
};

function zoneOptions({ zone }: Subscription, { guildLocale, now, places }: Omit<At, "forum">): readonly Option[] {
  const zones = new Set([zone, newerName(zone, places) ?? zone, ...likelyZones(guildLocale, places)]);
  return [...zones].map((each) => ({ label: `${each.replaceAll("_", " ")} (${offsetOf(each, now)})`, value: each }));
}

function optionsOf(
  calendar: Subscription,
  setting: Exclude<PanelSetting, "mention" | "channel">,
  { guildLocale, now, places, forum }: At,
  language: Language,
): readonly Option[] {
  const worded = (values: readonly (string | number)[]): readonly Option[] =>
    values.map((value) => ({
      label: capitalised(settingPlain(setting, String(value), language), language),
      value: String(value),
    }));
  const orNever = (values: readonly number[]): readonly Option[] => [
    { label: language.text("admin.value.never"), value: "never" },
    ...worded(values),
  ];
  switch (setting) {
    case "hour": {
      const hours = Array.from({ length: 24 }, (_, hour) => `${String(hour).padStart(2, "0")}:00`);
      return [...new Set([...hours, calendar.postAt])].sort().map((hour) => ({ label: hour, value: hour }));
    }
    case "zone":
      return zoneOptions(calendar, { guildLocale, now, places });
    case "parties":
      return [
        { label: capitalised(language.text("commands.setup.everything"), language), value: "everything" },
        ...PRESETS.map((preset) => ({ label: language.text(`admin.preset.${preset}`), value: preset })),
      ];
    case "families":
      return worded(FAMILIES);
    case "tier":
    case "mention-tiers":
      return worded(TIERS.toReversed());
    case "lines":
      return worded(LINES);
    case "routine":
      return worded(ROUTINES);
    case "leap-day":
      return worded(LEAP_DAYS);
    case "overviews":
      return worded(["month", "year"]);
    case "weekly":
      return orNever(WEEKDAYS);
    case "heads-up":
      return orNever(HEADS_UP);
    case "late-window":
      return worded(LATE_WINDOWS);
    case "thread":
    case "crosspost":
      return worded(["yes", "no"]);
    case "forum-tags":
      return (forum?.tags ?? []).map(({ id, name }) => ({ label: name, value: id }));
  }
}

type Select = Extract<APIComponentInContainer, { type: ComponentType.ActionRow }>["components"][number];

function row(select: Select): APIComponentInContainer {
  return { type: ComponentType.ActionRow, components: [select] };
}
