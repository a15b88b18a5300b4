import { ComponentType } from "discord-api-types/v10";
import type { BodyFault, Path } from "../errors.ts";

interface SelectOption {
  readonly value: string;
  readonly label?: string | undefined;
  readonly description?: string | null | undefined;
  readonly default?: boolean | null | undefined;
}

/** A component as the rules read it: whatever it is, these are the fields that matter. */
export interface Component {
  readonly type: ComponentType;
  readonly id?: number | null | undefined;
  readonly custom_id?: string | null | undefined;
  readonly content?: string | null | undefined;
  readonly url?: string | null | undefined;
  readonly label?: string | null | undefined;
  readonly emoji?: { readonly name?: string | null | undefined } | null | undefined;
  readonly style?: number | undefined;
  readonly sku_id?: string | null | undefined;
  readonly disabled?: boolean | null | undefined;
  readonly options?: readonly SelectOption[] | undefined;
  readonly default_values?: readonly { readonly id: string }[] | null | undefined;
  readonly placeholder?: string | null | undefined;
  readonly description?: string | null | undefined;
  readonly required?: boolean | null | undefined;
  readonly min_length?: number | null | undefined;
  readonly max_length?: number | null | undefined;
  readonly value?: string | null | undefined;
  readonly default?: boolean | null | undefined;
  readonly accent_color?: number | null | undefined;
  readonly spoiler?: boolean | null | undefined;
  readonly divider?: boolean | null | undefined;
  readonly spacing?: number | null | undefined;
  readonly min_values?: number | null | undefined;
  readonly channel_types?: readonly number[] | undefined;
  readonly max_values?: number | null | undefined;
  readonly components?: readonly Component[] | undefined;
  readonly component?: Component | undefined;
  readonly accessory?: Component | undefined;
  readonly items?:
    | readonly { readonly media: { readonly url: string }; readonly description?: string | null | undefined }[]
    | undefined;
  readonly media?: { readonly url: string } | undefined;
  readonly file?: { readonly url: string } | undefined;
}

/** As Discord counts: characters, not UTF-16 units. */
export function lengthOf(text: string): number {
  return Array.from(text).length;
}

/** Every component with its path, parents before children. */
export function walk(components: readonly Component[], base: Path): readonly { at: Path; component: Component }[] {
  return components.flatMap((component, index) => {
    const at = [...base, index];
    return [
      { at, component },
      ...walk(component.components ?? [], [...at, "components"]),
      ...single(component.accessory, [...at, "accessory"]),
      ...single(component.component, [...at, "component"]),
    ];
  });
}

function single(component: Component | undefined, at: Path) {
  return component === undefined ? [] : [{ at, component }];
}

const MOST_COMPONENTS = 40;
/** Documented by discord-api-docs#8562 only: all text displays of a message together. */
const MOST_TEXT = 4000;

/** What is wrong with a message's or a modal's components beyond what a schema can say (components/reference). */
export function componentFaults(components: readonly Component[], isV2: boolean): readonly BodyFault[] {
  const all = walk(components, ["components"]);
  const faults: BodyFault[] = [];
  const fault = (path: Path, code: string, message: string) => faults.push({ path, code, message });
  if (all.length > MOST_COMPONENTS) {
    fault(["components"], "BASE_TYPE_MAX_LENGTH", `The total number of components cannot exceed ${MOST_COMPONENTS}`);
  }
  const text = all.reduce((sum, { component }) => sum + lengthOf(component.content ?? ""), 0);
  if (text > MOST_TEXT) {
    fault(
      ["components"],
      "COMPONENT_MAX_TOTAL_TEXT_LENGTH",
      `The total text of all components cannot exceed ${MOST_TEXT}`,
    );
  }
  if (!isV2) {
    if (components.length > 5) fault(["components"], "BASE_TYPE_BAD_LENGTH", "Must be between 1 and 5 in length.");
    for (const [at, component] of components.entries()) {
      if (component.type !== ComponentType.ActionRow) {
        fault(["components", at, "type"], "UNION_TYPE_CHOICES", 'Value of field "type" must be one of (1,).');
      }
    }
  }
  return [...faults, ...twice(all), ...all.flatMap(({ at, component }) => ownFaults(component, at))];
}

function twice(all: readonly { at: Path; component: Component }[]): readonly BodyFault[] {
  const seen = new Set<string>();
  return all.flatMap(({ at, component }) =>
    (["custom_id", "id"] as const).flatMap((field) => {
      const value = component[field];
      if (value === undefined || value === null || value === 0) return [];
      const key = `${field} ${value}`;
      if (!seen.has(key)) {
        seen.add(key);
        return [];
      }
      const code = field === "custom_id" ? "COMPONENT_CUSTOM_ID_DUPLICATED" : "COMPONENT_ID_DUPLICATED";
      return [{ path: [...at, field], code, message: `Component ${field} cannot be duplicated` }];
    }),
  );
}

function ownFaults(component: Component, at: Path): readonly BodyFault[] {
  if (component.type === ComponentType.Button) return buttonFaults(component, at);
  if (component.type === ComponentType.ActionRow) return rowFaults(component, at);
  return component.options === undefined ? [] : optionFaults(component, at);
}

const LINK = 5;
const PREMIUM = 6;

function buttonFaults(button: Component, at: Path): readonly BodyFault[] {
  const has = (field: "url" | "custom_id" | "sku_id") => (button[field] ?? "") !== "";
  const wanted = button.style === LINK ? "url" : button.style === PREMIUM ? "sku_id" : "custom_id";
  const faults: BodyFault[] = (["url", "custom_id", "sku_id"] as const).flatMap((field) => {
    if (has(field) === (field === wanted)) return [];
    const code = field === wanted ? "BASE_TYPE_REQUIRED" : "BUTTON_COMPONENT_INVALID_FIELD";
    const message = field === wanted ? "This field is required" : `A button of this style cannot have "${field}"`;
    return [{ path: [...at, field], code, message }];
  });
  if (wanted !== "sku_id" && (button.label ?? "") === "" && (button.emoji ?? null) === null) {
    faults.push({ path: [...at, "label"], code: "BASE_TYPE_REQUIRED", message: "A button needs a label or an emoji" });
  }
  return faults;
}

function rowFaults(row: Component, at: Path): readonly BodyFault[] {
  const children = row.components ?? [];
  const width = children.reduce((sum, { type }) => sum + (type === ComponentType.Button ? 1 : 5), 0);
  if (width <= 5) return [];
  const message = "The row takes at most five buttons, or one select alone";
  return [{ path: [...at, "components"], code: "COMPONENT_LAYOUT_WIDTH_EXCEEDED", message }];
}

function optionFaults(select: Component, at: Path): readonly BodyFault[] {
  const options = select.options ?? [];
  const values = options.map(({ value }) => value);
  const faults: BodyFault[] = values.flatMap((value, index) =>
    values.indexOf(value) === index
      ? []
      : [
          {
            path: [...at, "options", index, "value"],
            code: "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED",
            message: "The specified option value is already used",
          },
        ],
  );
  if ((select.max_values ?? 1) > options.length || (select.min_values ?? 1) > (select.max_values ?? 1)) {
    const message = "min_values and max_values must fit the number of options";
    faults.push({ path: [...at, "max_values"], code: "SELECT_COMPONENT_VALUES_RANGE", message });
  }
  return faults;
}

/** The media a component shows. */
export function mediaOf(component: Component): readonly { readonly url: string }[] {
  const items = (component.items ?? []).map(({ media }) => media);
  return [component.media, component.file, ...items].filter((media) => media !== undefined);
}
