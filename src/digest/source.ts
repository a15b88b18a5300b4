import type { LeapDayRule, Occasion } from "../almanac/anniversary.ts";
import type { LocalDate } from "../almanac/date.ts";
import type { Event } from "../almanac/event.ts";
import type { Lineage, PartyCode } from "../almanac/party.ts";
import type { SignificanceContext } from "../almanac/significance.ts";

/** What a digest needs of the almanac. */
export interface DigestSource extends SignificanceContext {
  /**
   * The occasions marked on a local date: all of years before it, those of 29 February by the rule, in any order.
   * An occasion's anniversaries all have the same count of years, and its lead is the one groupOccasions chose.
   */
  occasionsOn(date: LocalDate, leapDay: LeapDayRule): Iterable<Occasion>;
  /** The party itself and the former parties that it continues, directly or through others. */
  continuedBy(code: PartyCode): readonly PartyCode[];
  /** Who continues a former party; empty for a party that exists. */
  successorsOf(code: PartyCode): readonly Lineage[];
  /** All events that name both parties, in any order. */
  between(one: PartyCode, other: PartyCode): Iterable<Event>;
}
