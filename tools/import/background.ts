import { compareCodes } from "../../src/almanac/event-id.ts";
import type { Draft } from "./draft.ts";
import { byPartySet } from "./pairs.ts";

const BREAKS = new Set(["relations-severed", "relations-suspended"]);
const STAGES = new Set(["recognition", "relations-restored", "relations-upgraded", "embassy-opened"]);
const FIRST_DAYS = new Set(["independence", "state-founded", "national-day"]);

/** The Baltic states took up again in 1991 what the annexation of 1940 had broken off. */
const BALTIC = ["EE", "LV", "LT"];
const BALTIC_ANNEXATION = "1940-08-06";

/** What the other facts say about a pair, by which its establishment lines are judged. Pairs are sets as in pairs.ts. */
export interface Background {
  /** Dates on which the pair's relations were broken off or suspended. */
  breaks(pair: string): readonly string[];
  /** Dates of recognition, restoration and the like between the pair. */
  stages(pair: string): readonly string[];
  /** Whether a line is dated on the first day of one of its own states. */
  isOwnFirstDay(line: Draft): boolean;
  /** Whether the pair is known to have dealt with each other before a break that lies before the date. */
  hadRelationsBefore(pair: string, date: string): boolean;
}

export function backgroundOf(drafts: readonly Draft[]): Background {
  const breaks = byPartySet(drafts.filter(({ kind }) => BREAKS.has(kind)));
  const stages = byPartySet(drafts.filter(({ kind }) => STAGES.has(kind)));
  const firstDays = new Set(
    drafts
      .filter(({ kind, date }) => FIRST_DAYS.has(kind) && date.length === 10)
      .map(({ parties, date }) => `${parties[0] ?? ""} ${date}`),
  );
  const baltic = balticPairs(drafts);
  const datesOf = (groups: Map<string, Draft[]>, pair: string) => (groups.get(pair) ?? []).map(({ date }) => date);
  return {
    breaks: (pair) => [...datesOf(breaks, pair), ...(isBaltic(pair) ? [BALTIC_ANNEXATION] : [])],
    stages: (pair) => datesOf(stages, pair),
    isOwnFirstDay: ({ parties, date, facts: [fact] }) =>
      /^(wp-relations|relations-wti|diplomatic-incidents)$/.test(fact.file) &&
      parties.some((party) => firstDays.has(`${party} ${date}`)),
    hadRelationsBefore: (pair, date) => date > "1990" && baltic.has(pair),
  };
}

function isBaltic(pair: string): boolean {
  return pair.split(" ").some((party) => BALTIC.includes(party));
}

/** Pairs of a Baltic state that dealt with each other between 1918 and 1940, by a treaty, a recognition or a mission. */
function balticPairs(drafts: readonly Draft[]): ReadonlySet<string> {
  const before = drafts.filter(
    ({ parties, date }) =>
      parties.length === 2 &&
      date > "1918" &&
      date < BALTIC_ANNEXATION &&
      parties.some((party) => BALTIC.includes(party)),
  );
  return new Set(before.map(({ parties }) => [...parties].sort(compareCodes).join(" ")));
}
