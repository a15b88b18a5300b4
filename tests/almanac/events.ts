import { parsePartialDate } from "../../src/almanac/date.ts";
import type { Event } from "../../src/almanac/event.ts";
import { isKind } from "../../src/almanac/kind.ts";

/** An event written "1992-08-25 relations-established BE KZ", with what else a test needs. */
export function event(text: string, more: Partial<Event> = {}): Event {
  const [dateText = "", kind = "", first = "", ...rest] = text.split(" ");
  const date = parsePartialDate(dateText);
  if (date === undefined || !isKind(kind) || first === "") throw new Error(`not an event: ${text}`);
  return {
    id: text.toLowerCase().replaceAll(" ", "-"),
    date,
    kind,
    parties: [first, ...rest],
    namesThen: {},
    people: [],
    first: false,
    otherDates: [],
    sources: [{ id: "ministry", name: "A ministry", url: "https://example.org/", publisher: "example.org" }],
    confidence: "high",
    ...more,
  };
}
