import type { Event } from "../../almanac/event.ts";
import { eventLine, sourceLink } from "../line.ts";
import type { Reader } from "../sentence.ts";
import { datedLine } from "../wording.ts";
import type { Entry } from "./listing.ts";

/** An event by itself with its date, as a line of a list. */
export function eventEntry(event: Event, reader: Reader): Entry {
  return {
    markdown: eventLine(event, reader),
    plain: () => datedLine(event, reader),
    source: sourceLink(event, reader),
  };
}
