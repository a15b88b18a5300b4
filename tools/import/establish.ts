import { combine, covers, type Draft } from "./draft.ts";
import { byPartySet, daysBetween } from "./pairs.ts";
import type { Tally } from "./tally.ts";

const SAME_EVENT_DAYS = 2;
const BREAKS = new Set(["relations-severed", "relations-suspended"]);
const OTHER_STAGES = new Set(["recognition", "relations-restored", "relations-upgraded", "embassy-opened"]);

/**
 * One headline establishment a pair: the best line wins, the other dates are noted on it. A line after a break is a
 * restoration; a losing line on the day of another stage (recognition ...) is that stage and adds no date.
 */
export function headlines(drafts: readonly Draft[], tally: Tally): readonly Draft[] {
  const pairs = byPartySet(drafts.filter(({ kind }) => kind === "relations-established"));
  const around = byPartySet(drafts.filter(({ kind }) => BREAKS.has(kind) || OTHER_STAGES.has(kind)));
  const chosen = [...pairs].flatMap(([pair, lines]) => settle(lines, around.get(pair) ?? [], tally));
  return [...chosen, ...drafts.filter(({ kind }) => kind !== "relations-established")];
}

function settle(lines: readonly Draft[], around: readonly Draft[], tally: Tally): readonly Draft[] {
  const breaks = around.filter(({ kind }) => BREAKS.has(kind)).map(({ date }) => date);
  const stages = around.filter(({ kind }) => OTHER_STAGES.has(kind)).map(({ date }) => date);
  const [best, ...rest] = [...lines].sort(better);
  if (best === undefined) return [];
  const apart = rest.filter((line) => line.confidence !== "low" && isBroken(breaks, line.date, best.date));
  const periods = [best, ...apart].sort((a, b) => (a.date < b.date ? -1 : 1));
  const settled = periods.map((line, index) => (index === 0 ? line : restored(line, tally)));
  for (const line of rest.filter((other) => !apart.includes(other))) {
    const home = settled.indexOf(nearest(settled, line.date));
    settled[home] = merge(settled[home] ?? best, line, stages, tally);
  }
  return settled;
}

/** Whether a break of relations lies between two dates. */
function isBroken(breaks: readonly string[], a: string, b: string): boolean {
  const [from, to] = a < b ? [a, b] : [b, a];
  return breaks.some((date) => from < date && date <= to);
}

function restored(line: Draft, tally: Tally): Draft {
  tally.count(line.facts[0].file, "changed to relations-restored: the pair had relations before, and broke them");
  return { ...line, kind: "relations-restored" };
}

function nearest(settled: readonly Draft[], date: string): Draft {
  const year = Number(date.slice(0, 4));
  return settled.reduce((a, b) => (distance(a, year) <= distance(b, year) ? a : b));
}

function distance({ date }: Draft, year: number): number {
  return Math.abs(Number(date.slice(0, 4)) - year);
}

function merge(headline: Draft, line: Draft, stages: readonly string[], tally: Tally): Draft {
  const file = line.facts[0].file;
  if (line.date === headline.date) {
    tally.count(file, "merged: same fact, same date");
    return combine(headline, line);
  }
  if (covers(line.date, headline.date)) {
    tally.count(file, "merged: same fact, the date less precise");
    return combine(headline, line);
  }
  if (daysBetween(line.date, headline.date) <= SAME_EVENT_DAYS) {
    tally.count(file, "merged: at most two days apart, the other date noted");
    return combine(headline, line);
  }
  const isStage = stages.some((date) => daysBetween(date, line.date) <= SAME_EVENT_DAYS);
  const isImpossible = line.facts[0].note?.includes("earlier than ") === true && line.confidence === "low";
  if (isStage || isImpossible) {
    tally.count(
      file,
      isStage ? "dropped: the date of another stage of relations, kept under that kind" : "dropped: before the state",
    );
    return headline;
  }
  tally.count(file, "merged: another establishment of the pair, its date noted");
  return combine(headline, line);
}

/** Sorts the lines of a pair, the one to believe first; between equals the earliest. */
function better(a: Draft, b: Draft): number {
  return trust(b) - trust(a) || (a.date < b.date ? -1 : 1);
}

/** How far to believe a line (README of the facts, "Merging: what measured best"). */
function trust({ facts: [fact], confidence, parties, date }: Draft): number {
  if (fact.file === "seeds") return 100;
  if (confidence === "low") return 0;
  const note = fact.note ?? "";
  const isDay = date.length === 10 ? 2 : 0;
  if (fact.file === "us-relations" && parties.includes("US")) return 80 + isDay;
  if (note.includes("PRC foreign ministry list")) return 70;
  if (note.includes("other stage of relations") || note.includes("predecessor or earlier regime")) return 10 + isDay;
  const isBacked = note.includes("also in the bilateral table") ? 5 : 0;
  return (confidence === "high" ? 50 : 30) + isBacked + isDay;
}
