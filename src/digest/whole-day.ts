import type { Almanac } from "../almanac/almanac.ts";
import { LEAP_DAY, type Occasion } from "../almanac/anniversary.ts";
import type { PartialDate } from "../almanac/date.ts";
import type { PartyCode } from "../almanac/party.ts";
import type { DigestLine } from "./digest.ts";
import { wholeOverview } from "./overview.ts";
import { sequelOf } from "./sequel.ts";

/** All that a date has for those who follow some parties, each part best first. */
export interface WholeDay {
  /** Of the date itself, where it is past: no years ago. */
  readonly happened: readonly DigestLine[];
  /** Of the same day of earlier years; of a month or a year, what is known to it and no closer. */
  readonly marked: readonly DigestLine[];
}

/** Nobody followed is everything. */
export function wholeDay(almanac: Almanac, date: PartialDate, following: readonly PartyCode[]): WholeDay {
  if (date.precision !== "day") return { happened: [], marked: wholeOverview(almanac, following, date) };
  const filter = following.length > 0 ? { parties: following } : {};
  const lineOf = (occasion: Occasion): DigestLine => ({ ...occasion, sequel: sequelOf(occasion, almanac) });
  const { items } = almanac.upcoming(date, 1, LEAP_DAY, filter, { order: "significance" });
  return {
    happened: almanac.occasionsOf(date, filter).map(lineOf),
    marked: items.map(({ occasion }) => lineOf(occasion)),
  };
}
