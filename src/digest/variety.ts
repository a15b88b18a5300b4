import type { Occasion } from "../almanac/anniversary.ts";
import type { Event } from "../almanac/event.ts";
import type { PartyCode } from "../almanac/party.ts";
import { organisationOf } from "../almanac/routine.ts";
import { isCentenary, type Ranked } from "./rank.ts";

/** Who a party is today, so that a state is not shown twice under two names; none where no state may be shown but once. */
export type PresentOf = (code: PartyCode) => readonly PartyCode[];

/** Of five lines not more than two are of one kind, and not more than three of one decade. */
const OF_ONE_KIND = 0.4;
const OF_ONE_DECADE = 0.6;

/**
 * What remains of the score of a line more of a kind, a decade or a state, or of a second act of one kind, or name, and year: what
 * scores more is worth showing in its place.
 */
const REMAINS = { kind: 0.06, named: 0.25, decade: 0.5, state: 0.42, act: 0.4 } as const;
/**
 * And of a line that weighs as much as what many readers know, or what all know: it is missed more than what stands in its
 * place is liked. What some know needs no name to be told apart from others of its kind.
 */
const REMAINS_OF_KNOWN = { kind: 0.4, state: 0.7 } as const;
const KNOWN = { kind: 70, state: 45, named: 35 } as const;

/** Acts of more parties than this repeat nobody. */
const FEW = 3;

/** What has less left than this is not worth showing instead of a third line of a kind: no more remains of it than of that. */
const WORTH = 0.6;

/**
 * The best lines that differ: while others are worth showing, no state twice (unless the selection names whom it follows), not
 * more than two in five of one kind, and not all of one decade; only a centenary of relations stands in any case. Best first,
 * but a second line of a state as far down as what remains of it says; the candidates come in order of score.
 */
export function varied(candidates: readonly Ranked[], lines: number, presentOf?: PresentOf): readonly Ranked[] {
  const [repeats, crowds] = [repeatsFor(presentOf), crowdsFor(lines)];
  const left = [...candidates];
  const chosen: Ranked[] = [];
  const remaining = new Map<Ranked, number>();
  while (chosen.length < lines && left.length > 0) {
    let [best, bestScore, remains] = [0, 0, 1];
    for (const [index, candidate] of left.entries()) {
      if (candidate.score <= bestScore) break;
      const once = repeats(candidate, chosen);
      const score = candidate.score * once * crowds(candidate, chosen, once);
      if (score > bestScore) [best, bestScore, remains] = [index, score, once];
    }
    for (const line of left.splice(best, 1)) {
      chosen.push(line);
      remaining.set(line, line.score * remains);
    }
  }
  return chosen.toSorted((one, other) => (remaining.get(other) ?? 0) - (remaining.get(one) ?? 0));
}

/** What remains of a candidate's score beside the lines that were chosen before. */
type Discount = (candidate: Ranked, chosen: readonly Ranked[]) => number;

/** States that were shown before: half of a line's are as many as all, fewer count less. */
function repeatsFor(presentOf: PresentOf | undefined): Discount {
  if (presentOf === undefined) return () => 1;
  const statesIn = (line: Ranked): readonly PartyCode[] => fewParties(line.occasion).flatMap(presentOf);
  return (candidate, chosen) => {
    if (isCentenary(candidate.occasion)) return 1;
    const shown = new Set(chosen.flatMap(statesIn));
    const states = shown.size === 0 ? [] : statesIn(candidate);
    const repeated = states.filter((state) => shown.has(state)).length;
    return repeated === 0
      ? 1
      : (isKnown(candidate, KNOWN.state) ? REMAINS_OF_KNOWN : REMAINS).state **
          Math.min(1, (2 * repeated) / states.length);
  };
}

/** A second line of one act, a decade or a kind that has lines enough, and what is not worth showing in the place of such a line. */
function crowdsFor(lines: number): (candidate: Ranked, chosen: readonly Ranked[], once: number) => number {
  const [ofKind, ofDecade] = [Math.ceil(lines * OF_ONE_KIND), Math.ceil(lines * OF_ONE_DECADE)];
  return (candidate, chosen, once) => {
    if (isCentenary(candidate.occasion)) return 1;
    const alike = chosen.filter((line) => kind(line) === kind(candidate));
    const contemporary = chosen.filter((line) => decade(line) === decade(candidate));
    const remains =
      (contemporary.length >= ofDecade ? REMAINS.decade : 1) *
      (chosen.some((line) => isSameAct(line, candidate)) ? REMAINS.act : 1);
    const isWorth = candidate.score * once * remains >= WORTH;
    const more = alike.length - ofKind + 1;
    const ofOne = isKnown(candidate, KNOWN.kind)
      ? REMAINS_OF_KNOWN.kind
      : candidate.occasion.lead.event.name === undefined && !isKnown(candidate, KNOWN.named)
        ? REMAINS.kind
        : REMAINS.named;
    return remains * (isWorth ? 1 : REMAINS.kind) * ofOne ** Math.max(more, 0);
  };
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

/** The states that an event is about: of an independence the new one, of an accession not the organisation. */
function statesOf(event: Event): readonly PartyCode[] {
  if (event.kind === "independence") return [event.parties[0]];
  return event.parties.filter((party) => party !== organisationOf(event));
}

/** Two that joined or left one organisation; of one year two that bear one name, or are of one kind and share a party. */
function isSameAct(one: Ranked, other: Ranked): boolean {
  const [ours, theirs] = [one.occasion.lead.event, other.occasion.lead.event];
  const organisation = organisationOf(ours);
  if (organisation !== undefined && kind(one) === kind(other) && organisation === organisationOf(theirs)) return true;
  if (yearOf(one) !== yearOf(other)) return false;
  if (ours.name !== undefined && ours.name === theirs.name) return true;
  return kind(one) === kind(other) && ours.parties.some((party) => theirs.parties.includes(party));
}

function isKnown({ occasion }: Ranked, weight: number): boolean {
  return occasion.weight >= weight;
}

function kind({ occasion }: Ranked): Event["kind"] {
  return occasion.lead.event.kind;
}

function yearOf({ occasion }: Ranked): number {
  return occasion.lead.event.date.year;
}

function decade(line: Ranked): number {
  return Math.floor(yearOf(line) / 10);
}
