import type { Confidence, Person } from "../../src/almanac/event.ts";
import type { Kind } from "../../src/almanac/kind.ts";
import type { Reference } from "./collections.ts";
import type { Fact } from "./fact.ts";
import { FACT_FILES } from "./fact-files.ts";
import { uniquePages } from "./references.ts";

/** An event in the making: what one fact says, or what several facts say together (the first leads). */
export interface Draft {
  readonly facts: readonly [Fact, ...Fact[]];
  readonly date: string;
  readonly end: string | undefined;
  readonly kind: Kind;
  readonly parties: readonly string[];
  /** Those of a treaty of many whom it is about. */
  readonly principals?: readonly string[];
  readonly namesThen: ReadonlyMap<string, string>;
  readonly name: string | undefined;
  readonly people: readonly Person[];
  readonly place: string | undefined;
  readonly rank: string | undefined;
  readonly first: boolean;
  readonly note: string | undefined;
  readonly otherDates: readonly string[];
  readonly references: readonly Reference[];
  readonly confidence: Confidence;
  /** Drafts that were events of their own when ids were first given out: theirs lead here. */
  readonly doubles?: readonly Draft[];
}

/** Sorts drafts, that of the most trusted file first; within a file, in its order. */
export function byTrust({ facts: [a] }: Draft, { facts: [b] }: Draft): number {
  return FACT_FILES.indexOf(a.file) - FACT_FILES.indexOf(b.file) || a.line - b.line;
}

/** Enough for a reader to check a fact; more would only fill the line. */
const MOST_REFERENCES = 4;
const MOST_OTHER_DATES = 4;

/** One event of two drafts that say the same: the leader's words stand, the other fills gaps and adds its sources. */
export function combine(leader: Draft, other: Draft): Draft {
  const date = isMoreExact(other, leader) ? other.date : leader.date;
  const dates = [...leader.otherDates, other.date, ...other.otherDates].filter((given) => !covers(given, date));
  return {
    facts: [...leader.facts, ...other.facts],
    date,
    end: leader.end ?? (other.date === leader.date ? other.end : undefined),
    kind: leader.kind,
    parties: leader.parties,
    namesThen: isSameYear(leader, other) ? new Map([...other.namesThen, ...leader.namesThen]) : leader.namesThen,
    name: leader.name ?? other.name,
    people: leader.people.length > 0 ? leader.people : other.people,
    place: leader.place ?? other.place,
    rank: leader.rank ?? other.rank,
    first: leader.first || other.first,
    note: leader.note ?? other.note,
    otherDates: [...new Set(dates)].sort().slice(0, MOST_OTHER_DATES),
    references: uniquePages([...leader.references, ...other.references]).slice(0, MOST_REFERENCES),
    confidence: leader.confidence,
    doubles: [...(leader.doubles ?? []), ...(other.doubles ?? [])],
  };
}

/** Names change with the years: what one date says of them need not be so on another. */
function isSameYear(a: Draft, b: Draft): boolean {
  return a.date.slice(0, 4) === b.date.slice(0, 4);
}

/** Whether one draft knows the day of what the other knows to the month or year. Facts read by hand stay as they are. */
function isMoreExact(other: Draft, leader: Draft): boolean {
  return leader.facts[0].file !== "seeds" && other.date.length > leader.date.length && covers(leader.date, other.date);
}

/** Whether a date says no more than another and nothing else: 1992 covers 1992-08-25. */
export function covers(wide: string, narrow: string): boolean {
  return narrow === wide || narrow.startsWith(`${wide}-`);
}
