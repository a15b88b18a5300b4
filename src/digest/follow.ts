import type { Anniversary, Occasion } from "../almanac/anniversary.ts";
import { familyOf, type Kind } from "../almanac/kind.ts";
import type { PartyCode } from "../almanac/party.ts";
import { type SignificanceContext, weigh } from "../almanac/significance.ts";
import type { Selection } from "./digest.ts";
import type { Kinship } from "./source.ts";

/** What a selection follows: for every party that it names, the party and what it continues. Empty follows everything. */
export type Followed = readonly ReadonlySet<PartyCode>[];

/** What a selection follows, each party with those that it continues. */
export function followed(selection: Selection, source: { readonly parties: Kinship }): Followed {
  return selection.parties.map((code) => source.parties.lineageOf(code));
}

/**
 * The occasion as a selection sees it: without the families it leaves out, led by what it follows, weighed again if that
 * changed it; undefined where nothing is left.
 */
export function asFollowed(
  occasion: Occasion,
  selection: Selection,
  parties: Followed,
  context: SignificanceContext,
): Occasion | undefined {
  if (occasion.lead.tier < selection.tier) return undefined;
  const all = [occasion.lead, ...occasion.others];
  const wanted = all.filter(({ event }) => selection.families.includes(familyOf(event.kind)));
  const matching = wanted.filter(({ event }) => parties.length === 0 || concerns(event, selection, parties));
  const [first] = wanted;
  const [own] = matching;
  if (first === undefined || own === undefined) return undefined;
  const whole = first === own || TOLD_TO_ALL.has(first.event.kind);
  const told = whole || (TOLD_TOGETHER.has(own.event.kind) && own.event.kind === first.event.kind) ? wanted : matching;
  const lead = whole ? first : own;
  return lead === occasion.lead && told.length === all.length ? occasion : led(lead, told, context);
}

/** What everybody who took part is told of, whoever they are. */
const TOLD_TO_ALL: ReadonlySet<Kind> = new Set<Kind>(["organisation-founded", "organisation-dissolved"]);

/** What is one line with the others who did the same, even for a server that follows only one of them. */
const TOLD_TOGETHER: ReadonlySet<Kind> = new Set<Kind>([
  "expulsion",
  "joined",
  "left",
  "independence",
  "state-founded",
  "treaty-signed",
]);

/** Whether it is of those who are followed: of any of them, or of all, as the selection says. */
export function concerns(
  event: { readonly parties: readonly PartyCode[] },
  { match }: Pick<Selection, "match">,
  parties: Followed,
): boolean {
  const named = (codes: ReadonlySet<PartyCode>): boolean => event.parties.some((party) => codes.has(party));
  return match === "all" ? parties.every(named) : parties.some(named);
}

function led(lead: Anniversary, told: readonly Anniversary[], context: SignificanceContext): Occasion {
  const others = told.filter((anniversary) => anniversary !== lead);
  const weight = weigh({ lead: lead.event, others: others.map(({ event }) => event) }, context);
  return { id: lead.event.id, lead, others, weight };
}
