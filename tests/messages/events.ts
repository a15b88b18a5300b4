import { type Anniversary, anniversaryIn } from "../../src/almanac/anniversary.ts";
import { parsePartialDate } from "../../src/almanac/date.ts";
import type { Event } from "../../src/almanac/event.ts";
import type { Kind } from "../../src/almanac/kind.ts";
import type { Told } from "../../src/messages/wording.ts";

/** An event of a date as data/events writes it; what is not given is absent. */
export function event(date: string, kind: Kind, parties: string, more: Partial<Event> = {}): Event {
  const parsed = parsePartialDate(date);
  const [first = "", ...rest] = parties.split(" ");
  if (parsed === undefined) throw new Error(`no date: ${date}`);
  return {
    id: `${parties.toLowerCase().replaceAll(" ", "-")}-${date}-${kind}`,
    date: parsed,
    kind,
    parties: [first, ...rest],
    namesThen: {},
    people: [],
    first: false,
    otherDates: [],
    sources: [{ id: "s", name: "Ministry of Foreign Affairs", url: "https://example.org/relations" }],
    confidence: "high",
    ...more,
  };
}

/** The occasion of events of one day, the first of them in the lead, seen from a year. */
export function occasion(year: number, lead: Event, ...others: readonly Event[]): Told {
  const seen = (each: Event): Anniversary => anniversaryIn(year, each);
  return { id: lead.id, lead: seen(lead), others: others.map(seen), weight: 1 };
}
