import { type APIComponentInContainer, ComponentType, SelectMenuDefaultValueType } from "discord-api-types/v10";
import { TIERS } from "../../src/almanac/anniversary.ts";
import { FAMILIES } from "../../src/almanac/kind.ts";
import { PRESETS } from "../../src/almanac/parties/presets.ts";
import { settingTexts } from "../../src/delivery/settings-text.ts";
import type { Subscription } from "../../src/delivery/subscription.ts";
import { customId } from "../../src/messages/custom-id.ts";
import type { Language } from "../../src/messages/language.ts";
import { shorten } from "../../src/messages/plain.ts";
import { capitalised } from "../../src/messages/sentence.ts";
import { likelyZones, offsetOf } from "../typed/zone.ts";
import { HEADS_UP, LINES, type PanelSetting, panelSettingsOf, WEEKDAYS } from "./panel-settings.ts";
import { settingName, settingPlain } from "./setting-words.ts";

/** Discord's limits for selects. */
const MOST_OPTIONS = 25;
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
    default: setting === open,
  }));
  return row({
    type: ComponentType.StringSelect,
    custom_id: customId("setup", "step", calendar.id, String(calendar.revision)),
    placeholder: language.text("admin.panel.change"),
    options,
  });
}

/** Chooses the value of one setting: those of the present are chosen already. The guild's locale says which zones come first. */
export function valueSelect(
  calendar: Subscription,
  setting: PanelSetting,
  at: { readonly guildLocale: string; readonly now: number },
  language: Language,
): APIComponentInContainer {
  const custom_id = customId("setup", "set", calendar.id, String(calendar.revision), setting);
  const placeholder = shorten(capitalised(settingName(setting, language), language), LABEL);
  if (setting === "mention") {
    const roleId = calendar.mention?.roleId;
    const default_values = roleId === undefined ? [] : [{ id: roleId, type: SelectMenuDefaultValueType.Role as const }];
    return row({
      type: ComponentType.RoleSelect,
      custom_id,
      placeholder,
      min_values: 0,
      max_values: 1,
      default_values,
    });
  }
  const present = settingTexts(calendar)[setting];
  const now = setting === "zone" || setting === "hour" ? [present] : present.split(" ");
  const options = optionsOf(calendar, setting, at, language)
    .slice(0, MOST_OPTIONS)
    .map(({ label, value }) => ({ label: shorten(label, LABEL), value, default: now.includes(value) }));
  const [least, most] = MANY[setting] ?? [1, 1];
  return row({
    type: ComponentType.StringSelect,
    custom_id,
    placeholder,
    options,
    min_values: least,
    max_values: most === 1 ? 1 : options.length,
  });
}

/** Of these several can be chosen; of overviews also none. */
const MANY: Partial<Record<PanelSetting, readonly [least: number, most: "all"]>> = {
  families: [1, "all"],
  overviews: [0, "all"],
  "mention-tiers": [1, "all"],
};

function optionsOf(
  calendar: Subscription,
  setting: Exclude<PanelSetting, "mention">,
  { guildLocale, now }: { readonly guildLocale: string; readonly now: number },
  language: Language,
): readonly Option[] {
  const worded = (values: readonly (string | number)[]): readonly Option[] =>
    values.map((value) => ({
      label: capitalised(settingPlain(setting, String(value), language), language),
      value: String(value),
    }));
  switch (setting) {
    case "hour": {
      const hours = Array.from({ length: 24 }, (_, hour) => `${String(hour).padStart(2, "0")}:00`);
      return [...new Set([...hours, calendar.postAt])].sort().map((hour) => ({ label: hour, value: hour }));
    }
    case "zone":
      return [...new Set([calendar.zone, ...likelyZones(guildLocale)])].map((zone) => ({
        label: `${zone.replaceAll("_", " ")} (${offsetOf(zone, now)})`,
        value: zone,
      }));
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
      return worded(["when-empty", "never"]);
    case "leap-day":
      return worded(["02-28", "03-01"]);
    case "overviews":
      return worded(["month", "year"]);
    case "weekly":
      return [{ label: language.text("admin.value.never"), value: "never" }, ...worded(WEEKDAYS)];
    case "heads-up":
      return [{ label: language.text("admin.value.never"), value: "never" }, ...worded(HEADS_UP)];
    case "crosspost":
      return worded(["yes", "no"]);
  }
}

type Select = Extract<APIComponentInContainer, { type: ComponentType.ActionRow }>["components"][number];

function row(select: Select): APIComponentInContainer {
  return { type: ComponentType.ActionRow, components: [select] };
}
