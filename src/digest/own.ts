import { type LeapDayRule, type Tier, tierOf } from "../almanac/anniversary.ts";
import { addDays, compareDates, markedIn, markedOn } from "../almanac/calendar.ts";
import type { LocalDate } from "../almanac/date.ts";
import { familyOf, isKind } from "../almanac/kind.ts";
import type { OwnEvent, OwnEventContent } from "../almanac/own-event.ts";
import { MILESTONE, type Selection } from "./digest.ts";
import { type Concerns, concerns } from "./follow.ts";
import type { Kinship } from "./source.ts";

/** An own event seen from a local date on which it is marked. */
export interface OwnAnniversary {
  readonly event: OwnEvent;
  readonly on: LocalDate;
  /** 0 on the very day; undefined where no year belongs to it. */
  readonly years: number | undefined;
}

/** What a selection shows of a server's own dates, best first, and what it leaves out by which rule. */
export interface OwnDigest {
  readonly shown: readonly OwnAnniversary[];
  readonly leftOut: Readonly<Record<OwnLeavingOut, number>>;
}
export type OwnLeavingOut = "families" | "parties";

/** Those marked on a date: the very day first, then round counts of years, then the others. None before its first year. */
export function ownOn(events: readonly OwnEvent[], on: LocalDate, leapDay: LeapDayRule): readonly OwnAnniversary[] {
  const days = markedOn(on, leapDay);
  return events
    .filter(({ date }) => days.some(({ month, day }) => date.month === month && date.day === day))
    .map((event) => seenOn(event, on))
    .filter(({ years }) => years === undefined || years >= 0)
    .toSorted(byRank);
}

/**
 * What a selection shows of them on a date. An admin has written each, so no tier and no number of lines keeps one out; only what
 * the event says of itself does: countries that are not followed, or a kind of a family that is left out.
 */
export function ownFor(
  events: readonly OwnEvent[],
  selection: Selection,
  on: LocalDate,
  source: { readonly parties: Kinship },
): OwnDigest {
  const isFollowed = concerns(selection, source);
  const marked = ownOn(events, on, selection.leapDay);
  const rules = marked.map(({ event }) => ruleAgainst(event, selection, isFollowed));
  const count = (rule: OwnLeavingOut): number => rules.filter((each) => each === rule).length;
  return {
    shown: marked.filter((_, index) => rules[index] === undefined),
    leftOut: { families: count("families"), parties: count("parties") },
  };
}

/**
 * What a selection shows of them on so many days from a date on, in the order of the dates and best first on each; the same one twice
 * where its day comes twice.
 */
export function ownAhead(
  events: readonly OwnEvent[],
  selection: Selection,
  { from, days }: DaysAhead,
  source: { readonly parties: Kinship },
): readonly OwnAnniversary[] {
  const isFollowed = concerns(selection, source);
  const last = addDays(from, days - 1);
  const years = Array.from({ length: last.year - from.year + 1 }, (_, index) => from.year + index);
  return events
    .filter((event) => ruleAgainst(event, selection, isFollowed) === undefined)
    .flatMap((event) => years.map((year) => seenOn(event, markedIn(year, event.date, selection.leapDay))))
    .filter(({ on }) => compareDates(on, from) >= 0 && compareDates(on, last) <= 0)
    .filter((seen) => seen.years === undefined || seen.years >= 0)
    .toSorted((one, other) => compareDates(one.on, other.on) || byRank(one, other));
}

/** So many days from a date on. */
export interface DaysAhead {
  readonly from: LocalDate;
  readonly days: number;
}

/** The first local date from that one on on which it is marked. */
export function nextOn({ date }: Pick<OwnEventContent, "date">, from: LocalDate, leapDay: LeapDayRule): LocalDate {
  const first = date.precision === "day" ? Math.max(date.year, from.year) : from.year;
  const marked = markedIn(first, date, leapDay);
  return compareDates(marked, from) < 0 ? markedIn(first + 1, date, leapDay) : marked;
}

/** It as it is seen on a date. */
export function seenOn(event: OwnEvent, on: LocalDate): OwnAnniversary {
  return { event, on, years: event.date.precision === "day" ? on.year - event.date.year : undefined };
}

/** The rule by which a selection leaves an own event out; undefined where it shows it. */
export function ownLeftOut(
  event: OwnEventContent,
  selection: Selection,
  source: { readonly parties: Kinship },
): OwnLeavingOut | undefined {
  return ruleAgainst(event, selection, concerns(selection, source));
}

/** How round its count of years is; undefined on the very day and where no year belongs to it. */
export function ownTier({ years }: OwnAnniversary): Tier | undefined {
  return years === undefined || years === 0 ? undefined : tierOf(years);
}

/** Whether it is to be told of beforehand as well. */
export function isOwnMilestone(anniversary: OwnAnniversary): boolean {
  return anniversary.years === 0 || (ownTier(anniversary) ?? 0) >= MILESTONE;
}

function ruleAgainst(
  { kind, parties }: OwnEventContent,
  selection: Selection,
  isFollowed: Concerns,
): OwnLeavingOut | undefined {
  if (kind !== undefined && isKind(kind) && !selection.families.includes(familyOf(kind))) return "families";
  return parties.length === 0 || isFollowed({ parties }) ? undefined : "parties";
}

/** Infinity from infinity is no number. */
function byRank(one: OwnAnniversary, other: OwnAnniversary): number {
  const [first, second] = [rankOf(one), rankOf(other)];
  return first === second ? 0 : second - first;
}

function rankOf(anniversary: OwnAnniversary): number {
  return anniversary.years === 0 ? Number.POSITIVE_INFINITY : (ownTier(anniversary) ?? 0);
}
