import { compareDates } from "./calendar.ts";
import type { PartialDate } from "./date.ts";
import type { Event } from "./event.ts";
import type { Kind } from "./kind.ts";
import type { Annexation, PartyCode } from "./party.ts";
import { annexedBetween, closedSince, isLater, lastQuarrel, sinceBeginning, sinceEnd } from "./ties-ends.ts";
import type { Past } from "./ties-past.ts";
import { isEndOfMany, WAR_KINDS, type War } from "./ties-wars.ts";
import { warsOf } from "./ties-wars-over.ts";

/** A time of diplomatic relations between two parties; what is absent is not on record. */
export interface Stretch {
  /** The establishment or restoration that began it. */
  readonly began?: Event;
  /** Later beginnings, with no break on record before them: perhaps there was one, perhaps a source dates anew what had begun. */
  readonly anew?: readonly Event[];
  readonly ended?: End;
}

/** How a time of relations ended: an act, a war that one declared, the end of a party, its annexation for years, or somehow, since the two began anew after a war. */
export type End =
  | { readonly how: "broken"; readonly by: Event }
  | { readonly how: "war"; readonly by: War }
  | ({ readonly how: "lapsed" } & Lapse)
  | ({ readonly how: "annexed" } & Annexation)
  | { readonly how: "unknown"; readonly before: PartialDate };

/** A party that came to an end, or whose government moved. */
export interface Lapse {
  readonly party: PartyCode;
  readonly until: PartialDate;
  /** Where its government went on. */
  readonly movedTo?: PartyCode;
}

/** What is on record of the diplomatic relations of two parties, each with the former ones that it continues. */
export interface Tie {
  /** In order of time; the last one lasts unless it has an end. Another without one gave way to what a new state began, how is not on record. */
  readonly stretches: readonly Stretch[];
  /** Beginnings of relations that a former party had beside those of the present two, such as East Germany. */
  readonly beside: readonly Event[];
  /** What two do that have relations, after they broke them off or fought: there are some again, though no beginning is on record. */
  readonly signs: readonly Event[];
  /** Beginnings of low confidence, where none that is sure lasts: oldest first. */
  readonly doubtful: readonly Event[];
  /** Breaks of low confidence since the sure beginning of the relations that last: oldest first. */
  readonly doubtfulBreaks: readonly Event[];
  /** An embassy closed since the beginning of the relations that last, which none that opened followed. */
  readonly closed?: Event;
  /** Wars between the two, oldest first. */
  readonly wars: readonly War[];
}

/** With what relations begin, or begin again. */
export const BEGINS: readonly Kind[] = ["relations-established", "relations-restored"];
const ENDS: readonly Kind[] = ["relations-severed", "relations-suspended"];
/** What only those do that have relations, and that leaves them with some: who closes an embassy, or recalls an envoy, may be about to end them. */
export const SIGNS: readonly Kind[] = ["relations-upgraded", "embassy-opened"];
/** The kinds that a tie is read from. */
export const TIE_KINDS: readonly Kind[] = [...BEGINS, ...ENDS, ...WAR_KINDS, ...SIGNS, "embassy-closed"];

/** Sources differ by so many years about one beginning; a later one is another. */
const ONE_BEGINNING = 2;

/** A war that began so many years before a new beginning may have made it necessary; an older one says nothing of it. */
const LONGEST_QUARREL = 20;

/**
 * Reads the relations of two parties from their events, oldest first; events of other kinds or of more parties are
 * passed over, and so is what is of low confidence, but for beginnings where no sure one is, and breaks since one. What a former party began lasts where the present one carries it on, until the present two begin their
 * own; where nobody does it ended with that party. A second establishment years later is no break where none is on record, unless a war came between; a
 * restoration is one. A war that was declared ends relations, on record or not; of one that was not, nothing follows. A break by the two themselves is always told.
 */
