import { type Anniversary, type Occasion, tierOf } from "../almanac/anniversary.ts";
import { familyOf } from "../almanac/kind.ts";
import { byLead } from "../almanac/occasion.ts";
import type { PartyCode } from "../almanac/party.ts";
import type { Selection } from "./digest.ts";
import type { DigestSource } from "./source.ts";

/** What a selection follows: for every party that it names, the party and what it continues. Empty follows everything. */
export type Followed = readonly ReadonlySet<PartyCode>[];

export function followed(selection: Selection, source: Pick<DigestSource, "continuedBy">): Followed {
  return selection.parties.map((code) => new Set([code, ...source.continuedBy(code)]));
}

/** The occasion as a selection sees it: without the families it leaves out, led by what it follows; undefined where nothing is left. */
export function asFollowed(occasion: Occasion, selection: Selection, parties: Followed): Occasion | undefined {
  if (tierOf(occasion.lead.years) < selection.tier) return undefined;
  const families = new Set(selection.families);
  const wanted = [occasion.lead, ...occasion.others].filter(({ event }) => families.has(familyOf(event.kind)));
  const matching =
    parties.length === 0 ? wanted : wanted.filter((anniversary) => concerns(anniversary, selection, parties));
  const [lead] = wanted;
  const [own] = matching;
  if (lead === undefined || own === undefined) return undefined;
  if (matching.includes(lead) || lead.event.kind === "organisation-founded") return led(lead, wanted);
  return TOLD_TOGETHER.has(own.event.kind) && own.event.kind === lead.event.kind
    ? led(own, wanted)
    : led(own, matching);
}

/** Kinds of which the others belong to the line even for a server that follows only one of those who took part. */
const TOLD_TOGETHER: ReadonlySet<string> = new Set(["expulsion", "joined", "left", "independence", "state-founded"]);

function concerns({ event }: Anniversary, { match }: Selection, parties: Followed): boolean {
  const named = (codes: ReadonlySet<PartyCode>): boolean => event.parties.some((party) => codes.has(party));
  return match === "all" ? parties.every(named) : parties.some(named);
}

function led(lead: Anniversary, all: readonly Anniversary[]): Occasion {
  const others = all.filter((anniversary) => anniversary !== lead);
  return { id: lead.event.id, lead, others: others.toSorted((one, other) => byLead(one.event, other.event)) };
}
