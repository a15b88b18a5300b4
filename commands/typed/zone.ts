import { z } from "zod";
import { fold } from "../../src/almanac/parties/fold.ts";
import type { Places } from "../../src/almanac/places.ts";
import { isZone, parseZone, type Zone } from "../../src/delivery/subscription.ts";
import { UTC } from "../../src/delivery/wall.ts";
import type { Instant } from "../../src/ports.ts";

/** Zones that were renamed, as IANA's backward file has them: Node.js accepts both names, and may list the older one. */
const OLDER_NAMES: Readonly<Record<string, string>> = {
  "Africa/Asmara": "Africa/Asmera",
  "America/Argentina/Buenos_Aires": "America/Buenos_Aires",
  "America/Argentina/Catamarca": "America/Catamarca",
  "America/Argentina/Cordoba": "America/Cordoba",
  "America/Argentina/Jujuy": "America/Jujuy",
  "America/Argentina/Mendoza": "America/Mendoza",
  "America/Atikokan": "America/Coral_Harbour",
  "America/Indiana/Indianapolis": "America/Indianapolis",
  "America/Kentucky/Louisville": "America/Louisville",
  "America/Nuuk": "America/Godthab",
  "Asia/Ho_Chi_Minh": "Asia/Saigon",
  "Asia/Kathmandu": "Asia/Katmandu",
  "Asia/Kolkata": "Asia/Calcutta",
  "Asia/Yangon": "Asia/Rangoon",
  "Atlantic/Faroe": "Atlantic/Faeroe",
  "Europe/Kyiv": "Europe/Kiev",
  "Pacific/Chuuk": "Pacific/Truk",
  "Pacific/Kanton": "Pacific/Enderbury",
  "Pacific/Pohnpei": "Pacific/Ponape",
};

export interface Entry {
  readonly zone: Zone;
  /** The city, the whole name and the name it is listed under, folded. */
  readonly texts: readonly string[];
}

let entries: readonly Entry[] | undefined;

/** Every zone once, under the name that it has by now. */
export function zoneEntries(): readonly Entry[] {
  entries ??= allZones();
  return entries;
}

function allZones(): readonly Entry[] {
  const older = new Set(Object.values(OLDER_NAMES));
  const listed = [...Object.keys(OLDER_NAMES), "UTC", ...Intl.supportedValuesOf("timeZone")];
  const names = [...new Set(listed)].filter(isZone).filter((zone) => !older.has(zone));
  return names.map((zone) => ({
    zone,
    texts: [zone, ...(OLDER_NAMES[zone] === undefined ? [] : [OLDER_NAMES[zone]])].flatMap((name) => [
      fold(name.slice(name.lastIndexOf("/") + 1)),
      fold(name),
    ]),
  }));
}

/**
 * A zone as people type it: its name in any letter case, or the whole name of a city, where that is in one zone only. What several zones
 * are called (EST) is none, though Node.js takes it for an offset without summer time.
 */
export function readZone(typed: string, places: Pick<Places, "find" | "called">): Zone | undefined {
  const text = fold(typed.slice(0, 64));
  const named = parseZone(typed);
  if (named !== undefined && (named === UTC || named.includes("/") || places.called(typed).length === 0))
    return newerName(named) ?? named;
  const cities = zoneEntries().filter(({ texts }) => texts.includes(text));
  const found = cities.length > 0 ? cities : places.find(typed, 2, "whole");
  const [zone] = found.map((each) => each.zone).filter(isZone);
  return found.length === 1 ? zone : undefined;
}

/** The name that a zone has by now, where it was renamed: Europe/Kyiv for Europe/Kiev. */
export function newerName(zone: Zone): Zone | undefined {
  return Object.keys(OLDER_NAMES)
    .filter(isZone)
    .find((newer) => OLDER_NAMES[newer] === zone);
}

/**
 * The zone of most people of a region that has several, after CLDR's primary zones and its population by city; of Latin America (419)
 * the largest city's.
 */
const MAIN_ZONES: Readonly<Record<string, string>> = {
  "419": "America/Mexico_City",
  BR: "America/Sao_Paulo",
  CN: "Asia/Shanghai",
  DE: "Europe/Berlin",
  ES: "Europe/Madrid",
  ID: "Asia/Jakarta",
  PT: "Europe/Lisbon",
  RU: "Europe/Moscow",
  UA: "Europe/Kyiv",
  US: "America/New_York",
};

/** Zones to offer where nothing else is known: one or two for each offset that many people live by. */
const COMMON_ZONES =
  "UTC Europe/London Europe/Paris Europe/Berlin Europe/Athens Europe/Moscow Africa/Lagos Africa/Johannesburg Asia/Dubai Asia/Kolkata Asia/Jakarta Asia/Shanghai Asia/Tokyo Australia/Sydney Pacific/Auckland America/Sao_Paulo America/New_York America/Chicago America/Denver America/Los_Angeles".split(
    " ",
  );

/** Zones for who speaks a language (Discord locale), likeliest first; after its country's the common ones. */
export function likelyZones(locale: string): readonly Zone[] {
  const region = new Intl.Locale(locale).maximize().region ?? "";
  const main = [MAIN_ZONES[region] ?? ""].filter(isZone);
  const own = [...main, ...zonesOf(region)].slice(0, LIKELY);
  return [...new Set([...own, ...COMMON_ZONES.filter(isZone)])];
}

/** So many of the country's own come before the common ones. */
const LIKELY = 6;

/** The zone's present offset from UTC: UTC+05:30, UTC-03:00, UTC. */
export function offsetOf(zone: Zone, now: Instant): string {
  const format = new Intl.DateTimeFormat("en", { timeZone: zone, timeZoneName: "longOffset" });
  const offset = format.formatToParts(now).find(({ type }) => type === "timeZoneName")?.value ?? "GMT";
  return offset.replace("GMT", "UTC").replace("UTC+00:00", "UTC");
}

/** A country's zones. Node.js 24 has getTimeZones(), 22 the older property. */
export function zonesOf(country: string): readonly Zone[] {
  if (!/^[A-Z]{2}$/.test(country)) return [];
  const locale = new Intl.Locale(`und-${country}`);
  const method: unknown = Reflect.get(locale, "getTimeZones");
  const found: unknown =
    typeof method === "function" ? Reflect.apply(method, locale, []) : Reflect.get(locale, "timeZones");
  const names = new Set(z.array(z.string()).catch([]).parse(found).map(fold));
  return zoneEntries()
    .filter(({ texts }) => texts.some((text) => names.has(text)))
    .map(({ zone }) => zone);
}