export function tieOf(
  events: readonly Event[],
  one: PartyCode,
  other: PartyCode,
  pastOf: (former: PartyCode) => Past,
): Tie {
  const isOurs = (party: PartyCode): boolean => party === one || party === other || pastOf(party).isCarriedOn;
  const pair: Pair = { own: ({ parties }) => parties.every(isOurs), pastOf };
  const ofTwo = events.filter(({ parties }) => parties.length === 2);
  const sure = ofTwo.filter(({ confidence }) => confidence !== "low");
  const unsure = ofTwo.filter((event) => event.confidence === "low" && pair.own(event));
  const ofWars = events.filter((event) => sure.includes(event) || isEndOfMany(event, isOurs));
  const begun = sure.filter((event) => BEGINS.includes(event.kind) && pair.own(event));
  const wars = warsOf(ofWars, begun, [one, other], pair);
  const found = sure.reduce<Found>((before, event) => {
    if (BEGINS.includes(event.kind)) return begin(before, event, pair, wars);
    if (ENDS.includes(event.kind)) return end(before, event, pair);
    const war = wars.find(({ began, declared }) => declared && began === event);
    return war === undefined ? before : endByWar(before, war, pair);
  }, NOTHING);
  const last = lastQuarrel(found, wars);
  const isSign = (event: Event): boolean =>
    last !== undefined && SIGNS.includes(event.kind) && pair.own(event) && isLater(event, last);
  const doubtful = (kinds: readonly Kind[]): readonly Event[] => unsure.filter(({ kind }) => kinds.includes(kind));
  const closed = closedSince(found, sure.filter(pair.own));
  return {
    ...found,
    signs: sure.filter(isSign),
    ...(closed && { closed }),
    doubtful: sinceEnd(found, doubtful(BEGINS)),
    doubtfulBreaks: sinceBeginning(found, doubtful(ENDS)),
    wars,
  };
}

export interface Pair {
  /** Whether an event is of the two themselves, or of those whose relations they carry on. */
  readonly own: (event: Event) => boolean;
  readonly pastOf: (former: PartyCode) => Past;
}

type Found = Pick<Tie, "stretches" | "beside">;
const NOTHING: Found = { stretches: [], beside: [] };

function begin(found: Found, event: Event, pair: Pair, wars: readonly War[]): Found {
  const { own } = pair;
  const last = found.stretches.at(-1);
  const open = openAt(last, event);
  const begun: Stretch = own(event) ? { began: event } : { began: event, ...lapseOf(event, pair) };
  if (last === undefined || open === undefined) return { ...found, stretches: [...found.stretches, begun] };
  if (own(open) && !own(event)) return { ...found, beside: besides(found.beside, event) };
  const latest = last.anew?.at(-1) ?? open;
  if (own(open) === own(event) && isSame(latest, event)) return found;
  const before = found.stretches.slice(0, -1);
  if (!own(event)) return { ...found, stretches: [...found.stretches, begun] };
  if (!own(open)) return { stretches: [...before, begun], beside: [...found.beside, open] };
  if (isTakenOver(open, event, pair)) return found;
  const ended = overBy(latest, event, pair, wars);
  if (ended !== undefined) return { ...found, stretches: [...before, { ...last, ended }, begun] };
  if (!isOfSame(latest, event, pair)) return { ...found, stretches: [...found.stretches, begun] };
  return { ...found, stretches: [...before, { ...last, anew: [...(last.anew ?? []), event] }] };
}

function end(found: Found, event: Event, { own, pastOf }: Pair): Found {
  // what ended on the day on which a party did is that end, and no break
  const ends = event.parties.flatMap((party) => pastOf(party).until ?? []);
  if (ends.some((until) => compareDates(event.date, until) === 0)) return found;
  const last = found.stretches.at(-1);
  const open = openAt(last, event);
  const ended: End = { how: "broken", by: event };
  if (last === undefined) return { ...found, stretches: [{ ended }] };
  const before = found.stretches.slice(0, -1);
  // the break that a war brought is dated by its own act
  if (last.ended?.how === "war" && own(event) && event.date.year - last.ended.by.began.date.year < ONE_BEGINNING)
    return { ...found, stretches: [...before, { ...last, ended }] };
  // who breaks off again years later had taken relations up meanwhile, whether that is on record or not
  const act = last.ended && actOf(last.ended);
  if (act !== undefined && own(event) && event.date.year - act.date.year >= ONE_BEGINNING)
    return { ...found, stretches: [...found.stretches, { ended }] };
  if (last.ended?.how === "lapsed" && own(event)) {
    // what a former party began says nothing of the relations that the two themselves break off
    if (open === undefined) return { ...found, stretches: [...found.stretches, { ended }] };
    return { stretches: [...before, { ended }], beside: [...found.beside, open] };
  }
  if (open === undefined || (own(open) && !own(event))) return found;
  return { ...found, stretches: [...before, { ...last, ended }] };
}

