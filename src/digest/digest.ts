import type { LeapDayRule, Occasion, Tier } from "../almanac/anniversary.ts";
import type { LocalDate } from "../almanac/date.ts";
import type { Family } from "../almanac/kind.ts";
import type { PartyCode } from "../almanac/party.ts";

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

/** What one subscription gets for one local date: best first, and how many occasions were left out. */
export interface Digest {
  readonly date: LocalDate;
  readonly lines: readonly Occasion[];
  readonly omitted: number;
}
