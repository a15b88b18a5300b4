import type { APIButtonComponent, APIComponentInContainer } from "discord-api-types/v10";
import type { PartyCode } from "../../almanac/party.ts";
import type { Language } from "../language.ts";
import { escapeMarkdown } from "../markdown.ts";
import {
  buttonRows,
  componentsMessage,
  container,
  fits,
  type MessagePayload,
  separator,
  textDisplay,
} from "../payload.ts";
import { shorten } from "../plain.ts";
import type { SelectRow } from "./selects.ts";

/** A line of a list. */
export interface Entry {
  readonly markdown: string;
  /** The same in plain text, for when the whole is too long. */
  readonly plain: string;
}

/** An answer with a heading, what is to be said, lines, small notes, and what one can do next. */
export interface Listing {
  /** Plain text. */
  readonly heading: string;
  /** Markdown, a paragraph each. */
  readonly summary: readonly string[];
  readonly entries: readonly Entry[];
  /** Plain text. */
  readonly notes: readonly string[];
  readonly selects: readonly SelectRow[];
  readonly buttons: readonly APIButtonComponent[];
  readonly files?: readonly APIComponentInContainer[];
}

/** A heading that says to whom or what the answer is narrowed, if to anything: "The next 30 days: Estonia". */
export function narrowed(heading: string, what: string, language: Language): string {
  return what === "" ? heading : language.text("lookup.heading-of", { heading, what });
}

/** The names of those whom an answer follows, for its heading; empty for everybody. */
export function followedText(following: readonly PartyCode[], language: Language): string {
  return following.length === 0 ? "" : language.list(following.map(language.name));
}

/** Shorter and shorter lines: first without links, then cut, until the longest data fits. */
const CUTS = [1_000, 300, 150] as const;

/** The answer as a message inside Discord's limits; what must be shortened to fit are the lines. */
export function listingMessage(listing: Listing): MessagePayload {
  const whole = render(listing, (entry) => entry.markdown);
  if (fits(whole)) return whole;
  const shorter = CUTS.map((limit) => render(listing, ({ plain }) => cut(plain, limit)));
  const fitting = shorter.find(fits);
  if (fitting === undefined) throw new RangeError(`An answer does not fit: ${listing.heading}`);
  return fitting;
}

function cut(plain: string, limit: number): string {
  const escaped = escapeMarkdown(plain);
  // half of it, since escaping may double the length
  return escaped.length <= limit ? escaped : escapeMarkdown(shorten(plain, Math.floor(limit / 2)));
}

function render(listing: Listing, lineOf: (entry: Entry) => string): MessagePayload {
  const { heading, summary, entries, notes, selects, buttons, files = [] } = listing;
  return componentsMessage([
    container([
      textDisplay(`## ${escapeMarkdown(heading)}`),
      ...summary.map(textDisplay),
      ...(summary.length > 0 && entries.length > 0 ? [separator(true)] : []),
      ...entries.map((entry) => textDisplay(lineOf(entry))),
      ...notes.map((note) => textDisplay(`-# ${escapeMarkdown(note)}`)),
      ...files,
      ...selects,
      ...buttonRows(buttons),
    ]),
  ]);
}
