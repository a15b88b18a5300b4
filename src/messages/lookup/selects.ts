import type { APISelectMenuOption, APIStringSelectComponent } from "discord-api-types/v10";
import type { Occasion } from "../../almanac/anniversary.ts";
import type { Event } from "../../almanac/event.ts";
import { FAMILIES, type Family } from "../../almanac/kind.ts";
import type { PartyCode } from "../../almanac/party.ts";
import { customId } from "../custom-id.ts";
import type { Language } from "../language.ts";
import { shorten } from "../plain.ts";
import { capitalised, NAMED, type Reader } from "../sentence.ts";
import { datedParts, wordingOf } from "../wording.ts";
import { referenceTo } from "./event-reference.ts";
import { areFew, codesText } from "./few.ts";

/** Discord's limit for the options of a select. */
export const MOST_OPTIONS = 25;
/** Discord's limit for labels, descriptions and placeholders of selects is 100 (150 for placeholders). */
const LABEL = 100;

/** A row with one select. */
export interface SelectRow {
  readonly type: 1;
  readonly components: [APIStringSelectComponent];
}

/** Chooses one of at most 25 options; their labels are cut where Discord would refuse them. */
export function choiceSelect(id: string, placeholder: string, options: readonly APISelectMenuOption[]): SelectRow {
  const select: APIStringSelectComponent = {
    type: 3,
    custom_id: id,
    placeholder: shorten(placeholder, LABEL),
    options: options.map((option) => ({ ...option, label: shorten(option.label, LABEL) })),
  };
  return { type: 1, components: [select] };
}

/** Chooses one family of events, or all of them; nothing is chosen where something else is shown. */
export function familySelect(id: string, chosen: Family | "all" | undefined, language: Language): SelectRow {
  const option = (value: Family | "all", isChosen: boolean): APISelectMenuOption => ({
    label: language.text(`lookup.family.${value}`),
    value,
    default: isChosen,
  });
  return choiceSelect(id, language.text("lookup.family.choose"), [
    option("all", chosen === "all"),
    ...FAMILIES.map((family) => option(family, family === chosen)),
  ]);
}

/** A family by its name; empty for all of them. */
export function familyText(family: Family | undefined, language: Language): string {
  return family === undefined ? "" : language.text(`lookup.family.${family}`);
}

/** The family of a select's value; undefined for all of them. */
export function familyOfValue(text: string | undefined): Family | undefined {
  return FAMILIES.find((family) => family === text);
}

/**
 * Opens one of the events of a page in full, of an occasion the one of those that are asked about; no row where there are none. Its
 * custom_id says who they are, for those who ask for the sources of the page.
 */
export function eventSelect(
  shown: readonly (Event | Occasion)[],
  reader: Reader,
  following: readonly PartyCode[] = [],
): readonly SelectRow[] {
  const options = new Map(
    shown.map((each) => {
      const [event, what] = "lead" in each ? toOpen(each, reader) : [each, undefined];
      const parts = datedParts(event, reader);
      const value = referenceTo(event);
      return [value, { label: what ?? parts.what, description: shorten(parts.date, LABEL), value }];
    }),
  );
  if (options.size === 0) return [];
  const id = customId("event", "open", ...(following.length > 0 && areFew(following) ? [codesText(following)] : []));
  return [choiceSelect(id, reader.language.text("lookup.event.choose"), [...options.values()])];
}

/** The event of an occasion that is opened. One of many is told in the words of the line, which may count others with it. */
function toOpen(occasion: Occasion, reader: Reader): readonly [Event, string | undefined] {
  const event = eventToOpen(occasion, reader);
  const part = wordingOf(occasion, reader).parts.find(({ told }) => told.includes(event));
  return [event, part && event.parties.length > NAMED ? capitalised(part.what, reader.language) : undefined];
}

/** Of an occasion, the event to open: the one that those whom the reader follows had the greatest part in, else its lead. */
function eventToOpen({ lead, others }: Occasion, { following }: Reader): Event {
  const followed = ({ parties }: Event): number => parties.filter((code) => following.has(code)).length;
  return [lead, ...others]
    .map(({ event }) => event)
    .reduce((best, each) => (followed(each) > followed(best) ? each : best));
}
