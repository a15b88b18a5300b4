import type { Almanac } from "../../almanac/almanac.ts";
import type { LeapDayRule } from "../../almanac/anniversary.ts";
import type { LocalDate } from "../../almanac/date.ts";
import type { Language } from "../language.ts";

/** What a lookup is answered from, for whom, and on which day. */
export interface Inquiry {
  readonly almanac: Almanac;
  readonly language: Language;
  /** The date where the asker's server lives. */
  readonly today: LocalDate;
  /** Where an error in the facts can be reported: title and body are added to it. */
  readonly issuesUrl: string | undefined;
}

/** When lookups mark 29 February in common years; each calendar has its own setting. */
export const LEAP_DAY: LeapDayRule = "02-28";
