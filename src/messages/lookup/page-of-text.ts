import type { APIButtonComponent } from "discord-api-types/v10";
import type { MessagePayload } from "../payload.ts";
import { type Listing, listingMessage } from "./listing.ts";

/** A page of paragraphs in markdown of our own, with a heading in plain text. */
export function textPage(
  heading: string,
  paragraphs: readonly string[],
  buttons: readonly APIButtonComponent[] = [],
  files: Listing["files"] = [],
): MessagePayload {
  return listingMessage({ heading, summary: paragraphs, entries: [], notes: [], selects: [], buttons, files });
}
