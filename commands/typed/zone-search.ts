import { fold } from "../../src/almanac/parties/fold.ts";
import type { Places } from "../../src/almanac/places.ts";
import { isZone, type Zone } from "../../src/delivery/subscription.ts";
import { UTC } from "../../src/delivery/wall.ts";
import type { Instant } from "../../src/ports.ts";
import { newerName, offsetOf, zoneEntries, zonesOf } from "./zone.ts";

/** A zone that somebody may mean, and the city by which it was found, where that is not the zone's own. */
export interface FoundZone {
  readonly zone: Zone;
  readonly place?: string;
}

/** Of what several zones are called (EST), so many come before what else begins so (Estonia). */
const CALLED = 10;

/**
 * The zones that a person who has typed so much may mean, best first: what they are called ("EST"), their own city or name, a city in any
 * language, a country, given the ISO codes that the text may mean; or those with a present offset ("+5:30", "UTC-3"). Between equals
 * that of the largest city comes first. Nothing typed: the zones of those countries, then UTC.
 */
export function searchZones(
  typed: string,
  countries: readonly string[],
  now: Instant,
  limit: number,
  places: Places,
): readonly FoundZone[] {
  const text = fold(typed.slice(0, 64));
  const largest = (zones: readonly Zone[]) =>
    zones.toSorted((one, other) => places.people(other) - places.people(one)).map((zone) => ({ zone }));
  const named = (fits: (name: string) => boolean) =>
    zoneEntries(places).flatMap(({ zone, texts }) => (texts.some(fits) ? [zone] : []));
  const offset = offsetIn(typed);
  if (offset !== undefined)
    return largest(zoneEntries(places).flatMap(({ zone }) => (offsetOf(zone, now) === offset ? [zone] : []))).slice(
      0,
      limit,
    );
  const ofCountries = countries.flatMap((country) => largest(zonesOf(country, places)));
  if (text === "") return once([...ofCountries, { zone: UTC }]).slice(0, limit);
  const found: readonly FoundZone[] = [
    ...largest(places.called(typed).flatMap((zone) => present(zone, places))).slice(0, CALLED),
    ...largest(named((name) => name.startsWith(text))),
    ...places
      .find(typed, limit)
      .flatMap(({ name, zone }) => present(zone, places).map((each) => ({ zone: each, place: name }))),
    ...ofCountries,
    ...largest(named((name) => name.includes(text))),
  ];
  return once(found).slice(0, limit);
}

/** A zone of a table under the name that it has by now, where this Node.js knows it. */
function present(zone: string, places: Places): readonly Zone[] {
  return isZone(zone) ? [newerName(zone, places) ?? zone] : [];
}

/** Each zone where it comes first. */
function once(found: readonly FoundZone[]): readonly FoundZone[] {
  const seen = new Set<Zone>();
  return found.filter(({ zone }) => !seen.has(zone) && seen.add(zone));
}

function offsetIn(typed: string): string | undefined {
  const [, sign, hours = "", minutes = "00"] =
    /^(?:UTC|GMT)?\s*([+\-−])\s*(\d{1,2})(?::?([0-5]\d))?$/i.exec(typed.trim()) ?? [];
  if (sign === undefined) return undefined;
  const offset = `UTC${sign === "+" ? "+" : "-"}${hours.padStart(2, "0")}:${minutes}`;
  return /^UTC[+-]00:00$/.test(offset) ? "UTC" : offset;
}
