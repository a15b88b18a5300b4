import { tierOf } from "../almanac/anniversary.ts";
import { wholeYears } from "../almanac/calendar.ts";
import { formatDate } from "../almanac/date.ts";
import type { Event } from "../almanac/event.ts";
import { familyOf } from "../almanac/kind.ts";
import type { Desk } from "./desk.ts";

/**
 * An event for programs: dates as EDTF text, null where there is nothing. The years are those that it has on the day in
 * question, else today; an event of less than a year ago has no tier.
 */
export function eventJson(event: Event, desk: Desk, years = wholeYears(event.date, desk.today)): object {
  return {
    id: event.id,
    kind: event.kind,
    family: familyOf(event.kind),
    parties: event.parties,
    date: formatDate(event.date),
    end: event.end ? formatDate(event.end) : null,
    years,
    tier: years < 1 ? null : tierOf(years),
    name: event.name ?? null,
    namesThen: event.namesThen,
    people: event.people,
    place: event.place ?? null,
    rank: event.rank ?? null,
    first: event.first,
    note: event.note ?? null,
    otherDates: event.otherDates.map(formatDate),
    confidence: event.confidence,
    sources: event.sources.map(({ name, url }) => ({ name, url })),
    occasion: desk.almanac.occasionOf(event.id) ?? event.id,
  };
}

/** Prints an array with one item a line: a program reads it whole, a person or grep line by line. */
export function printJson(items: readonly object[]): void {
  const lines = items.map((item) => `  ${JSON.stringify(item)}`);
  console.log(lines.length === 0 ? "[]" : `[\n${lines.join(",\n")}\n]`);
}
