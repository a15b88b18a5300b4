import type { APIButtonComponent } from "discord-api-types/v10";
import type { MessagePayload } from "../payload.ts";
import { listingMessage } from "./listing.ts";

/** A page of paragraphs in markdown of our own, with a heading in plain text. */
export function textPage(
  heading: string,
  paragraphs: readonly string[],
  buttons: readonly APIButtonComponent[] = [],
): MessagePayload {
  return listingMessage({ heading, summary: paragraphs, entries: [], notes: [], selects: [], buttons });
}
