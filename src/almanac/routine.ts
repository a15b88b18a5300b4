import type { Event } from "./event.ts";
import { familyOf } from "./kind.ts";
import type { PartyCode } from "./party.ts";
import { ROUTINE_NAME } from "./significance-names.ts";
import {
  AFTER_A_PEACE,
  FOLLOWING_KINDS,
  MEMORABLE,
  NOTABLE_NAME,
  NOTED_VISITS,
  REGISTER,
  ROUTINE_KINDS,
  TECHNICAL,
} from "./significance-tables.ts";

/** What never makes a post while anything else exists; it is there for lookups and for the day that is empty otherwise. */
export function isRoutine(event: Event): boolean {
  if (event.confidence === "low" || ROUTINE_KINDS.has(event.kind)) return true;
  const family = familyOf(event.kind);
  if (family === "treaties" || event.kind === "peace-treaty") return isRoutineTreaty(event);
  if (event.kind === "visit") return !event.first && !NOTED_VISITS.has(event.rank ?? "");
  const organisation = organisationOf(event);
  return event.kind !== "organisation-founded" && organisation !== undefined && TECHNICAL.has(organisation);
}

function isRoutineTreaty(event: Event): boolean {
  const name = event.name ?? "";
  const follows = FOLLOWING_KINDS.has(event.kind) || (event.kind === "treaty-signed" && name === "");
  if (follows && !isMemorable(event)) return true;
  if (event.sources.every(({ id }) => REGISTER.test(id)))
    return (
      event.parties.length === 1 ||
      !NOTABLE_NAME.test(name) ||
      ROUTINE_NAME.test(name) ||
      (event.kind === "peace-treaty" && AFTER_A_PEACE.test(name))
    );
  return !isMemorable(event) && (event.parties.length === 1 || ROUTINE_NAME.test(name));
}

/** Whether all of an occasion is routine. That many states sign one convention on one day is not, though each of them is. */
export function isRoutineOccasion(events: readonly Event[]): boolean {
  return !isOpening(events) && events.every(isRoutine);
}

/** A convention is opened: so many states sign it on that day, in one row or in many, that it is the act of them all. */
export function isOpening(events: readonly Event[]): boolean {
  const signed = events.filter(({ kind, name }) => kind === "treaty-signed" && !ROUTINE_NAME.test(name ?? ""));
  return new Set(signed.flatMap(({ parties }) => parties)).size >= MANY;
}

const MANY = 20;

/** Whether a page that lists what is memorable has it. */
export function isMemorable(event: Event): boolean {
  return event.sources.some(({ id }) => MEMORABLE.test(id));
}

/** The organisation that is founded, joined or left. */
export function organisationOf({ kind, parties }: Event): PartyCode | undefined {
  if (kind === "organisation-founded") return parties[0];
  return kind === "joined" || kind === "left" || kind === "observer" ? parties[1] : undefined;
}
