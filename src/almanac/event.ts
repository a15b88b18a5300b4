import type { PartialDate } from "./date.ts";
import type { Kind } from "./kind.ts";
import type { PartyCode } from "./party.ts";
import type { Grade } from "./publishers.ts";

/** Stable and readable, derived from the content: be-kr-1901-03-23-treaty-signed. */
export type EventId = string;

/** A page that says so, and who answers for it (data/publishers.csv). */
export interface Source {
  readonly id: string;
  readonly name: string;
  readonly url: string;
  readonly publisher: string;
  readonly grade?: Grade;
}

export interface Person {
  readonly name: string;
  readonly office?: string;
}

export const CONFIDENCES = ["high", "medium", "low"] as const;
export type Confidence = (typeof CONFIDENCES)[number];

/** One dated diplomatic fact. */
export interface Event {
  readonly id: EventId;
  readonly date: PartialDate;
  /** The last day of an event of several days. */
  readonly end?: PartialDate;
  readonly kind: Kind;
  /** At least one, in the order the kind demands (kind.ts). */
  readonly parties: readonly [PartyCode, ...PartyCode[]];
  /** Those of more than four parties whom it is about, such as the loser of a peace; they stand first among the parties. */
  readonly principals?: readonly PartyCode[];
  /** The name a party bore then, where it is not today's: Ceylon, Russian Empire. */
  readonly namesThen: Readonly<Record<PartyCode, string>>;
  /** The proper name of a treaty, conference, war or day. */
  readonly name?: string;
  readonly people: readonly Person[];
  readonly place?: string;
  /** What sort of visit, in the words of data/README.md: state-visit, official, working, summit, private, other. */
  readonly rank?: string;
  /** The first visit of its sort between the two parties. */
  readonly first: boolean;
  readonly note?: string;
  /** Dates that other sources give for the same fact. */
  readonly otherDates: readonly PartialDate[];
  readonly sources: readonly [Source, ...Source[]];
  readonly confidence: Confidence;
}
