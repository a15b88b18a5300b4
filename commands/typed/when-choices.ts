import type { Register } from "../../src/almanac/parties/register.ts";
import type { Choice, Input } from "../command.ts";
import { suggestHours } from "./hour.ts";
import { offsetOf, searchZones } from "./zone.ts";

const MOST_CHOICES = 25;

/** Times of day for what has been typed. */
export function hourChoices(text: string): readonly Choice[] {
  return suggestHours(text)
    .slice(0, MOST_CHOICES)
    .map((hour) => ({ name: hour, value: hour }));
}

/** Zones of the typed city, or of the country typed; nothing typed: those of the country that the asker's language suggests. */
export function zoneChoices(
  text: string,
  { locale, now }: Input,
  parties: Pick<Register, "search">,
): readonly Choice[] {
  const countries =
    text.trim() === ""
      ? [new Intl.Locale(locale).maximize().region ?? ""]
      : parties.search(text, locale, 3).map(({ party }) => party.code);
  return searchZones(text, countries, now, MOST_CHOICES).map((zone) => ({
    name: `${zone.replaceAll("_", " ")} (${offsetOf(zone, now)})`,
    value: zone,
  }));
}
