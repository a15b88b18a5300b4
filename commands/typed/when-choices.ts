import type { Register } from "../../src/almanac/parties/register.ts";
import { MOST_CHOICES } from "../choices.ts";
import type { Choice, Input } from "../command.ts";
import { suggestHours } from "./hour.ts";
import { likelyZones, offsetOf, searchZones } from "./zone.ts";

/** Times of day for what has been typed. */
export function hourChoices(text: string): readonly Choice[] {
  return suggestHours(text)
    .slice(0, MOST_CHOICES)
    .map((hour) => ({ name: hour, value: hour }));
}

/** Zones of the typed city, or of the country typed; nothing typed: those that the server's language suggests, else the asker's. */
export function zoneChoices(
  text: string,
  { locale, guild, now }: Input,
  parties: Pick<Register, "search">,
): readonly Choice[] {
  const countries = parties.search(text, locale, 3).map(({ party }) => party.code);
  const zones =
    text.trim() === ""
      ? likelyZones(guild?.locale ?? locale).slice(0, MOST_CHOICES)
      : searchZones(text, countries, now, MOST_CHOICES);
  return zones.map((zone) => ({
    name: `${zone.replaceAll("_", " ")} (${offsetOf(zone, now)})`,
    value: zone,
  }));
}
