import { tierOf } from "./anniversary.ts";
import { formatDate } from "./date.ts";
import type { Event } from "./event.ts";
import { isHosted } from "./hosted.ts";
import { isMemorable, type Judgement, judgementOf, renownOf } from "./judgement.ts";
import { type Family, familyOf, type Kind } from "./kind.ts";
import type { EventGroup } from "./occasion.ts";
import type { Register } from "./parties/register.ts";
import type { PartyCode } from "./party.ts";
import { isOpening, isRoutine, organisationOf } from "./routine.ts";
import { standing } from "./significance-standing.ts";
import { BATCHED, MARKED, TIER_WEIGHT, VISIT_WEIGHT } from "./significance-tables.ts";

/** How often parties are named in the archive. */
export interface Counts {
  /** How many events of at most six parties name both: conventions of half the world say nothing of two states. */
  pairCount(one: PartyCode, other: PartyCode): number;
  /** How many events name the party. */
  partyCount(code: PartyCode): number;
}

/** What significance needs to know of the whole archive, and what an editor has judged of what matters. */
export interface SignificanceContext extends Counts {
  readonly judgement: Judgement;
  /** Who the organisations are. */
  readonly parties: Pick<Register, "party">;
}

/** How much a count of years raises an occasion: positive, and never less for a rounder count. */
export function roundness(years: number): number {
  const tier = tierOf(years);
  if (years > CENTURY && (tier === 10 || tier === 5)) return TIER_WEIGHT[tier] * PAST_A_CENTURY[tier];
  return TIER_WEIGHT[tier] * (MARKED[years] ?? 1);
}

/** Past its first century tens are marked less, and fives hardly: 75 and 80 are jubilees, 130 and 115 are not. */
const CENTURY = 100;
const PAST_A_CENTURY = { 10: 0.82, 5: 0.7 } as const;

/**
 * How much an occasion of a weight (weigh) matters after so many years. Weight and roundness multiply, so that neither
 * alone decides; but a year that is not round is marked only of what is great, and the less so the smaller it is.
 */
export function significanceOf(weight: number, years: number): number {
  return (isMarked(years) ? weight : plainWeight(weight)) * roundness(years);
}

/** Whether after so many years also what is not great counts with its whole weight. */
export function isMarked(years: number): boolean {
  return years === 1 || roundness(years) > TIER_WEIGHT[1];
}

/** What a weight counts for in a year that is not marked. */
export function plainWeight(weight: number): number {
  return weight >= GREAT ? weight : weight * (weight / GREAT) ** 0.7;
}

/** What weighs this is worth a line in any year: the independence of a state, the last member to join NATO. */
const GREAT = 80;

/** How much an occasion matters to a reader in any year: a positive number, to be computed once when an index is built. */
export function weigh({ lead, others }: EventGroup, context: SignificanceContext): number {
  const renowned = [lead, ...others].flatMap((event) => renownOf(event, context.judgement) ?? []);
  if (renowned.length > 0) return Math.max(...renowned);
  if (others.length === 0) return weightOf(lead, context) * (1 + 0.05 * Math.log2(lead.parties.length));
  const events = [lead, ...others];
  const alike = BATCHED.has(lead.kind) ? events.filter(({ kind }) => kind === lead.kind).length : 1;
  const parties = new Set(events.flatMap((event) => event.parties));
  const heaviest = isOpening(events, context.judgement)
    ? OPENED *
      mattering(
        { ...lead, parties: [lead.parties[0], ...[...parties].filter((party) => party !== lead.parties[0])] },
        context,
      )
    : Math.max(...events.map((event) => weightOf(event, context)));
  return heaviest * (1 + 0.2 * Math.log2(alike)) * (1 + 0.05 * Math.log2(parties.size));
}

/** What many sign is worked out before, and in force only later. */
const OPENED = 0.7;

function weightOf(event: Event, context: SignificanceContext): number {
  if (event.confidence === "low") return mattering(event, context) * DOUBTFUL;
  return mattering(event, context) * (isRoutine(event, context.judgement) ? ROUTINE : 1);
}

/** How much an event matters by itself, were it no routine. */
function mattering(event: Event, context: SignificanceContext): number {
  return (
    judgementOf(event.kind, context.judgement).weight *
    standing(event, context.judgement) *
    concern(event, context) *
    renown(organisationOf(event), context) *
    (isFounders(event, context) ? FOUNDERS : 1) *
    subject(event, context.judgement) *
    (event.first ? (event.kind === "visit" ? 3 : 2) : 1) *
    (event.kind === "visit" ? visit(event, context.judgement) : 1)
  );
}

