import type { Almanac, Page } from "../almanac/almanac.ts";
import { LEAP_DAY, type Occasion } from "../almanac/anniversary.ts";
import type { PartialDate } from "../almanac/date.ts";
import type { PartyCode } from "../almanac/party.ts";
import type { DigestLine } from "./digest.ts";
import { wholeOverview } from "./overview.ts";
import { sequelOf } from "./sequel.ts";

/** A line of a date. */
export interface DayLine {
  /** Of the date itself, where it is past (no years ago), or of the same day of earlier years; of a month or a year, what is known to it and no closer. */
  readonly part: "happened" | "marked";
  /** With what a reader asks next. */
  readonly occasion: Occasion & Partial<Pick<DigestLine, "sequel">>;
}

/** Some of the lines of a date: what happened on it, then what is marked, each best first. */
export type DayLines = (offset: number, limit: number) => Page<DayLine>;

/** All that a date has for those who follow some parties; nobody followed is everything. Only the lines that are asked for are read. */
export function wholeDay(almanac: Almanac, date: PartialDate, following: readonly PartyCode[]): DayLines {
  const lineOf =
    (part: DayLine["part"]) =>
    (occasion: Occasion): DayLine => ({ part, occasion: { ...occasion, sequel: sequelOf(occasion, almanac) } });
  if (date.precision !== "day") {
    const all = wholeOverview(almanac, following, date);
    return (offset, limit) => ({ items: all.slice(offset, offset + limit).map(lineOf("marked")), total: all.length });
  }
  const filter = following.length > 0 ? { parties: following } : {};
  const happened = almanac.occasionsOf(date, filter);
  return (offset, limit) => {
    const first = happened.slice(offset, offset + limit);
    const page = {
      order: "significance",
      offset: Math.max(0, offset - happened.length),
      limit: limit - first.length,
    } as const;
    const { items, total } = almanac.upcoming(date, 1, LEAP_DAY, filter, page);
    return {
      items: [...first.map(lineOf("happened")), ...items.map(({ occasion }) => lineOf("marked")(occasion))],
      total: happened.length + total,
    };
  };
}
