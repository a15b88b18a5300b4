import type { Event } from "../../almanac/event.ts";
import { shorten } from "../plain.ts";
import { readerOf } from "../sentence.ts";
import { datedLine } from "../wording.ts";
import type { Inquiry } from "./inquiry.ts";

/** Discord's limit for the address of a button. */
const LONGEST = 512;
/** How much of what is claimed goes into a report; less where the address gets too long. */
const CLAIMS = [300, 150, 60, 0] as const;

/**
 * The address that opens a report about an event, filled in (id, what is claimed), on the issue tracker of the configuration;
 * undefined where none is configured. Nothing is stored: the person sends it, or does not.
 */
export function reportUrl(event: Event, { issuesUrl, language }: Inquiry): string | undefined {
  if (issuesUrl === undefined) return undefined;
  const claim = datedLine(event, readerOf(language, []));
  const urls = CLAIMS.map((length) => {
    const url = new URL(issuesUrl);
    url.searchParams.set("title", language.text("lookup.report.title", { id: event.id }));
    url.searchParams.set(
      "body",
      language.text("lookup.report.body", { id: event.id, claim: length === 0 ? "" : shorten(claim, length) }),
    );
    return url.href;
  });
  return urls.find((url) => url.length <= LONGEST);
}