function endByWar(found: Found, war: War, { own }: Pair): Found {
  const last = found.stretches.at(-1);
  const open = openAt(last, war.began);
  if (open === undefined || (own(open) && !own(war.began))) return found;
  return { ...found, stretches: [...found.stretches.slice(0, -1), { ...last, ended: { how: "war", by: war } }] };
}

/** The act by which relations ended, or the beginning of the war that ended them, where one is on record. */
export function actOf(ended: End): Event | undefined {
  if (ended.how === "war") return ended.by.began;
  return ended.how === "broken" ? ended.by : undefined;
}

/** The beginning of a stretch that was not over when an event was. */
function openAt(stretch: Stretch | undefined, event: Event): Event | undefined {
  const ended = stretch?.ended;
  const isOpen = ended === undefined || (ended.how === "lapsed" && compareDates(ended.until, event.date) > 0);
  return isOpen ? stretch?.began : undefined;
}

/** With another beginning of a former party, but for what a source only dates anew. */
function besides(beside: readonly Event[], event: Event): readonly Event[] {
  const isTold = beside.some(
    (each) => isSame(each, event) && each.parties.every((party) => event.parties.includes(party)),
  );
  return isTold ? beside : [...beside, event];
}

/** Whether two beginnings are one on which sources differ. */
function isSame(open: Event, { date }: Event): boolean {
  return date.year - open.date.year < ONE_BEGINNING;
}

/**
 * Whether the very states that had begun begin anew: the Soviet Union did not renew what the Russian Empire had, nor does a state go on
 * with what it began before its present independence.
 */
function isOfSame(open: Event, event: Event, { pastOf }: Pair): boolean {
  return open.parties.every((party) => {
    const { since } = pastOf(party);
    const isReborn = since !== undefined && compareDates(open.date, since) < 0 && compareDates(since, event.date) <= 0;
    return event.parties.includes(party) && !isReborn;
  });
}

/** Whether what a former party began went over to the present one: what is dated near its end begins nothing. */
function isTakenOver(open: Event, event: Event, { pastOf }: Pair): boolean {
  return open.parties.some((party) => {
    const { until } = event.parties.includes(party) ? {} : pastOf(party);
    return until !== undefined && Math.abs(event.date.year - until.year) < ONE_BEGINNING;
  });
}

/** How what was open had ended when the present two began anew; undefined where nothing on record shows that it had, as a restoration does. */
function overBy(open: Event, event: Event, pair: Pair, wars: readonly War[]): End | undefined {
  for (const party of open.parties.filter((each) => !event.parties.includes(each))) {
    const lapse = lapsed(party, pair.pastOf);
    if (lapse && compareDates(lapse.until, event.date) <= 0) return lapse;
  }
  const annexed = annexedBetween(open, event, pair.pastOf);
  if (annexed !== undefined) return { how: "annexed", ...annexed };
  const isBetween = ({ began }: War): boolean =>
    compareDates(open.date, began.date) < 0 &&
    compareDates(began.date, event.date) < 0 &&
    event.date.year - began.date.year <= LONGEST_QUARREL;
  const isMended = event.kind === "relations-restored" && isOfSame(open, event, pair);
  return isMended || wars.some(isBetween) ? { how: "unknown", before: event.date } : undefined;
}

/** The end of what a former party began, where nobody carries it on. */
function lapseOf({ parties }: Event, { pastOf }: Pair): Pick<Stretch, "ended"> {
  const ended = parties
    .filter((party) => !pastOf(party).isCarriedOn)
    .flatMap((party) => lapsed(party, pastOf) ?? [])[0];
  return ended === undefined ? {} : { ended };
}

function lapsed(party: PartyCode, pastOf: Pair["pastOf"]): (End & Lapse) | undefined {
  const { until, movedTo } = pastOf(party);
  return until && { how: "lapsed", party, until, ...(movedTo !== undefined && { movedTo }) };
}

/** The beginning of the relations that last; undefined where none are on record, or the last ones ended. */
export function lastingSince({ stretches }: Tie): Event | undefined {
  const last = stretches.at(-1);
  return last?.ended === undefined ? last?.began : undefined;
}
