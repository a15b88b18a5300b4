import { compareDates } from "./calendar.ts";
import type { PartialDate } from "./date.ts";
import type { Event } from "./event.ts";
import type { Kind } from "./kind.ts";
import type { PartyCode } from "./party.ts";

/** A time of diplomatic relations between two parties; what is absent is not on record. */
export interface Stretch {
  /** The establishment or restoration that began it. */
  readonly began?: Event;
  /** The severance or suspension that ended it. */
  readonly ended?: Event;
  /** The former party with which it ended, where the present two began anew after that. */
  readonly lapsed?: Lapse;
}

/** A party that came to an end. */
export interface Lapse {
  readonly party: PartyCode;
  readonly until: PartialDate;
}

/** What is on record of the diplomatic relations of two parties, each with the former ones that it continues. */
export interface Tie {
  /** In order of time; the last one lasts unless it has an end. */
  readonly stretches: readonly Stretch[];
  /** Beginnings of relations that a former party had beside those of the present two, such as East Germany. */
  readonly beside: readonly Event[];
  /** What two do that have relations, after the end of the last stretch: relations were taken up again, though no beginning is on record. */
  readonly signs: readonly Event[];
  /** Wars between the two, as their beginnings. */
  readonly wars: readonly Event[];
}

const BEGINS: readonly Kind[] = ["relations-established", "relations-restored"];
const ENDS: readonly Kind[] = ["relations-severed", "relations-suspended"];
const WARS: readonly Kind[] = ["war-declared", "war-began", "war-entered"];
const SIGNS: readonly Kind[] = [
  "relations-upgraded",
  "embassy-opened",
  "embassy-closed",
  "ambassador-recalled",
  "expulsion",
];
/** The kinds that a tie is read from. */
export const TIE_KINDS: readonly Kind[] = [...BEGINS, ...ENDS, ...WARS, ...SIGNS];

/** When a party ended; undefined for one that has not. */
type UntilOf = (code: PartyCode) => PartialDate | undefined;

/**
 * Reads the relations of two parties from their events, oldest first; events of other kinds, of more parties or of low
 * confidence are passed over. Relations with a former party count until the present two begin their own: a second
 * beginning between the same two says nothing new, and a former party says nothing of the present two any more.
 */
export function tieOf(events: readonly Event[], one: PartyCode, other: PartyCode, untilOf: UntilOf): Tie {
  const own = ({ parties }: Event): boolean => parties.includes(one) && parties.includes(other);
  const sure = events.filter(({ parties, confidence }) => parties.length === 2 && confidence !== "low");
  const stretches: Stretch[] = [];
  const beside: Event[] = [];
  for (const event of sure) {
    const last = stretches.at(-1);
    const open = last?.ended === undefined ? last?.began : undefined;
    const settled = open !== undefined && own(open);
    if (BEGINS.includes(event.kind)) {
      if (settled || (open !== undefined && sameParties(open, event))) continue;
      if (open !== undefined) {
        const lapsed = lapseOf(open, event, untilOf);
        const isBeside = lapsed === undefined && own(event);
        if (isBeside) beside.push(open);
        stretches.splice(-1, 1, ...(isBeside ? [] : [{ began: open, ...(lapsed && { lapsed }) }]));
      }
      stretches.push({ began: event });
    } else if (ENDS.includes(event.kind) && !(settled && !own(event))) {
      if (open !== undefined) stretches[stretches.length - 1] = { began: open, ended: event };
      else if (last === undefined) stretches.push({ ended: event });
    }
  }
  const ended = stretches.at(-1)?.ended;
  const signs = ended && sure.filter((event) => SIGNS.includes(event.kind) && own(event) && isAfter(event, ended));
  return { stretches, beside, signs: signs ?? [], wars: sure.filter(({ kind }) => WARS.includes(kind)) };
}

/** The party of the first event, not of the second, that was no more when the second began; undefined where it lived on. */
function lapseOf(before: Event, began: Event, untilOf: UntilOf): Lapse | undefined {
  const ends = before.parties.flatMap((party) => {
    const until = began.parties.includes(party) ? undefined : untilOf(party);
    return until === undefined || compareDates(until, began.date) > 0 ? [] : [{ party, until }];
  });
  return ends[0];
}

/** The beginning of the relations that last; undefined where none are on record, or the last ones ended. */
export function lastingSince({ stretches }: Tie): Event | undefined {
  const last = stretches.at(-1);
  return last?.ended === undefined ? last?.began : undefined;
}

/** Whether the lasting relations are the only ones on record and no war fell into them: the years since then are all of them. */
export function isContinuous(tie: Tie): boolean {
  const since = lastingSince(tie);
  return since !== undefined && tie.stretches.length === 1 && warsDuring(tie, since).length === 0;
}

/** Wars on record since then. */
export function warsDuring({ wars }: Tie, since: Event): readonly Event[] {
  return wars.filter(({ date }) => date.year >= since.date.year);
}

/** In a later year: what follows within the year may still belong to the break. */
function isAfter(event: Event, ended: Event): boolean {
  return event.date.year > ended.date.year;
}

function sameParties(one: Event, other: Event): boolean {
  return one.parties.every((party) => other.parties.includes(party));
}