/** How much an organisation is known, if there is one. */
function renown(organisation: PartyCode | undefined, { judgement }: SignificanceContext): number {
  return (organisation === undefined ? undefined : judgement.organisations.get(organisation)?.weight) ?? 1;
}

/** A founder's accession later in the year of the founding completes it: the founding is what is marked. */
const FOUNDERS = 0.25;

function isFounders({ kind, parties: [, organisation = ""], date }: Event, { parties }: SignificanceContext): boolean {
  const founded = parties.party(organisation)?.from;
  return kind === "joined" && founded?.year === date.year && !formatDate(founded).startsWith(formatDate(date));
}

/** What its name says that it is about. */
function subject(event: Event, judgement: Judgement): number {
  const { kind, name = "" } = event;
  if (familyOf(kind) !== "treaties") return 1;
  const { statements, treaties } = judgement.words;
  const called = kind === "joint-statement" && !isMemorable(event, judgement) ? statements : treaties;
  return called.find((words) => words.name.test(name))?.weight ?? 1;
}

function visit({ rank, people }: Event, { words }: Judgement): number {
  const ministers = people.length > 0 && people.every(({ office }) => words.minister.test(office ?? ""));
  return (VISIT_WEIGHT[rank ?? ""] ?? 1) * (ministers ? 0.3 : 1);
}

/** Two parties are concerned by what they have to do with each other, others by how present they are. */
function concern(event: Event, context: SignificanceContext): number {
  const family = familyOf(event.kind);
  if (
    event.kind === "organisation-founded" &&
    context.judgement.organisations.get(event.parties[0])?.isTechnical === false
  )
    return 1;
  if (family === "statehood" || family === "membership") {
    const [party] = event.parties;
    const born = event.kind === "unification" ? event.parties : event.kind === "independence" ? [party] : [];
    const unknown = born.some((code) => context.partyCount(code) < KNOWN) ? UNKNOWN : 1;
    return unknown * Math.min(1.25, presence([party], context));
  }
  if (isHosted(event)) return HOSTED;
  // what a state says is no matter of how close it is to another
  if (event.parties.length === 2 && event.kind !== "declaration")
    return Math.min(CLOSEST[event.kind] ?? CLOSEST[family] ?? tie(event, context), tie(event, context));
  const known = event.parties.filter((party) => context.partyCount(party) >= KNOWN).length;
  return presence(event.parties, context) * breadth(event) * (2 * known < event.parties.length ? UNKNOWN : 1);
}

/** Who fought, signed or shared much has much to do with each other: another war or treaty of theirs, or that one recognised the other, matters less for it. */
const CLOSEST: Partial<Record<Kind | Family, number>> = { conflict: 1.4, treaties: 2, recognition: 1.2 };

/** Who signed is not known of what was concluded under an organisation; it was many. */
const HOSTED = 2;

/** A routine occasion of the roundest year and the closest pair stays below any other. */
const ROUTINE = 0.00002;
/** And one of low confidence below any routine one. */
const DOUBTFUL = ROUTINE / 10_000;

/** How much two parties have to do with each other, set against what each has to do with everybody, and how present both are. */
function tie({ parties: [one, other = one] }: Event, context: SignificanceContext): number {
  const [ours, theirs] = [context.partyCount(one), context.partyCount(other)];
  if (Math.min(ours, theirs) < KNOWN) return UNKNOWN;
  const closeness = context.pairCount(one, other) / Math.sqrt(ours * theirs);
  const together = Math.sqrt(bounded(ours) * bounded(theirs));
  return clamp(Math.sqrt(closeness / 0.01), 0.5, 2.2) * clamp(Math.log10(together) - 1.9, 0.4, 1.3);
}

/** A party with fewer events is one that few readers know: most are states of long ago. */
const KNOWN = 50;
const UNKNOWN = 0.5;

/** Beyond so many events a party's number says how well a country's archives are kept, not how much it matters. */
const PRESENT = 3000;

function bounded(count: number): number {
  return clamp(count, 1, PRESENT);
}

/** By the third most present of them: one great power alone does not make an act of many matter. */
function presence(parties: readonly PartyCode[], context: SignificanceContext): number {
  const present = parties.map((party) => bounded(context.partyCount(party))).toSorted((a, b) => b - a);
  return clamp(((present[Math.min(2, present.length - 1)] ?? 1) / 400) ** 0.25, 0.7, 1.6);
}

function breadth({ parties }: Event): number {
  return 1 + 0.15 * Math.log2(parties.length);
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}
