import type { Occasion } from "../almanac/anniversary.ts";
import type { Event } from "../almanac/event.ts";
import type { PartyCode } from "../almanac/party.ts";
import { organisationOf } from "../almanac/routine.ts";

export interface Ranked {
  readonly occasion: Occasion;
  /** How much it matters: positive. */
  readonly score: number;
}

/** What remains of a score for every line beyond two of its kind, every party that was shown, a date told before, a crowded decade. */
const THIRD_OF_KIND = 0.4;
const PARTY_AGAIN = 0.45;
const SAME_ACT = 0.4;
const CROWDED_DECADE = 0.7;

/** Acts of more parties than this repeat nobody. */
const FEW = 3;

/**
 * The best lines that differ enough: not more than two of one kind and not all of one decade while others are worth showing,
 * and no party twice unless the selection names parties. Best first; the candidates come in order of score.
 */
export function varied(candidates: readonly Ranked[], lines: number, everybody: boolean): readonly Ranked[] {
  const left = [...candidates];
  const chosen: Ranked[] = [];
  while (chosen.length < lines && left.length > 0) {
    let best = 0;
    let bestScore = 0;
    for (const [index, candidate] of left.entries()) {
      if (candidate.score <= bestScore) break;
      const score = candidate.score * discount(candidate, chosen, everybody);
      if (score > bestScore) [best, bestScore] = [index, score];
    }
    chosen.push(...left.splice(best, 1));
  }
  return chosen.toSorted((one, other) => other.score - one.score);
}

function discount({ occasion }: Ranked, chosen: readonly Ranked[], everybody: boolean): number {
  const { event } = occasion.lead;
  const ofKind = chosen.filter((line) => line.occasion.lead.event.kind === event.kind);
  const ofDecade = chosen.filter((line) => decade(line.occasion) === decade(occasion));
  const shown = everybody ? chosen.flatMap((line) => fewParties(line.occasion)) : [];
  const mine = fewParties(occasion);
  const again = shown.filter((party) => mine.includes(party)).length;
  return (
    THIRD_OF_KIND ** Math.max(0, ofKind.length - 1) *
    PARTY_AGAIN ** again *
    (ofKind.some((line) => line.occasion.lead.event.date.year === event.date.year) ? SAME_ACT : 1) *
    (ofDecade.length > 2 ? CROWDED_DECADE : 1)
  );
}

/** The parties that a line is about: all where there are few, else the one that all its acts have in common. */
function fewParties({ lead, others }: Occasion): readonly PartyCode[] {
  const alike = [lead, ...others]
    .filter(({ event }) => event.kind === lead.event.kind)
    .map(({ event }) => statesOf(event));
  const parties = [...new Set(alike.flat())];
  if (parties.length <= FEW) return parties;
  return alike.length > 1 ? parties.filter((party) => alike.every((states) => states.includes(party))) : [];
}

function statesOf(event: Event): readonly PartyCode[] {
  return event.parties.filter((party) => party !== organisationOf(event));
}

function decade({ lead }: Occasion): number {
  return Math.floor(lead.event.date.year / 10);
}
