import { KINDS, type Kind } from "../../src/almanac/kind.ts";
import { ONCE } from "../../src/almanac/once.ts";
import type { Draft } from "./draft.ts";
import { partySet } from "./pairs.ts";

/** Of what happens once, establishments have rules of their own (establish.ts). */
const ONCE_KINDS = KINDS.filter((kind) => kind in ONCE && kind !== "relations-established");

/**
 * Sources disagree by so much about what happened once; a later date is history repeating itself (Pakistan in the Commonwealth,
 * 1947 and 1989), even where no collected file tells what came between: the check then asks for it.
 */
const DISPUTED_DAYS = 4 * 366;

/**
 * Within how many days two dates of one kind between the same parties are the same event told twice, unless its
 * opposite lies between them. Recognition, admission to an organisation and the end of relations happen once until
 * they are undone; embassies and consulates open and close by town; the rest may happen again soon.
 */
export const WINDOWS: Readonly<Partial<Record<Kind, number>>> = {
  recognition: 366,
  ...Object.fromEntries(ONCE_KINDS.map((kind) => [kind, Math.min(ONCE[kind]?.days ?? 0, DISPUTED_DAYS)])),
  "relations-upgraded": 366,
  "embassy-opened": 31,
  "embassy-closed": 31,
  "consulate-opened": 31,
  "consulate-closed": 31,
  "mission-opened": 31,
  "mission-closed": 2,
  expulsion: 2,
  independence: 31,
  "state-founded": 31,
  "state-dissolved": 31,
  "national-day": 0,
  "organisation-founded": 366,
  unification: 31,
  "war-declared": 2,
  "war-began": 14,
  "fighting-ended": 2,
  "troops-deployed": 2,
  summit: 2,
  incident: 2,
  declaration: 2,
  "joint-statement": 2,
  "ambassador-recalled": 2,
};

/** What undoes a kind, so that it can happen again. */
export const OPPOSITES: Readonly<Partial<Record<Kind, readonly Kind[]>>> = {
  recognition: ["relations-severed"],
  ...Object.fromEntries(ONCE_KINDS.map((kind) => [kind, ONCE[kind]?.undoneBy])),
  "embassy-opened": ["embassy-closed"],
  "embassy-closed": ["embassy-opened"],
  "consulate-opened": ["consulate-closed"],
  "consulate-closed": ["consulate-opened"],
  "mission-opened": ["mission-closed"],
  "mission-closed": ["mission-opened"],
  independence: ["state-dissolved"],
  "state-founded": ["state-dissolved"],
  "state-dissolved": ["state-founded", "independence"],
  "organisation-founded": ["organisation-dissolved"],
  "troops-deployed": ["troops-withdrawn"],
  "war-declared": ["fighting-ended"],
  "war-began": ["fighting-ended"],
  "fighting-ended": ["war-declared", "war-began"],
};

/** Kinds about one state: who else is named does not make it another event. */
const FIRST_PARTY_COUNTS: ReadonlySet<Kind> = new Set<Kind>([
  "independence",
  "state-founded",
  "state-dissolved",
  "national-day",
  "unification",
]);

const BY_DIRECTION: ReadonlySet<Kind> = new Set<Kind>([
  "recognition",
  "expulsion",
  "ambassador-recalled",
  "war-declared",
  "embassy-opened",
  "embassy-closed",
]);
const BY_PLACE: ReadonlySet<Kind> = new Set<Kind>(["consulate-opened", "consulate-closed"]);
const BY_NAME: ReadonlySet<Kind> = new Set<Kind>(["national-day", "declaration", "mission-closed"]);

/** Whose event it is, whatever the order of the parties: what undoes it is of the same. */
export function whoOf({ kind, parties }: Pick<Draft, "kind" | "parties">): string {
  return FIRST_PARTY_COUNTS.has(kind) ? (parties[0] ?? "") : partySet(parties);
}

/** Drafts that could be the same event: of one kind, the same parties, and what else tells events apart. */
export function groupOf({ kind, parties, place, name }: Draft): string {
  if (BY_DIRECTION.has(kind)) return `${kind} ${parties.join(" ")}`;
  const who = whoOf({ kind, parties });
  const what = (BY_PLACE.has(kind) && place) || (BY_NAME.has(kind) && name) || "";
  return `${kind} ${who} ${what}`;
}
