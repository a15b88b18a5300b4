import { LEAP_DAY, type LeapDayRule, type Occasion, type Tier } from "../almanac/anniversary.ts";
import type { LocalDate, Month, PartialDate, Year } from "../almanac/date.ts";
import type { Event } from "../almanac/event.ts";
import { FAMILIES, type Family } from "../almanac/kind.ts";
import type { Lineage, PartyCode } from "../almanac/party.ts";

/** Whether a day that has nothing but routine (almanac/routine.ts) shows a little of it, or nothing. */
export const ROUTINES = ["when-empty", "never"] as const;
export type Routine = (typeof ROUTINES)[number];

/** Parties of whom only what all of them took part in is followed: a pair ("Belgium with South Korea"), or more. */
export type Together = readonly [PartyCode, PartyCode, ...PartyCode[]];

/** What one subscription wants to see. It follows everything where it names neither parties nor pairs. */
export interface Selection {
  /** Follows all that these and what they continue (lineage) took part in. */
  readonly parties: readonly PartyCode[];
  /** Follows besides what all of one of these took part in, each with what it continues. */
  readonly together: readonly Together[];
  readonly families: readonly Family[];
  /** The least round count it wants: 1 is every year, 25 is 25, 50, 75, 100... */
  readonly tier: Tier;
  /** At most so many lines (1 to 20). */
  readonly lines: number;
  readonly leapDay: LeapDayRule;
  readonly routine: Routine;
}

/** What a selection is before anything is chosen: everything, in five lines. */
export const EVERYTHING: Selection = {
  parties: [],
  together: [],
  families: FAMILIES,
  tier: 1,
  lines: 5,
  leapDay: LEAP_DAY,
  routine: "when-empty",
};

/** What a reader asks next about an occasion: is the broken tie mended, who continues the former state, when is the next round year? */
export interface Sequel {
  /** The restoration or peace that ended a severance, suspension or war. */
  readonly restored?: Event;
  /** Who continues the former states among the lead's parties. */
  readonly lineage: readonly Lineage[];
  /** The next count of years that is a multiple of 25, or of 10 when that comes first, and the year in which it falls. */
  readonly next: { readonly years: number; readonly year: number };
}

export interface DigestLine extends Occasion {
  readonly sequel: Sequel;
}

/** What one subscription gets for one local date: best first, and how many occasions were left out. */
export interface Digest<Date extends PartialDate = LocalDate> {
  readonly date: Date;
  readonly lines: readonly DigestLine[];
  readonly omitted: number;
}

/** What is known to a month or a year only and is marked in it, milestones first. */
export type Overview = Digest<Month | Year>;

/** A line of a day among those of other days. */
export interface DatedLine extends DigestLine {
  readonly on: LocalDate;
  /** The greater occasion of which the line tells a part: what two parties did, of what many did. */
  readonly within?: Occasion;
}

/** The best lines of some days in a row, both ends included, best first, and how many occasions of these days were left out. */
export interface Preview {
  readonly first: LocalDate;
  readonly last: LocalDate;
  readonly lines: readonly DatedLine[];
  readonly omitted: number;
}

/** From this tier on an anniversary is a milestone to tell of beforehand and to set apart from the others. */
export const MILESTONE: Tier = 25;
