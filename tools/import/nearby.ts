import { CONFIDENCES } from "../../src/almanac/event.ts";
import { familyOf, type Kind } from "../../src/almanac/kind.ts";
import { byTrust, combine, covers, type Draft } from "./draft.ts";
import { daysBetween, partySet } from "./pairs.ts";
import type { Tally } from "./tally.ts";
import { isFirstFighting } from "./war-starts.ts";

/**
 * Within how many days two dates of one kind between the same parties are the same event told twice, unless its
 * opposite lies between them. Recognition, admission to an organisation and the end of relations happen once until
 * they are undone; embassies and consulates open and close by town; the rest may happen again soon.
 */
const WINDOWS: Readonly<Partial<Record<Kind, number>>> = {
  recognition: 366,
  "relations-severed": 366,
  "relations-suspended": 366,
  "relations-restored": 366,
  "relations-upgraded": 366,
  "embassy-opened": 31,
  "embassy-closed": 31,
  "consulate-opened": 31,
  "consulate-closed": 31,
  "mission-opened": 31,
  "mission-closed": 2,
  expulsion: 2,
  joined: 100_000,
  left: 100_000,
  independence: 31,
  "state-founded": 31,
  "state-dissolved": 31,
  "national-day": 0,
  "organisation-founded": 366,
  unification: 31,
  "alliance-formed": 2,
  "alliance-ended": 31,
  "war-declared": 2,
  "war-began": 14,
  armistice: 2,
  "peace-treaty": 2,
  "fighting-ended": 2,
  "troops-deployed": 2,
  summit: 2,
  incident: 2,
  declaration: 2,
  "joint-statement": 2,
  "ambassador-recalled": 2,
  visit: 2,
};

/** What undoes a kind, so that it can happen again. */
const OPPOSITES: Readonly<Partial<Record<Kind, readonly Kind[]>>> = {
  recognition: ["relations-severed"],
  "relations-severed": ["relations-restored", "relations-established"],
  "relations-suspended": ["relations-restored"],
  "relations-restored": ["relations-severed", "relations-suspended"],
  "embassy-opened": ["embassy-closed"],
  "embassy-closed": ["embassy-opened"],
  "consulate-opened": ["consulate-closed"],
  "consulate-closed": ["consulate-opened"],
  joined: ["left"],
  left: ["joined"],
};

/** Kinds about one state: who else is named does not make it another event. */
const FIRST_PARTY_COUNTS: ReadonlySet<Kind> = new Set<Kind>([
  "independence",
  "state-founded",
  "state-dissolved",
  "national-day",
  "unification",
]);

/** One event of drafts of one kind and the same parties on nearby dates; the first in the order given leads. */
export function mergeNearby(drafts: readonly Draft[], tally: Tally): readonly Draft[] {
  const groups = Map.groupBy(drafts, groupOf);
  const dates = Map.groupBy(drafts, (draft) => `${draft.kind} ${partySet(draft.parties)}`);
  return [...groups.values()].flatMap((unsorted) => {
    const group = unsorted.toSorted((a, b) => weight(a) - weight(b) || byTrust(a, b));
    const [{ kind, parties } = { kind: "summit" as const, parties: [] }] = group;
    const opposites = (OPPOSITES[kind] ?? []).flatMap((other) => dates.get(`${other} ${partySet(parties)}`) ?? []);
    return mergeGroup(
      group,
      opposites.map(({ date }) => date),
      tally,
    );
  });
}

/**
 * What leads before the order of the files does: the US Historian for the United States, and what is surely so; the entry
 * into combat comes last.
 */
function weight(draft: Draft): number {
  const {
    facts: [{ file }],
    parties,
    kind,
    confidence,
  } = draft;
  if (file === "seeds" || file === "great-events") return 0;
  if (file === "us-relations" && parties.includes("US")) return 1;
  const isOutOfField = file === "us-relations" && familyOf(kind) === "statehood";
  return (
    2 + CONFIDENCES.indexOf(confidence) * 2 + (isOutOfField || (kind === "war-began" && isFirstFighting(draft)) ? 1 : 0)
  );
}

function mergeGroup(group: readonly Draft[], opposites: readonly string[], tally: Tally): readonly Draft[] {
  const kept: Draft[] = [];
  for (const draft of group) {
    const at = kept.findIndex((other) => isSameEvent(other, draft, opposites));
    const there = kept[at];
    if (there === undefined) {
      kept.push(draft);
      continue;
    }
    tally.merged(there, draft, why(there, draft));
    kept[at] = widest(there, draft);
  }
  return kept;
}

function why(leader: Draft, other: Draft): string {
  if (leader.date === other.date) return "same fact, same date";
  if (covers(other.date, leader.date)) return "same fact, the date less precise";
  return daysBetween(leader.date, other.date) <= 2
    ? "at most two days apart, the other date noted"
    : "nearby date noted, nothing came between";
}

/** Combined, with the longer list of parties: independence from a named state says more. */
function widest(leader: Draft, other: Draft): Draft {
  const merged = combine(leader, other);
  return other.parties.length > leader.parties.length ? { ...merged, parties: other.parties } : merged;
}

function isSameEvent(a: Draft, b: Draft, opposites: readonly string[]): boolean {
  if (covers(a.date, b.date) || covers(b.date, a.date)) return true;
  const [from, to] = a.date < b.date ? [a.date, b.date] : [b.date, a.date];
  const window = WINDOWS[a.kind] ?? 0;
  const days = daysBetween(from, to);
  const isClose = Number.isFinite(days)
    ? days <= window
    : window >= 366 && Number(to.slice(0, 4)) - Number(from.slice(0, 4)) <= window / 366;
  return isClose && !opposites.some((date) => from < date && date < to);
}

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

/** Drafts that could be the same event: of one kind, the same parties, and what else tells events apart. */
function groupOf({ kind, parties, place, name }: Draft): string {
  if (BY_DIRECTION.has(kind)) return `${kind} ${parties.join(" ")}`;
  const who = FIRST_PARTY_COUNTS.has(kind) ? (parties[0] ?? "") : partySet(parties);
  const what = (BY_PLACE.has(kind) && place) || (BY_NAME.has(kind) && name) || "";
  return `${kind} ${who} ${what}`;
}
