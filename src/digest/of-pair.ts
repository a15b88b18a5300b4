import type { DatedOccasion } from "../almanac/almanac.ts";
import { ownLines } from "../almanac/parties/lines.ts";
import type { Register } from "../almanac/parties/register.ts";
import type { PartyCode } from "../almanac/party.ts";
import { type SignificanceContext, weigh } from "../almanac/significance.ts";

/** What more parties than these did together is not between two of them (as in the counts of pairs). */
export const MOST_PARTIES = 6;

/** Of what is marked, that which two parties did with each other: led by it, and weighed by it alone. */
export function ofPair(
  pair: readonly [PartyCode, PartyCode],
  context: SignificanceContext & { readonly parties: Pick<Register, "party" | "lineageOf"> },
): (marked: DatedOccasion) => DatedOccasion {
  const lines = ownLines(pair, context.parties);
  return (marked) => {
    const all = [marked.occasion.lead, ...marked.occasion.others];
    const own = all.filter(
      ({ event: { parties } }) =>
        parties.length <= MOST_PARTIES && lines.every((line) => parties.some((party) => line.has(party))),
    );
    const [lead, ...others] = own;
    if (lead === undefined || own.length === all.length) return marked;
    const weight = weigh({ lead: lead.event, others: others.map(({ event }) => event) }, context);
    return { ...marked, occasion: { id: lead.event.id, lead, others, weight } };
  };
}
