import { compareCodes } from "../../src/almanac/event-id.ts";
import type { Draft } from "./draft.ts";
import { byPartySet } from "./pairs.ts";
import { readImportTable } from "./tables.ts";

const BREAKS = new Set(["relations-severed", "relations-suspended"]);
const WARS = new Set(["war-declared", "war-began"]);
const RESTORATIONS = new Set(["relations-restored", "relations-established"]);
const STAGES = new Set(["recognition", "relations-restored", "relations-upgraded", "embassy-opened"]);
const FIRST_DAYS = new Set(["independence", "state-founded", "national-day"]);

/**
 * States that had no relations of their own for years (broken-off: those that they had before ended, whoever the other
 * was) or went under and came back as new ones (reborn: what follows is established anew, not restored).
 */
const INTERRUPTED = readImportTable("states-interrupted", ["party", "date", "what", "reason"]);
const STATES_BROKEN_OFF = datesOf("broken-off");
const STATES_REBORN = datesOf("reborn");

/** The Baltic states took up again in 1991 what the annexation of 1940 had broken off. */
const BALTIC = ["EE", "LV", "LT"];

function datesOf(what: string): ReadonlyMap<string, string> {
  const rows = INTERRUPTED.filter(({ cell }) => cell("what") === what);
  return new Map(rows.map(({ cell }) => [cell("party"), cell("date")]));
}

/** What the other facts say about a pair, by which its establishment lines are judged. Pairs are sets as in pairs.ts. */
export interface Background {
  /** Dates on which the pair's relations were broken off or suspended. */
  breaks(pair: string): readonly string[];
  /** Whether the pair had broken off, and not yet taken up again, the relations it had on the first date, by the second. */
  isOpenBreak(pair: string, from: string, to: string): boolean;
  /** Dates on which one of the pair came back as a new state. */
  rebirths(pair: string): readonly string[];
  /** Dates of recognition, restoration and the like between the pair. */
  stages(pair: string): readonly string[];
  /** Whether a line is dated on the first day of one of its own states. */
  isOwnFirstDay(line: Draft): boolean;
  /** Whether the pair is known to have dealt with each other before a break that lies before the date. */
  hadRelationsBefore(pair: string, date: string): boolean;
}

/** What the drafts as a whole say, asked of one pair or line at a time. */
export function backgroundOf(drafts: readonly Draft[]): Background {
  const breaks = byPartySet(drafts.filter(isBreak));
  const restorations = byPartySet(drafts.filter(({ kind }) => RESTORATIONS.has(kind)));
  const stages = byPartySet(drafts.filter(({ kind }) => STAGES.has(kind)));
  const firstDays = new Set(
    drafts
      .filter(({ kind, date }) => FIRST_DAYS.has(kind) && date.length === 10)
      .map(({ parties, date }) => `${parties[0] ?? ""} ${date}`),
  );
  const baltic = balticPairs(drafts);
  const datesIn = (groups: Map<string, Draft[]>, pair: string) => (groups.get(pair) ?? []).map(({ date }) => date);
  const breaksOf = (pair: string) => [...datesIn(breaks, pair), ...datesOfStates(STATES_BROKEN_OFF, pair)];
  return {
    breaks: breaksOf,
    isOpenBreak: (pair, from, to) => {
      const last = breaksOf(pair)
        .filter((date) => from < date && date <= to)
        .sort()
        .at(-1);
      return last !== undefined && !datesIn(restorations, pair).some((date) => last <= date && date < to);
    },
    rebirths: (pair) => datesOfStates(STATES_REBORN, pair),
    stages: (pair) => datesIn(stages, pair),
    isOwnFirstDay: ({ parties, date, facts: [fact] }) =>
      /^(wp-relations|relations-wti|diplomatic-incidents)$/.test(fact.file) &&
      parties.some((party) => firstDays.has(`${party} ${date}`)),
    hadRelationsBefore: (pair, date) => date > "1990" && baltic.has(pair),
  };
}

/** A break between two, or a war: who fights has broken off, whether or not a list says so. */
function isBreak({ kind, parties }: Draft): boolean {
  return BREAKS.has(kind) || (WARS.has(kind) && parties.length === 2);
}

function datesOfStates(table: ReadonlyMap<string, string>, pair: string): readonly string[] {
  return pair.split(" ").flatMap((party) => table.get(party) ?? []);
}

/** Pairs of a Baltic state that dealt with each other between 1918 and 1940, by a treaty, a recognition or a mission. */
function balticPairs(drafts: readonly Draft[]): ReadonlySet<string> {
  const before = drafts.filter(
    ({ parties, date }) =>
      parties.length === 2 &&
      date > "1918" &&
      parties.some((party) => BALTIC.includes(party) && date < (STATES_BROKEN_OFF.get(party) ?? "")),
  );
  return new Set(before.map(({ parties }) => [...parties].sort(compareCodes).join(" ")));
}
