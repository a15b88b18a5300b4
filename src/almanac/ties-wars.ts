import { compareDates } from "./calendar.ts";
import type { PartialDate } from "./date.ts";
import type { Event } from "./event.ts";
import type { Kind } from "./kind.ts";
import type { PartyCode } from "./party.ts";

/** A war between two parties. */
export interface War {
  /** Its beginning; where it was declared that day, the declaration. */
  readonly began: Event;
  /** Who declares war ends diplomatic relations; a war that nobody declared may leave them as they are. */
  readonly declared: boolean;
  /** The last end of fighting on record, else an armistice or a peace. */
  readonly ended?: Event;
  /** The former and present parties that fought it, as far as its beginnings name them. */
  readonly parties: Event["parties"];
  /** The treaties of two that made peace, each by others than those before it. */
  readonly peaces: readonly Event[];
  /** By when it was over, where no end of it is on record. */
  readonly over?: Over;
}

/** What shows that a war was over: the two began relations, or a party of it was no more. */
export type Over =
  | { readonly how: "relations"; readonly by: PartialDate }
  | { readonly how: "lapsed"; readonly by: PartialDate; readonly party: PartyCode };

const BEGINS: readonly Kind[] = ["war-declared", "war-began", "war-entered"];
const ENDS: readonly Kind[] = ["fighting-ended", "armistice", "peace-treaty"];
/** The kinds that wars are read from. */
export const WAR_KINDS: readonly Kind[] = [...BEGINS, ...ENDS];

/** What is dated so many years after the beginning of a war is of another one. */
const LONGEST_WAR = 10;

/** A peace so many years after the beginning of a war that nothing else ended is its end: that of Napoleon lasted eleven. */
const LONGEST_UNENDED = 20;

/**
 * The wars of two parties, from their events in order of time: all that bears the name of one is that war, and what bears none and began
 * while one lasted. A peace of many parties only
 * ends what it finds unended: of what else it was about the two may have made peace before.
 */
export function warsIn(events: readonly Event[]): readonly War[] {
  const all = events.reduce<readonly War[]>((wars, event) => {
    if (BEGINS.includes(event.kind)) {
      const war = wars.findLast((each) => isNear(each, event) && isOf(each, event));
      return war === undefined
        ? [...wars, { began: event, declared: isDeclared(event), parties: event.parties, peaces: [] }]
        : replaced(wars, war, joined(war, event));
    }
    return ENDS.includes(event.kind) ? closedBy(wars, event) : wars;
  }, []);
  return all.filter((war, at) => war.declared || !all.slice(0, at).some((longer) => isPartOf(war, longer)));
}

/** Whether a peace or an armistice of many is one between two: some name with whom it was made, and the others did not make it with each other. */
export function isEndOfMany({ kind, parties, principals }: Event, isOurs: (party: PartyCode) => boolean): boolean {
  return parties.length > 2 && ENDS.includes(kind) && (principals === undefined || principals.some(isOurs));
}

/** Whether a war may go on: no end is on record, nothing shows that it was over, and it began no longer ago than wars last. */
export function mayGoOn({ began, ended, over }: War, today: PartialDate): boolean {
  return ended === undefined && over === undefined && today.year - began.date.year <= LONGEST_WAR;
}

function closedBy(wars: readonly War[], event: Event): readonly War[] {
  if (event.parties.length > 2) return wars.map((war) => (isUnended(war, event) ? { ...war, ended: event } : war));
  const named = wars.findLast((war) => isSameName(war, event));
  if (named !== undefined) return replaced(wars, named, closed(named, event));
  const last = wars.findLast((war) => isNear(war, event));
  return last === undefined ? wars : replaced(wars, last, closed(last, event));
}

/** A campaign of another name, such as that of 1970 in Cambodia, that was over when the war was in which it began. */
function isPartOf({ began, ended }: War, longer: War): boolean {
  if (ended === undefined || longer.ended === undefined || !isSameName(longer, longer.ended)) return false;
  return isDuring(longer, began) && isDuring(longer, ended);
}

function replaced(wars: readonly War[], war: War, by: War): readonly War[] {
  return wars.map((each) => (each === war ? by : each));
}

function joined(war: War, event: Event): War {
  const isFirst = compareDates(war.began.date, event.date) === 0 && isDeclared(event);
  const parties: War["parties"] = [...war.parties, ...event.parties.filter((party) => !war.parties.includes(party))];
  return { ...war, began: isFirst ? event : war.began, declared: war.declared || isDeclared(event), parties };
}

function closed(war: War, event: Event): War {
  const isFirst = war.ended === undefined;
  const ended = isFirst || (event.kind === "fighting-ended" && isSameName(war, event)) ? { ended: event } : {};
  const isTold = war.peaces.some(({ parties }) => parties.every((party) => event.parties.includes(party)));
  const peaces = event.kind === "peace-treaty" && !isTold ? [...war.peaces, event] : war.peaces;
  return { ...war, ...ended, peaces };
}

function isDeclared({ kind }: Event): boolean {
  return kind === "war-declared";
}

function isOf(war: War, event: Event): boolean {
  const isUnnamed = event.name === undefined || war.began.name === undefined;
  return isSameName(war, event) || (isUnnamed && isDuring(war, event));
}

function isDuring({ ended }: War, { date }: Event): boolean {
  return ended === undefined || compareDates(date, ended.date) <= 0;
}

function isUnended({ began, ended }: War, { date }: Event): boolean {
  return ended === undefined && date.year - began.date.year <= LONGEST_UNENDED;
}

function isNear({ began }: War, { date }: Event): boolean {
  return date.year - began.date.year <= LONGEST_WAR;
}

function isSameName({ began }: War, { name }: Event): boolean {
  return name !== undefined && name === began.name;
}
