import type { Almanac } from "../../almanac/almanac.ts";
import { LEAP_DAY } from "../../almanac/anniversary.ts";
import { dateNumber, YEAR_AHEAD } from "../../almanac/calendar.ts";
import type { LocalDate } from "../../almanac/date.ts";
import type { PartyCode } from "../../almanac/party.ts";
import type { OwnAnniversary } from "../../digest/own.ts";
import type { Language } from "../language.ts";
import { readerOf } from "../sentence.ts";
import { areFew } from "./few.ts";
import { icalendar } from "./ical.ts";
import { followedText, narrowed } from "./listing.ts";

/** So many entries at most, those that matter most: a calendar of everything is a calendar of nothing. */
export const MOST_ENTRIES = 250;

/** Which anniversaries a calendar has. */
export interface CalendarFilter {
  /** Empty: everything. */
  readonly following: readonly PartyCode[];
  /** Only 25, 50, 75 ... years. */
  readonly milestones: boolean;
}

/** A file, and how many anniversaries of the archive there were to choose from. */
export interface CalendarFile {
  /** iCalendar. */
  readonly text: string;
  readonly total: number;
}

/** The anniversaries of the 366 days from a date on, in their order, behind what a server has of its own. */
export function calendarFile(
  from: LocalDate,
  { following, milestones }: CalendarFilter,
  almanac: Pick<Almanac, "upcoming">,
  language: Language,
  own: readonly OwnAnniversary[] = [],
): CalendarFile {
  const filter = {
    ...(following.length === 0 ? {} : { parties: following }),
    ...(milestones ? { tier: 25 as const } : {}),
  };
  const { items, total } = almanac.upcoming(from, YEAR_AHEAD, LEAP_DAY, filter, {
    order: "significance",
    limit: MOST_ENTRIES,
  });
  const inOrder = items.toSorted((one, other) => dateNumber(one.on) - dateNumber(other.on));
  const title = narrowed(language.text("about.heading"), calendarOf({ following, milestones }, language), language);
  return { text: icalendar(title, inOrder, readerOf(language, following), own), total };
}

/** Whose anniversaries a calendar has, and which; empty for all of everybody. */
export function calendarOf({ following, milestones }: CalendarFilter, language: Language): string {
  const whose = followedText(following, language);
  if (!milestones) return whose;
  const which = language.text("lookup.calendar.milestones");
  return whose === "" ? which : language.text("lookup.calendar.whose-which", { whose, which });
}

/** Its name as a file: attache-be-kz-milestones.ics; without the parties where they are many. */
export function calendarName({ following, milestones }: CalendarFilter): string {
  const codes = areFew(following) ? following.map((code) => code.toLowerCase()) : [];
  return `${["attache", ...codes, ...(milestones ? ["milestones"] : [])].join("-")}.ics`;
}
