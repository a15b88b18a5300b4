import type { LeapDayRule, Occasion, Tier } from "../almanac/anniversary.ts";
import type { LocalDate } from "../almanac/date.ts";
import type { Event } from "../almanac/event.ts";
import type { Family } from "../almanac/kind.ts";
import type { Lineage, PartyCode } from "../almanac/party.ts";

/** What one subscription wants to see. */
export interface Selection {
  /** Follows these and what they continue (lineage); empty follows everything. */
  readonly parties: readonly PartyCode[];
  /** Every event must have any, or all, of the parties. */
  readonly match: "any" | "all";
  readonly families: readonly Family[];
  /** The least round count it wants: 1 is every year, 25 is 25, 50, 75, 100... */
  readonly tier: Tier;
  /** At most so many lines (1 to 20). */
  readonly lines: number;
  readonly leapDay: LeapDayRule;
}

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
export interface Digest {
  readonly date: LocalDate;
  readonly lines: readonly DigestLine[];
  readonly omitted: number;
}
