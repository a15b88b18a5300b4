import { type Anniversary, tierOf } from "./anniversary.ts";
import type { Event } from "./event.ts";
import { familyOf } from "./kind.ts";
import type { EventGroup } from "./occasion.ts";
import type { PartyCode } from "./party.ts";
import {
  DULL_KINDS,
  DULL_NAME,
  KIND_WEIGHT,
  MARKED,
  MEMORABLE,
  ORGANISATION_WEIGHT,
  REGISTER,
  TECHNICAL,
  TIER_WEIGHT,
  VISIT_WEIGHT,
} from "./significance-tables.ts";

/** What significance needs to know of the whole archive. */
export interface SignificanceContext {
  /** How many events of the archive name both parties. */
  pairCount(one: PartyCode, other: PartyCode): number;
  /** How many events of the archive name the party. */
  partyCount(code: PartyCode): number;
}

/** How much a count of years raises an occasion: at least 1, and never less for a rounder count. */
export function roundness(years: number): number {
  return TIER_WEIGHT[tierOf(years)] * (MARKED[years] ?? 1);
}

/** How much an anniversary of a single event matters: weight and roundness multiply, so that neither alone decides. */
export function significance(anniversary: Anniversary, context: SignificanceContext): number {
  return weigh({ lead: anniversary.event, others: [] }, context) * roundness(anniversary.years);
}

/** How much an occasion matters to a reader in any year: a positive number, to be computed once when an index is built. */
export function weigh({ lead, others }: EventGroup, context: SignificanceContext): number {
  const events = [lead, ...others];
  const parties = new Set(events.flatMap((event) => event.parties));
  return Math.max(...events.map((event) => weightOf(event, context))) * (1 + 0.1 * Math.log2(parties.size));
}

function weightOf(event: Event, context: SignificanceContext): number {
  return (
    KIND_WEIGHT[event.kind] *
    standing(event) *
    (event.parties.length === 2 && !involvesOrganisation(event) ? tie(event, context) : breadth(event, context)) *
    (ORGANISATION_WEIGHT[organisationOf(event) ?? ""] ?? 1) *
    (event.first ? 2 : 1) *
    (isDull(event) ? DULL : 1)
  );
}

/** A dull occasion of the roundest year and the closest pair stays below any other. */
const DULL = 0.001;

/** What never makes a post while anything else exists; it is there for lookups and for the day that is empty otherwise. */
export function isDull(event: Event): boolean {
  if (event.confidence === "low" || DULL_KINDS.has(event.kind)) return true;
  const family = familyOf(event.kind);
  if (family === "treaties") return isDullTreaty(event);
  if (event.kind === "visit") return !event.first && VISIT_WEIGHT[event.rank ?? ""] === undefined;
  const organisation = organisationOf(event);
  return event.kind !== "organisation-founded" && organisation !== undefined && TECHNICAL.has(organisation);
}

function isDullTreaty(event: Event): boolean {
  if (event.sources.some(({ id }) => MEMORABLE.test(id))) return false;
  if (event.parties.length === 1 || DULL_NAME.test(event.name ?? "")) return true;
  return event.sources.every(({ id }) => REGISTER.test(id));
}

/** What its sources make of it: memorable, or one entry of a register. */
function standing(event: Event): number {
  const memorable = event.sources.some(({ id }) => MEMORABLE.test(id)) ? 2 : 1;
  const named = familyOf(event.kind) === "treaties" && event.name === undefined ? 0.5 : 1;
  return (
    memorable * named * (event.confidence === "medium" ? 0.8 : 1) * (1 + 0.05 * Math.min(4, event.sources.length - 1))
  );
}

/** How much two parties have to do with each other, set against what each has to do with everybody, and how present both are. */
function tie({ parties: [one, other = one] }: Event, context: SignificanceContext): number {
  const presence = Math.sqrt(bounded(context.partyCount(one)) * bounded(context.partyCount(other)));
  const closeness =
    context.pairCount(one, other) / Math.sqrt(Math.max(1, context.partyCount(one) * context.partyCount(other)));
  return clamp(Math.sqrt(closeness / 0.01), 0.5, 2.2) * clamp(Math.log10(presence) - 1.8, 0.4, 1.7);
}

/** Beyond so many events a party's number says how well a country's archives are kept, not how much it matters. */
const PRESENT = 3000;

function bounded(count: number): number {
  return clamp(count, 1, PRESENT);
}

function breadth({ parties }: Event, context: SignificanceContext): number {
  const present = parties.map((party) => bounded(context.partyCount(party))).toSorted((a, b) => b - a);
  const third = present[Math.min(2, present.length - 1)] ?? 1;
  return clamp((third / 400) ** 0.25, 0.7, 1.6) * (1 + 0.3 * Math.log2(parties.length));
}

function involvesOrganisation(event: Event): boolean {
  return organisationOf(event) !== undefined;
}

function organisationOf({ kind, parties }: Event): PartyCode | undefined {
  if (kind === "organisation-founded") return parties[0];
  return kind === "joined" || kind === "left" || kind === "observer" ? parties[1] : undefined;
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}
