import type { Register } from "../../src/almanac/parties/register.ts";
import type { Places } from "../../src/almanac/places.ts";
import type { Language } from "../../src/messages/language.ts";
import { shorten } from "../../src/messages/plain.ts";
import { LONGEST_CHOICE, MOST_CHOICES } from "../choices.ts";
import type { Choice, Input } from "../command.ts";
import { suggestHours } from "./hour.ts";
import { likelyZones, offsetOf } from "./zone.ts";
import { type FoundZone, searchZones } from "./zone-search.ts";

/** Times of day for what has been typed. */
export function hourChoices(text: string, language: Language): readonly Choice[] {
  return suggestHours(text, language)
    .slice(0, MOST_CHOICES)
    .map((hour) => ({ name: hour, value: hour }));
}

/** Zones of the typed city, name, offset or country, a city that is not the zone's own before it; nothing typed: those that the server's language suggests, else the asker's. */
export function zoneChoices(
  text: string,
  { locale, guild, now }: Input,
  { parties, places }: { readonly parties: Pick<Register, "search">; readonly places: Places },
): readonly Choice[] {
  const countries = parties.search(text, locale, 3).map(({ party }) => party.code);
  const zones: readonly FoundZone[] =
    text.trim() === ""
      ? likelyZones(guild?.locale ?? locale, places).map((zone) => ({ zone }))
      : searchZones(text, countries, now, MOST_CHOICES, places);
  return zones.slice(0, MOST_CHOICES).map(({ zone, place }) => {
    const name = `${zone.replaceAll("_", " ")} (${offsetOf(zone, now)})`;
    return { name: shorten(place === undefined ? name : `${place}: ${name}`, LONGEST_CHOICE), value: zone };
  });
}
