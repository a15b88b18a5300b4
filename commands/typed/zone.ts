import { z } from "zod";
import { fold } from "../../src/almanac/parties/fold.ts";
import type { Places } from "../../src/almanac/places.ts";
import { isZone, parseZone, type Zone } from "../../src/delivery/subscription.ts";
import { UTC } from "../../src/delivery/wall.ts";
import type { Instant } from "../../src/ports.ts";

export interface Entry {
  readonly zone: Zone;
  /** The city, the whole name and the name it is listed under, folded. */
  readonly texts: readonly string[];
}

const entriesOf = new WeakMap<ZoneNames, readonly Entry[]>();

/** What is told of zones where no city is asked for. */
export type ZoneNames = Pick<Places, "newerName" | "olderName" | "people" | "offered">;

/** Every zone once, under the name that it has by now. */
export function zoneEntries(places: ZoneNames): readonly Entry[] {
  const known = entriesOf.get(places);
  if (known !== undefined) return known;
  const entries = allZones(places);
  entriesOf.set(places, entries);
  return entries;
}

function allZones(places: ZoneNames): readonly Entry[] {
  const listed = ["UTC", ...Intl.supportedValuesOf("timeZone")].map((zone) => places.newerName(zone) ?? zone);
  return [...new Set(listed)].filter(isZone).map((zone) => ({
    zone,
    texts: [zone, places.olderName(zone) ?? zone].flatMap((name) => [
      fold(name.slice(name.lastIndexOf("/") + 1)),
      fold(name),
    ]),
  }));
}

/**
 * A zone as people type it: its name in any letter case, or the whole name of a city, where that is in one zone only. What several zones
 * are called (EST) is none, though Node.js takes it for an offset without summer time.
 */
export function readZone(typed: string, places: Places): Zone | undefined {
  const text = fold(typed.slice(0, 64));
  const named = parseZone(typed);
  if (named !== undefined && (named === UTC || named.includes("/") || places.called(typed).length === 0))
    return newerName(named, places) ?? named;
  const cities = zoneEntries(places).filter(({ texts }) => texts.includes(text));
  const found = cities.length > 0 ? cities : places.find(typed, 2, "whole");
  const [zone] = found.map((each) => each.zone).filter(isZone);
  return found.length === 1 ? zone : undefined;
}

/** The name that a zone has by now, where it was renamed: Europe/Kyiv for Europe/Kiev. */
export function newerName(zone: Zone, places: ZoneNames): Zone | undefined {
  const name = places.newerName(zone);
  return name === undefined ? undefined : parseZone(name);
}

/** Zones for who speaks a language (Discord locale), likeliest first: its country's, that of its largest city before the others, then what is offered to all. */
export function likelyZones(locale: string, places: ZoneNames): readonly Zone[] {
  const region = new Intl.Locale(locale).maximize().region ?? "";
  const own = zonesOf(region, places).toSorted((one, other) => places.people(other) - places.people(one));
  const offered = (of: string) => places.offered(of).filter(isZone);
  return [...new Set([...offered(region), ...own.slice(0, LIKELY), ...offered(EVERYWHERE)])];
}

/** The world, of all regions of UN M.49. */
const EVERYWHERE = "001";

/** So many of the country's own come before the common ones. */
const LIKELY = 6;

/** The zone's present offset from UTC: UTC+05:30, UTC-03:00, UTC. */
export function offsetOf(zone: Zone, now: Instant): string {
  const format = new Intl.DateTimeFormat("en", { timeZone: zone, timeZoneName: "longOffset" });
  const offset = format.formatToParts(now).find(({ type }) => type === "timeZoneName")?.value ?? "GMT";
  return offset.replace("GMT", "UTC").replace("UTC+00:00", "UTC");
}

/** A country's zones. Node.js 24 has getTimeZones(), 22 the older property. */
export function zonesOf(country: string, places: ZoneNames): readonly Zone[] {
  if (!/^[A-Z]{2}$/.test(country)) return [];
  const locale = new Intl.Locale(`und-${country}`);
  const method: unknown = Reflect.get(locale, "getTimeZones");
  const found: unknown =
    typeof method === "function" ? Reflect.apply(method, locale, []) : Reflect.get(locale, "timeZones");
  const names = new Set(z.array(z.string()).catch([]).parse(found).map(fold));
  return zoneEntries(places)
    .filter(({ texts }) => texts.some((text) => names.has(text)))
    .map(({ zone }) => zone);
}
