import type { Anniversary, LeapDayRule, Occasion, Tier } from "./anniversary.ts";
import type { LocalDate, PartialDate } from "./date.ts";
import type { Event, EventId } from "./event.ts";
import type { Family, Kind } from "./kind.ts";
import type { Register } from "./parties/register.ts";
import type { PartyCode } from "./party.ts";
import type { SignificanceContext } from "./significance.ts";

/** Whether any of the parties will do, or all are wanted. */
export type Match = "any" | "all";

/** Which events a lookup wants; what is left out does not restrict. */
export interface Filter {
  /** Events of any of these parties, or of all of them at once ("all" of two is a pair). */
  readonly parties?: readonly PartyCode[];
  /** "any" unless told. */
  readonly match?: Match;
  /** Whether a party's events include those of the former states that it continues: true unless told. */
  readonly lineage?: boolean;
  /** With "all": also the events of an organisation whose members all the parties were on the day: false unless told. */
  readonly throughOrganisations?: boolean;
  /** Only events of at most so many parties: conventions of half the world say nothing of two states. */
  readonly mostParties?: number;
  readonly families?: readonly Family[];
  readonly kinds?: readonly Kind[];
  /** The first and the last year of events, both included. */
  readonly years?: readonly [first: number, last: number];
  /** Every word, or the start of it, in names, people, places, parties in all their names, kinds or the year. */
  readonly text?: string;
  /** Whether somebody is still typing the text: from two letters on its last word also stands for every word that begins so. */
  readonly isBegun?: boolean;
}

/** The least tier that a count of years must have; without one every count will do. */
export interface Roundness {
  readonly tier?: Tier;
}

/** Which part of what was found, in which order: oldest first, latest first, or what matters most first. */
export interface View {
  readonly order: "date" | "latest" | "significance";
  readonly offset?: number;
  readonly limit?: number;
}

/** A part of what was found, and how much was found. */
export interface Page<Item> {
  readonly items: readonly Item[];
  readonly total: number;
}

/** An occasion and when it is marked: a day, or the month or the year where nothing closer is known. */
export interface DatedOccasion {
  readonly on: PartialDate;
  readonly occasion: Occasion;
}

/** The archive, ready for questions. All answers are computed in memory; none reads the clock. */
export interface Almanac extends SignificanceContext {
  /** How many events it holds. */
  readonly size: number;
  /** Which facts these are: the same eight letters and digits for the same data/, others for any other. */
  readonly edition: string;
  /** Who the parties are: names, lineage, search. */
  readonly parties: Register;

  /**
   * Has done beforehand, beside other work, what a question about many days needs where the index has just been built; without it
   * the first such question waits for about a second.
   */
  prepare(): Promise<void>;

  /** The event of an id, or of an id that it once had (data/redirects.csv). */
  event(id: EventId): Event | undefined;
  /** The id of the occasion that an event belongs to: its own id where it stands alone. */
  occasionOf(id: EventId): EventId | undefined;

  /** Everything that is known to the day and marked on a local date of a later year, oldest first; low confidence included. */
  anniversariesOn(date: LocalDate, leapDay: LeapDayRule): readonly Anniversary[];
  /** The same told as occasions, without what has low confidence: what a day's post chooses from; in no useful order. */
  occasionsOn(date: LocalDate, leapDay: LeapDayRule): readonly Occasion[];

  /** What happened on a date itself, or is known to that month or year only, told as occasions of no years, without what has low confidence: best first. */
  occasionsOf(date: PartialDate, filter: Filter): readonly Occasion[];

  /** With a text, by significance, those whose name is the text come first. */
  find(filter: Filter, view: View): Page<Event>;
  /** A text of which some words are nowhere on record, with the nearest that are in their place; undefined where none is near. */
  respelled(text: string): string | undefined;

  /** Occasions, at least one event of which passes the filter, marked on one of so many days from a date on (1 is that day alone). */
  upcoming(
    from: LocalDate,
    days: number,
    leapDay: LeapDayRule,
    filter: Filter & Roundness,
    view: View,
  ): Page<DatedOccasion>;
  /**
   * The milestones of a year: occasions with a count of years that is a multiple of the tier or of a higher one. Those known
   * to the month or the year are under that month or year. Of one month only, if told; 0 is what is known to the year.
   */
  jubilees(
    year: number,
    tier: Tier,
    leapDay: LeapDayRule,
    filter: Filter & { readonly month?: number },
    view: View,
  ): Page<DatedOccasion>;
  /** What is known to the month only and was in this month of an earlier year: shown on its 1st; best first. */
  monthOverview(year: number, month: number): readonly Anniversary[];
  /** What is known to the year only, with a round count of at least the tier: shown on 1 January; best first. */
  yearOverview(year: number, tier: Tier): readonly Anniversary[];
}
