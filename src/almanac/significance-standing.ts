import type { Event } from "./event.ts";
import { isHosted } from "./hosted.ts";
import { witnesses } from "./independence.ts";
import { isMemorable, isRenowned, type Judgement } from "./judgement.ts";
import { familyOf, isAtWar } from "./kind.ts";
import { TWO_SIDED } from "./significance-tables.ts";

/** Before the peace of 1648 there were hardly states with relations as we know them, and the wars before the Congress of 1815 were those of dynasties. */
const WESTPHALIA = 1648;
const VIENNA = 1815;

/** From then on wars made the Europe that the Congress of 1815 settled: their peaces are known. */
const REVOLUTION = 1793;

/** What is left of a peace of those times in our memory: of many states, which ended a war that was everybody's, and of two. */
const OLD_PEACE = { many: 0.4, manyOfTheRevolution: 0.5, two: 0.15, twoOfTheRevolution: 0.6 } as const;
/** And of a war, and of another act. */
const OLD_WAR = { before: 0.15, ofTheRevolution: 0.25 } as const;
const OLD_ACT = 0.5;
/** What was signed from then on until the wars that people remember. */
const FORGOTTEN = 0.75;

function age({ kind, date: { year }, parties }: Event): number {
  if (familyOf(kind) === "statehood" || kind === "organisation-founded") return year < WESTPHALIA ? 0.6 : 1;
  if (year < WESTPHALIA) return 0.06;
  if (year >= VIENNA) return year < REMEMBERED && familyOf(kind) === "treaties" ? FORGOTTEN : 1;
  const before = year < REVOLUTION;
  if (kind === "peace-treaty") {
    if (parties.length > 2) return before ? OLD_PEACE.many : OLD_PEACE.manyOfTheRevolution;
    return before ? OLD_PEACE.two : OLD_PEACE.twoOfTheRevolution;
  }
  if (familyOf(kind) === "conflict") return before ? OLD_WAR.before : OLD_WAR.ofTheRevolution;
  return OLD_ACT;
}

/** Wars since then are remembered by those whose countries they were, whoever lists them, and by those who saw them most. */
const REMEMBERED = 1914;
const SEEN = 1946;

/** What an event is worth that only lists of everything have, or a war that people remember. */
function listing({ kind, date: { year } }: Event): number {
  if (familyOf(kind) === "conflict") return year < REMEMBERED ? 0.4 : year < SEEN ? 0.7 : 1;
  return 0.5;
}

/** A longer name describes what was agreed: what matters most goes by a short one. */
const SENTENCE = 90;

/** What it is worth that everybody knows an act, a war, a founding or the birth of a state by its name, however old; and that a page holds it memorable. */
const RENOWNED = { act: 3, war: 1.7, birth: 1.7 } as const;
const MEMORABLE = { act: 1.8, war: 1.45, birth: 1.2 } as const;

/** What its sources make of it: memorable, one among others, or one entry of a register. */
export function standing(event: Event, judgement: Judgement): number {
  const { pages } = judgement;
  const family = familyOf(event.kind);
  const lists = family !== "statehood" && event.kind !== "organisation-founded";
  const sort = isAtWar(event.kind) ? "war" : lists || event.kind === "territory-transferred" ? "act" : "birth";
  const charter = event.kind === "treaty-signed" && event.parties.length > 3 && event.name !== undefined;
  const memorable = isMemorable(event, judgement);
  const listed = event.sources.every(({ id }) => pages.list.test(id));
  const sentence = event.kind !== "joint-statement" && (event.name?.length ?? 0) > SENTENCE ? 0.4 : 1;
  const oneSided = event.parties.length === 1 && TWO_SIDED.has(event.kind) && !isHosted(event) ? 0.2 : 1;
  const entry = event.kind === "peace-treaty" && event.sources.every(({ id }) => pages.register.test(id)) ? 0.3 : 1;
  const kept = memorable ? MEMORABLE[sort] : listed && lists && !charter ? listing(event) : 1;
  const renowned = isRenowned(event, judgement);
  return (
    (renowned ? RENOWNED[sort] : kept) *
    sentence *
    (renowned ? 1 : age(event)) *
    oneSided *
    entry *
    (event.confidence === "medium" ? 0.75 : 1) *
    (1 + 0.05 * Math.min(4, Math.max(0, witnesses(event.sources) - 1)))
  );
}
