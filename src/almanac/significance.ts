import type { Anniversary } from "./anniversary.ts";
import type { EventGroup } from "./occasion.ts";
import type { Party, PartyCode } from "./party.ts";

/** What significance needs to know of the whole archive. */
export interface SignificanceContext {
  /** How many events of the archive name both parties. */
  pairCount(one: PartyCode, other: PartyCode): number;
  /** How many events of the archive name the party. */
  partyCount(code: PartyCode): number;
  typeOf(code: PartyCode): Party["type"] | undefined;
}

/** How much a count of years raises an occasion: the tiers' small table, with the counts that are marked in practice. */
export function roundness(years: number): number {
  return years % 100 === 0 ? 2 : 1;
}

/** How much an occasion matters to a reader in any year: a positive number, to be computed once when an index is built. */
export function weigh(_group: EventGroup, _context: SignificanceContext): number {
  return 1;
}

/** How much an anniversary of a single event matters: weight and roundness multiply, so that neither alone decides. */
export function significance(anniversary: Anniversary, context: SignificanceContext): number {
  return weigh({ lead: anniversary.event, others: [] }, context) * roundness(anniversary.years);
}
