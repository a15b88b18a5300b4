import type { Needs } from "../../commands/needs.ts";
import type { Almanac } from "../almanac/almanac.ts";
import { formatDate } from "../almanac/date.ts";
import { recent } from "../almanac/lookup/recent.ts";
import type { Catalogue } from "../messages/catalogue.ts";
import { type CalendarFile, calendarFile } from "../messages/lookup/calendar-file.ts";

/** So many are kept, each a hundred kilobytes at most: to write one takes longer than any other answer. */
const RECENT = 24;

/** Writes calendar files, and keeps those that are asked for again: one with own dates for who has just the same ones. */
export function calendarFiles(
  almanac: Pick<Almanac, "upcoming">,
  catalogue: Pick<Catalogue, "language">,
): Needs["calendar"] {
  const files = recent<CalendarFile>(RECENT);
  return (from, filter, locale, own) => {
    const question = JSON.stringify([formatDate(from), filter.following, filter.milestones, locale, own]);
    return files(question, () => calendarFile(from, filter, almanac, catalogue.language(locale), own));
  };
}
