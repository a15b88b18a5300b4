import { type Background, backgroundOf } from "./background.ts";
import { combine, covers, type Draft } from "./draft.ts";
import { byPartySet, daysBetween, yearsBetween } from "./pairs.ts";
import { mergeSuccessors } from "./successors.ts";
import type { Tally } from "./tally.ts";
import { trust } from "./trust.ts";

const SAME_EVENT_DAYS = 2;
/**
 * Dates further apart than this are not one date given in two ways but two stages of a long history. Among the pairs
 * with several dates the number falls from 34 that are four years apart to 11 that are five, and stays there.
 */
const DISPUTED_YEARS = 4;

/**
 * One headline establishment a pair: the best line wins, the other dates are noted on it. A line after a break is a
 * restoration; a losing line on the day of another stage (recognition ...) is that stage and adds no date.
 */
export function headlines(drafts: readonly Draft[], tally: Tally): readonly Draft[] {
  const background = backgroundOf(drafts);
  const pairs = byPartySet(drafts.filter(({ kind }) => kind === "relations-established"));
  const settled = [...pairs].flatMap(([pair, lines]) => settle(pair, lines, background, tally));
  const chosen = mergeSuccessors(settled, background, tally);
  return [...chosen, ...drafts.filter(({ kind }) => kind !== "relations-established")];
}

function settle(pair: string, lines: readonly Draft[], background: Background, tally: Tally): readonly Draft[] {
  const breaks = [...background.breaks(pair), ...background.rebirths(pair)];
  const weighed = lines.map((line) => ({ line, trust: trust(line, background.isOwnFirstDay(line)) }));
  weighed.sort((a, b) => b.trust - a.trust || (a.line.date < b.line.date ? -1 : 1));
  const [best, ...rest] = weighed.map(({ line }) => doubt(line, background, tally));
  if (best === undefined) return [];
  const apart = rest.filter((line) => isAnotherPeriod(line, best, breaks));
  const periods = firstOfEach([best, ...apart], breaks).sort((a, b) => (a.date < b.date ? -1 : 1));
  const isRestored = (line: Draft, before: Draft | undefined) =>
    before === undefined
      ? background.hadRelationsBefore(pair, line.date)
      : !isOwnWord(line) && !isBroken(background.rebirths(pair), before.date, line.date);
  const settled = periods.map((line, index) => (isRestored(line, periods[index - 1]) ? restored(line, tally) : line));
  for (const line of rest.filter((other) => !periods.includes(other))) {
    const home = nearest(periods, line.date);
    settled[home] = merge(settled[home] ?? best, line, background.stages(pair), tally);
  }
  return settled;
}

/** The US Historian tells a restoration from an establishment; its word stands. */
function isOwnWord({ facts: [{ file }] }: Draft): boolean {
  return file === "us-relations";
}

/** A line on the first day of one of its states is suspect: it is often that day and not that of the relations. */
function doubt(line: Draft, background: Background, tally: Tally): Draft {
  if (line.confidence !== "high" || !background.isOwnFirstDay(line)) return line;
  tally.count(line.facts[0].file, "changed to medium: the date is a party's own first day");
  return { ...line, confidence: "medium" };
}

/** Whether a line tells of other relations than the best one: a break between, or as well attested and years away. */
function isAnotherPeriod(line: Draft, best: Draft, breaks: readonly string[]): boolean {
  if (line.confidence === "low" || covers(line.date, best.date)) return false;
  if (isBroken(breaks, line.date, best.date)) return true;
  return (
    yearsBetween(line.date, best.date) > 1 &&
    line.confidence === "high" &&
    best.confidence === "high" &&
    line.facts[0].file === best.facts[0].file
  );
}

/** The best line of each period; the lines come best first. */
function firstOfEach(lines: readonly Draft[], breaks: readonly string[]): Draft[] {
  const chosen: Draft[] = [];
  for (const line of lines) {
    const rival = chosen.find((other) => !isAnotherPeriod(line, other, breaks));
    if (rival === undefined) chosen.push(line);
  }
  return chosen;
}

/** Whether a break of relations lies between two dates. */
function isBroken(breaks: readonly string[], a: string, b: string): boolean {
  const [from, to] = a < b ? [a, b] : [b, a];
  return breaks.some((date) => from < date && date <= to);
}

function restored(line: Draft, tally: Tally): Draft {
  tally.count(line.facts[0].file, "changed to relations-restored: the pair had relations before");
  return { ...line, kind: "relations-restored" };
}

function nearest(periods: readonly Draft[], date: string): number {
  const distances = periods.map((period) => yearsBetween(period.date, date));
  return distances.indexOf(Math.min(...distances));
}

function merge(headline: Draft, line: Draft, stages: readonly string[], tally: Tally): Draft {
  const { file, note } = line.facts[0];
  const [how, isMerged] = relationOf(headline, line, stages, note ?? "");
  if (isMerged) tally.merged(headline, line, how);
  else tally.count(file, `dropped: ${how}`);
  return isMerged ? combine(headline, line) : headline;
}

function relationOf(
  headline: Draft,
  line: Draft,
  stages: readonly string[],
  note: string,
): [how: string, isMerged: boolean] {
  if (line.date === headline.date) return ["same fact, same date", true];
  if (covers(line.date, headline.date) || covers(headline.date, line.date))
    return ["same fact, one date less precise", true];
  if (daysBetween(line.date, headline.date) <= SAME_EVENT_DAYS)
    return ["at most two days apart, the other date noted", true];
  if (stages.some((date) => daysBetween(date, line.date) <= SAME_EVENT_DAYS))
    return ["the date of another stage of relations, kept under that kind", false];
  if (line.confidence === "low" && note.includes("earlier than ")) return ["before the state existed", false];
  if (yearsBetween(line.date, headline.date) > DISPUTED_YEARS)
    return ["more than four years from the headline and no break known: another stage of relations", false];
  return ["another establishment of the pair, its date noted", true];
}
