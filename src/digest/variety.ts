import type { Occasion } from "../almanac/anniversary.ts";

export interface Ranked {
  readonly occasion: Occasion;
  /** How much it matters: positive. */
  readonly score: number;
}

/** What remains of a score for every line beyond two of its kind, every party that was shown, and a crowded decade. */
const THIRD_OF_KIND = 0.3;
const PARTY_AGAIN = 0.35;
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

function discount({ occasion: { lead } }: Ranked, chosen: readonly Ranked[], everybody: boolean): number {
  const ofKind = chosen.filter(({ occasion }) => occasion.lead.event.kind === lead.event.kind).length;
  const ofDecade = chosen.filter(({ occasion }) => decade(occasion) === Math.floor(lead.event.date.year / 10)).length;
  const shown = everybody && lead.event.parties.length <= FEW ? chosen.flatMap(partiesOfLead) : [];
  const again = lead.event.parties.filter((party) => shown.includes(party)).length;
  return THIRD_OF_KIND ** Math.max(0, ofKind - 1) * PARTY_AGAIN ** again * (ofDecade > 2 ? CROWDED_DECADE : 1);
}

function partiesOfLead({ occasion: { lead } }: Ranked): readonly string[] {
  return lead.event.parties.length <= FEW ? lead.event.parties : [];
}

function decade({ lead }: Occasion): number {
  return Math.floor(lead.event.date.year / 10);
}
