import type { Event } from "./event.ts";
import { witnesses } from "./independence.ts";
import { familyOf } from "./kind.ts";
import { isMemorable } from "./routine.ts";
import { LISTING, REGISTER, TWO_SIDED } from "./significance-tables.ts";

/** Before the peace of 1648 there were hardly states with relations as we know them, and the wars before the Congress of 1815 were those of dynasties. */
const WESTPHALIA = 1648;
const VIENNA = 1815;

/** From then on wars made the Europe that the Congress of 1815 settled: their peaces are known. */
const REVOLUTION = 1793;

/** What is left of a peace of those times in our memory: of many states, which ended a war that was everybody's, and of two. */
const OLD_PEACE = { many: 0.9, two: 0.2, twoOfTheRevolution: 0.5 } as const;

function age({ kind, date: { year }, parties }: Event): number {
  if (kind === "national-day") return year < REVOLUTION ? 0.2 : 1;
  if (familyOf(kind) === "statehood" || kind === "organisation-founded") return year < WESTPHALIA ? 0.6 : 1;
  if (year < WESTPHALIA) return 0.15;
  if (year >= VIENNA) return 1;
  if (kind !== "peace-treaty") return familyOf(kind) === "conflict" ? 0.4 : year < REVOLUTION ? 0.6 : 1;
  if (parties.length > 2) return OLD_PEACE.many;
  return year < REVOLUTION ? OLD_PEACE.two : OLD_PEACE.twoOfTheRevolution;
}

/** Wars since then are remembered by those whose countries they were, whoever lists them, and by those who saw them most. */
const REMEMBERED = 1914;
const SEEN = 1946;

/** What an event is worth that only lists of everything have: one of them, or two, or a war that people remember. */
function listing({ kind, date: { year }, sources }: Event): number {
  if (familyOf(kind) === "conflict") return year < REMEMBERED ? 0.4 : year < SEEN ? 0.7 : 0.85;
  return witnesses(sources) > 1 ? 0.6 : 0.5;
}

/** A longer name describes what was agreed: what matters most goes by a short one. */
const SENTENCE = 90;

/** What its sources make of it: memorable, one among others, or one entry of a register. */
export function standing(event: Event): number {
  const lists = familyOf(event.kind) !== "statehood" && event.kind !== "organisation-founded";
  const charter = familyOf(event.kind) === "treaties" && event.parties.length > 3 && event.name !== undefined;
  const memorable = isMemorable(event);
  const listed = event.sources.every(({ id }) => LISTING.test(id));
  const sentence = event.kind !== "joint-statement" && (event.name?.length ?? 0) > SENTENCE ? 0.4 : 1;
  const oneSided = event.parties.length === 1 && TWO_SIDED.has(event.kind) ? 0.2 : 1;
  const entry = event.kind === "peace-treaty" && event.sources.every(({ id }) => REGISTER.test(id)) ? 0.3 : 1;
  const kept = memorable ? (lists ? 1.8 : 1.2) : listed && lists && !charter ? listing(event) : 1;
  return (
    kept *
    sentence *
    age(event) *
    oneSided *
    entry *
    (event.confidence === "medium" ? 0.75 : 1) *
    (1 + 0.05 * Math.min(4, Math.max(0, witnesses(event.sources) - 1)))
  );
}
