import { compareDates } from "./calendar.ts";
import type { Event } from "./event.ts";
import type { Kind } from "./kind.ts";

/** A war between two parties. */
export interface War {
  /** Its beginning; where it was declared that day, the declaration. */
  readonly began: Event;
  /** Who declares war ends diplomatic relations; a war that nobody declared may leave them as they are. */
  readonly declared: boolean;
  /** The last end of fighting on record, else an armistice or a peace. */
  readonly ended?: Event;
  /** The treaty of the two that made peace. */
  readonly peace?: Event;
}

const BEGINS: readonly Kind[] = ["war-declared", "war-began", "war-entered"];
const ENDS: readonly Kind[] = ["fighting-ended", "armistice", "peace-treaty"];
/** The kinds that wars are read from. */
export const WAR_KINDS: readonly Kind[] = [...BEGINS, ...ENDS];

/** What is dated so many years after the beginning of a war is of another one. */
const LONGEST_WAR = 10;

/** The wars of two parties, from their events in order of time: all that began while one lasted, or bears its name, is that war. */
export function warsIn(events: readonly Event[]): readonly War[] {
  return events.reduce<readonly War[]>((wars, event) => {
    const last = wars.at(-1);
    const before = wars.slice(0, -1);
    if (BEGINS.includes(event.kind)) {
      const isOfLast = last !== undefined && isNear(last, event) && (isSameName(last, event) || isDuring(last, event));
      return isOfLast ? [...before, joined(last, event)] : [...wars, { began: event, declared: isDeclared(event) }];
    }
    if (last === undefined || !ENDS.includes(event.kind) || !isNear(last, event)) return wars;
    return [...before, closed(last, event)];
  }, []);
}

function joined(war: War, event: Event): War {
  const isFirst = compareDates(war.began.date, event.date) === 0 && isDeclared(event);
  return { ...war, began: isFirst ? event : war.began, declared: war.declared || isDeclared(event) };
}

function closed(war: War, event: Event): War {
  const isFirst = war.ended === undefined;
  const ended = isFirst || (event.kind === "fighting-ended" && isSameName(war, event)) ? { ended: event } : {};
  return { ...war, ...ended, ...(event.kind === "peace-treaty" && war.peace === undefined && { peace: event }) };
}

function isDeclared({ kind }: Event): boolean {
  return kind === "war-declared";
}

function isDuring({ ended }: War, { date }: Event): boolean {
  return ended === undefined || compareDates(date, ended.date) <= 0;
}

function isNear({ began }: War, { date }: Event): boolean {
  return date.year - began.date.year <= LONGEST_WAR;
}

function isSameName({ began }: War, { name }: Event): boolean {
  return name !== undefined && name === began.name;
}
