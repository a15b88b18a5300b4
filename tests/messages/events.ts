import { type Anniversary, anniversaryIn } from "../../src/almanac/anniversary.ts";
import type { Event } from "../../src/almanac/event.ts";
import type { Kind } from "../../src/almanac/kind.ts";
import type { DayLine, DayLines } from "../../src/digest/whole-day.ts";
import type { Told } from "../../src/messages/wording.ts";
import { event as written } from "../almanac/events.ts";

/** An event of a date as data/events writes it; what is not given is absent. */
export function event(date: string, kind: Kind, parties: string, more: Partial<Event> = {}): Event {
  return written(`${date} ${kind} ${parties}`, {
    id: `${parties.toLowerCase().replaceAll(" ", "-")}-${date}-${kind}`,
    sources: [
      { id: "s", name: "Ministry of Foreign Affairs", url: "https://example.org/relations", publisher: "example.org" },
    ],
    ...more,
  });
}

/** The occasion of events of one day, the first of them in the lead, seen from a year. */
export function occasion(year: number, lead: Event, ...others: readonly Event[]): Told {
  const seen = (each: Event): Anniversary => anniversaryIn(year, each);
  return { id: lead.id, lead: seen(lead), others: others.map(seen), weight: 1 };
}

/** The lines of a day: of the date itself, and of earlier years. */
export function day(happened: readonly Told[], marked: readonly Told[]): DayLines {
  const lines: readonly DayLine[] = [
    ...happened.map((each) => ({ part: "happened", occasion: each }) as const),
    ...marked.map((each) => ({ part: "marked", occasion: each }) as const),
  ];
  return (offset, limit) => ({ items: lines.slice(offset, offset + limit), total: lines.length });
}
