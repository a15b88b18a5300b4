import type { Event } from "../../almanac/event.ts";
import type { MessagePayload } from "../payload.ts";
import { readerOf } from "../sentence.ts";
import { eventEntry } from "./event-entry.ts";
import type { Inquiry } from "./inquiry.ts";
import { listingMessage } from "./listing.ts";
import { eventSelect } from "./selects.ts";

/** That no event has an id, and those whose ids are near. */
export function nearAnswer(id: string, near: readonly Event[], { language }: Inquiry): MessagePayload {
  const reader = readerOf(language, []);
  return listingMessage({
    heading: language.text("lookup.event.no-such-id", { id }),
    summary: [],
    entries: near.map((event) => eventEntry(event, reader)),
    notes: [language.text("lookup.event.near-ids")],
    selects: eventSelect(near, reader),
    buttons: [],
  });
}
