import type { APISelectMenuOption, APIStringSelectComponent } from "discord-api-types/v10";
import type { Event } from "../../almanac/event.ts";
import { FAMILIES, type Family } from "../../almanac/kind.ts";
import { customId } from "../custom-id.ts";
import type { Language } from "../language.ts";
import { shorten } from "../plain.ts";
import type { Reader } from "../sentence.ts";
import { datedParts } from "../wording.ts";
import { referenceTo } from "./event-reference.ts";

/** Discord's limit for labels, descriptions and placeholders of selects is 100 (150 for placeholders). */
const LABEL = 100;

/** A row with one select. */
export interface SelectRow {
  readonly type: 1;
  readonly components: [APIStringSelectComponent];
}

function selectRow(customIdOfSelect: string, placeholder: string, options: APISelectMenuOption[]): SelectRow {
  const select: APIStringSelectComponent = {
    type: 3,
    custom_id: customIdOfSelect,
    placeholder: shorten(placeholder, LABEL),
    options,
  };
  return { type: 1, components: [select] };
}

/** Chooses one family of events, or all of them (the value "all"). */
export function familySelect(id: string, chosen: Family | undefined, language: Language): SelectRow {
  const option = (value: Family | "all", isChosen: boolean): APISelectMenuOption => ({
    label: shorten(language.text(`lookup.family.${value}`), LABEL),
    value,
    default: isChosen,
  });
  return selectRow(id, language.text("lookup.family.choose"), [
    option("all", chosen === undefined),
    ...FAMILIES.map((family) => option(family, family === chosen)),
  ]);
}

/** The family of a select's value; undefined for all of them. */
export function familyOfValue(text: string | undefined): Family | undefined {
  return FAMILIES.find((family) => family === text);
}

/** Opens one of the events of a page in full; no row where there are none. */
export function eventSelect(events: readonly Event[], reader: Reader): readonly SelectRow[] {
  const options = new Map(
    events.map((event) => {
      const { date, what } = datedParts(event, reader);
      const value = referenceTo(event);
      return [value, { label: shorten(what, LABEL), description: shorten(date, LABEL), value }];
    }),
  );
  if (options.size === 0) return [];
  return [selectRow(customId("event", "open"), reader.language.text("lookup.event.choose"), [...options.values()])];
}
