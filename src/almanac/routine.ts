import type { Event } from "./event.ts";
import { isHosted } from "./hosted.ts";
import { isMemorable, isRenowned, type Judgement, judgementOf } from "./judgement.ts";
import { familyOf } from "./kind.ts";
import type { PartyCode } from "./party.ts";
import { FOLLOWING_KINDS, NOTED_VISITS } from "./significance-tables.ts";

/** What never makes a post while anything else exists; it is there for lookups and for the day that is empty otherwise. */
export function isRoutine(event: Event, judgement: Judgement): boolean {
  if (event.confidence === "low") return true;
  if (isRenowned(event, judgement)) return false;
  if (judgementOf(event.kind, judgement).isRoutine) return true;
  const family = familyOf(event.kind);
  if (family === "treaties" || event.kind === "peace-treaty") return isRoutineTreaty(event, judgement);
  if (event.kind === "visit") return !event.first && !NOTED_VISITS.has(event.rank ?? "");
  const organisation = organisationOf(event);
  if (event.kind === "organisation-founded" || organisation === undefined) return false;
  return judgement.organisations.get(organisation)?.isTechnical ?? false;
}

function isRoutineTreaty(event: Event, judgement: Judgement): boolean {
  const { words, pages } = judgement;
  const name = event.name ?? "";
  const follows = FOLLOWING_KINDS.has(event.kind) || (event.kind === "treaty-signed" && name === "");
  if (follows && !isMemorable(event, judgement)) return true;
  if (foundsOrganisation(event, judgement)) return false;
  const isAlone = event.parties.length === 1 && event.kind !== "declaration" && !isHosted(event);
  if (event.sources.every(({ id }) => pages.register.test(id)))
    return (
      isAlone ||
      !words.notable.test(name) ||
      words.routine.test(name) ||
      (event.kind === "peace-treaty" && words.afterPeace.test(name))
    );
  return !isMemorable(event, judgement) && (isAlone || words.routine.test(name));
}

/** Whether several states founded by it what they belong to, however much of trade, banks or taxes its name speaks. */
function foundsOrganisation(event: Event, { words }: Judgement): boolean {
  if (event.kind !== "treaty-signed" || !words.founding.test(event.name ?? "")) return false;
  return event.parties.length >= FOUNDERS || isHosted(event);
}
const FOUNDERS = 3;

/** Whether all of an occasion is routine. That many states sign one convention on one day is not, though each of them is. */
export function isRoutineOccasion(events: readonly Event[], judgement: Judgement): boolean {
  return !isOpening(events, judgement) && events.every((event) => isRoutine(event, judgement));
}

/** A convention is opened: so many states sign it on that day, in one row or in many, that it is the act of them all. */
export function isOpening(events: readonly Event[], { words }: Judgement): boolean {
  const signed = events.filter(({ kind, name }) => kind === "treaty-signed" && !words.routine.test(name ?? ""));
  return new Set(signed.flatMap(({ parties }) => parties)).size >= MANY;
}

/** From so many on their signatures open a convention. */
export const MANY = 20;

/** The organisation that is founded, joined or left. */
export function organisationOf({ kind, parties }: Event): PartyCode | undefined {
  if (kind === "organisation-founded") return parties[0];
  return kind === "joined" || kind === "left" || kind === "observer" ? parties[1] : undefined;
}
