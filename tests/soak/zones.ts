import { IANAZone } from "luxon";
import { parseZone } from "../../src/delivery/subscription.ts";

/**
 * The names of IANA's zones that Node.js does not list but takes: links to those it lists, and zones without a place (tzdata 2025b,
 * file "backward" and "etcetera").
 */
const LINKS = `
  Africa/Asmara Africa/Timbuktu America/Argentina/Buenos_Aires America/Argentina/Catamarca
  America/Argentina/ComodRivadavia America/Argentina/Cordoba America/Argentina/Jujuy America/Argentina/Mendoza
  America/Atikokan America/Atka America/Ensenada America/Fort_Wayne America/Indiana/Indianapolis
  America/Kentucky/Louisville America/Knox_IN America/Montreal America/Nipigon America/Nuuk America/Pangnirtung
  America/Porto_Acre America/Rainy_River America/Rosario America/Santa_Isabel America/Shiprock America/Thunder_Bay
  America/Virgin America/Yellowknife Antarctica/South_Pole Asia/Ashkhabad Asia/Choibalsan Asia/Chongqing
  Asia/Chungking Asia/Dacca Asia/Harbin Asia/Ho_Chi_Minh Asia/Istanbul Asia/Kashgar Asia/Kathmandu Asia/Kolkata
  Asia/Macao Asia/Tel_Aviv Asia/Thimbu Asia/Ujung_Pandang Asia/Ulan_Bator Asia/Yangon Atlantic/Faroe
  Atlantic/Jan_Mayen Australia/ACT Australia/Canberra Australia/Currie Australia/LHI Australia/NSW Australia/North
  Australia/Queensland Australia/South Australia/Tasmania Australia/Victoria Australia/West Australia/Yancowinna
  Brazil/Acre Brazil/DeNoronha Brazil/East Brazil/West CET CST6CDT Canada/Atlantic Canada/Central Canada/Eastern
  Canada/Mountain Canada/Newfoundland Canada/Pacific Canada/Saskatchewan Canada/Yukon Chile/Continental
  Chile/EasterIsland Cuba EET EST EST5EDT Egypt Eire Etc/GMT Etc/GMT+0 Etc/GMT+1 Etc/GMT+10 Etc/GMT+11 Etc/GMT+12
  Etc/GMT+2 Etc/GMT+3 Etc/GMT+4 Etc/GMT+5 Etc/GMT+6 Etc/GMT+7 Etc/GMT+8 Etc/GMT+9 Etc/GMT-0 Etc/GMT-1 Etc/GMT-10
  Etc/GMT-11 Etc/GMT-12 Etc/GMT-13 Etc/GMT-14 Etc/GMT-2 Etc/GMT-3 Etc/GMT-4 Etc/GMT-5 Etc/GMT-6 Etc/GMT-7 Etc/GMT-8
  Etc/GMT-9 Etc/GMT0 Etc/Greenwich Etc/UCT Etc/UTC Etc/Universal Etc/Zulu Europe/Belfast Europe/Kyiv Europe/Nicosia
  Europe/Tiraspol Europe/Uzhgorod Europe/Zaporozhye GB GB-Eire GMT GMT+0 GMT-0 GMT0 Greenwich HST Hongkong Iceland
  Iran Israel Jamaica Japan Kwajalein Libya MET MST MST7MDT Mexico/BajaNorte Mexico/BajaSur Mexico/General NZ NZ-CHAT
  Navajo PRC PST8PDT Pacific/Chuuk Pacific/Johnston Pacific/Kanton Pacific/Pohnpei Pacific/Samoa Pacific/Yap Poland
  Portugal ROC ROK Singapore Turkey UCT US/Alaska US/Aleutian US/Arizona US/Central US/East-Indiana US/Eastern
  US/Hawaii US/Indiana-Starke US/Michigan US/Mountain US/Pacific US/Samoa UTC Universal W-SU WET Zulu
`;

/** Every name of a zone that Node.js knows and the bot takes. */
const ZONE_NAMES: readonly string[] = [
  ...new Set([...Intl.supportedValuesOf("timeZone"), ...LINKS.trim().split(/\s+/u)]),
].filter((name) => parseZone(name) === name);

const [MINUTE, DAY] = [60_000, 86_400_000];

/** A change of a zone's offset: the first instant with the new one, in minutes from UTC. */
export interface Change {
  readonly at: number;
  readonly offset: number;
}

/** How a zone differs from UTC from one instant to another: two with the same history show the same time at every instant between. */
export interface History {
  readonly offset: number;
  readonly changes: readonly Change[];
}

/** The history as luxon has it, which is not what the bot asks. Steps, a day or less, are halved down to the minute of a change. */
export function historyOf(name: string, from: number, to: number, step = DAY): History {
  const zone = IANAZone.create(name);
  const offset = zone.offset(from);
  const changes: Change[] = [];
  let present = offset;
  for (let start = from; start < to; start += step) {
    const next = zone.offset(start + step);
    if (next === present) continue;
    let [before, after] = [start, start + step];
    while (after - before > MINUTE) {
      const middle = before + Math.floor((after - before) / (2 * MINUTE)) * MINUTE;
      if (zone.offset(middle) === present) before = middle;
      else after = middle;
    }
    changes.push({ at: after, offset: next });
    present = next;
  }
  return { offset, changes };
}

/** Zones that show the same time at every instant between two. */
export interface ZoneClass extends History {
  readonly names: readonly [string, ...string[]];
}

export function classesBetween(from: number, to: number): readonly ZoneClass[] {
  const classes = new Map<string, ZoneClass>();
  for (const name of ZONE_NAMES) {
    const history = historyOf(name, from, to);
    const key = JSON.stringify(history);
    const known = classes.get(key);
    classes.set(key, { ...history, names: known ? [...known.names, name] : [name] });
  }
  return [...classes.values()];
}
