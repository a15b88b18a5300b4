import { compareCodes } from "../../src/almanac/event-id.ts";
import type { Background } from "./background.ts";
import { combine, type Draft } from "./draft.ts";
import { partySet, yearsBetween } from "./pairs.ts";
import { readImportTable } from "./tables.ts";
import type { Tally } from "./tally.ts";

interface Succession {
  readonly before: string;
  readonly after: string;
  /** Only lines with such a note: the rest tell of relations of their own. */
  readonly noted: string;
}

/**
 * Under another name or in a union, but the same relations: treaties and envoys went on without being agreed anew. Not
 * here are states that others dealt with as a new or as another partner: Korea after the Empire, both Germanies, both
 * Vietnams, the Czech Republic and Slovakia, Turkey after the war, Italy after Sardinia, Germany after Prussia, the Chinese
 * People's Republic, Syria after the United Arab Republic, Russia's Empire and the Soviets.
 */
const SUCCESSIONS: readonly Succession[] = readImportTable("successions", ["before", "after", "noted", "reason"]).map(
  ({ cell }) => ({ before: cell("before"), after: cell("after"), noted: cell("noted") }),
);
const DISPUTED_YEARS = 4;
/** Files in which a person read each fact: what they say of a successor stands. */
const READ_BY_HAND: ReadonlySet<string> = new Set(["seeds", "us-relations"]);

/**
 * One headline establishment a pair and lineage: where relations went on under a successor, a later "establishment" is
 * another date of the first, or a restoration if they had been broken off, or left out.
 */
export function mergeSuccessors(lines: readonly Draft[], background: Background, tally: Tally): readonly Draft[] {
  const byPair = new Map(lines.filter(isEstablished).map((line) => [partySet(line.parties), line]));
  const merged = new Map<Draft, Draft>();
  const gone = new Set<Draft>();
  for (const line of lines.filter(isEstablished)) {
    const first = predecessor(line, byPair);
    if (first === undefined || READ_BY_HAND.has(line.facts[0].file)) continue;
    if (isBroken(first, line, background)) {
      tally.count(line.facts[0].file, "changed to relations-restored: the predecessor had relations before");
      merged.set(line, { ...line, kind: "relations-restored" });
      continue;
    }
    gone.add(line);
    if (yearsBetween(first.date, line.date) > DISPUTED_YEARS) {
      tally.count(line.facts[0].file, "dropped: the relations of the predecessor went on");
      continue;
    }
    tally.merged(first, line, "the relations of the predecessor went on, the date noted");
    merged.set(first, { ...combine(merged.get(first) ?? first, line), note: first.note });
  }
  return lines.filter((line) => !gone.has(line)).map((line) => merged.get(line) ?? line);
}

function isEstablished({ kind }: Draft): boolean {
  return kind === "relations-established";
}

/** The pair as its predecessors and successors had it: the set of parties itself, and that with each of them replaced. */
export function lineagesOf(parties: readonly string[]): readonly string[] {
  const others = SUCCESSIONS.flatMap(({ before, after }) =>
    parties.flatMap((party) => {
      const other = party === after ? before : party === before ? after : undefined;
      return other === undefined ? [] : [partySet(parties.map((each) => (each === party ? other : each)))];
    }),
  );
  return [...new Set([partySet(parties), ...others])];
}

/** The establishment by a predecessor of one of the two, where that is the earlier. */
function predecessor(line: Draft, byPair: ReadonlyMap<string, Draft>): Draft | undefined {
  return SUCCESSIONS.filter(({ after }) => line.parties.includes(after))
    .map(({ before, after, noted }) => {
      const pair = line.parties.map((party) => (party === after ? before : party)).sort(compareCodes);
      const first = byPair.get(pair.join(" "));
      const isMeant = (line.note ?? "").includes(noted);
      return first !== undefined && isMeant && first.date < line.date ? first : undefined;
    })
    .find((first) => first !== undefined);
}

function isBroken(first: Draft, line: Draft, background: Background): boolean {
  return [first, line].some(({ parties }) => background.isOpenBreak(partySet(parties), first.date, line.date));
}
