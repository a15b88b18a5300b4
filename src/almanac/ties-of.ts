import type { Almanac } from "./almanac.ts";
import type { Event } from "./event.ts";
import type { Register } from "./parties/register.ts";
import type { PartyCode } from "./party.ts";
import { TIE_KINDS, type Tie, tieOf } from "./ties.ts";
import { pastFor } from "./ties-past.ts";

/**
 * What is on record of a state's relations with each other state that anything is on record with: with each present one; of a former
 * state, with those of its time.
 */
export function tiesOf(code: PartyCode, almanac: Pick<Almanac, "find" | "parties">): ReadonlyMap<PartyCode, Tie> {
  const { parties } = almanac;
  const { items } = almanac.find({ parties: [code], kinds: TIE_KINDS }, { order: "date" });
  const own = parties.lineageOf(code);
  const present = parties.party(code)?.type === "former-state" ? undefined : presentOf(parties);
  const withPartner = new Map<PartyCode, Event[]>();
  for (const event of items) {
    const others = event.parties.filter((party) => !own.has(party));
    const partners = present === undefined ? others : others.flatMap((party) => present.get(party) ?? []);
    for (const partner of partners) {
      const events = withPartner.get(partner) ?? [];
      events.push(event);
      withPartner.set(partner, events);
    }
  }
  return new Map(
    [...withPartner].map(([partner, events]) => [
      partner,
      tieOf(events, code, partner, pastFor([code, partner], parties)),
    ]),
  );
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
