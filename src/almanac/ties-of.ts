import type { Almanac } from "./almanac.ts";
import type { Event } from "./event.ts";
import type { Register } from "./parties/register.ts";
import type { PartyCode } from "./party.ts";
import { TIE_KINDS, type Tie, tieOf } from "./ties.ts";

/** What is on record of a state's relations with each present state that anything is on record with. */
export function tiesOf(code: PartyCode, almanac: Pick<Almanac, "find" | "parties">): ReadonlyMap<PartyCode, Tie> {
  const { items } = almanac.find({ parties: [code], kinds: TIE_KINDS, mostParties: 2 }, { order: "date" });
  const own = almanac.parties.lineageOf(code);
  const present = presentOf(almanac.parties);
  const withPartner = new Map<PartyCode, Event[]>();
  for (const event of items) {
    const partners = event.parties.filter((party) => !own.has(party)).flatMap((party) => present.get(party) ?? []);
    for (const partner of partners) {
      const events = withPartner.get(partner) ?? [];
      events.push(event);
      withPartner.set(partner, events);
    }
  }
  const untilOf = (party: PartyCode) => almanac.parties.party(party)?.until;
  return new Map([...withPartner].map(([partner, events]) => [partner, tieOf(events, code, partner, untilOf)]));
}

/** The present states that show the events of a party: itself, or those that continue it. */
function presentOf(register: Register): ReadonlyMap<PartyCode, readonly PartyCode[]> {
  const present = new Map<PartyCode, PartyCode[]>();
  for (const { code, type } of register.all) {
    if (type !== "state") continue;
    for (const shown of register.lineageOf(code)) present.set(shown, [...(present.get(shown) ?? []), code]);
  }
  return present;
}
