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
  readonly plain: () => string;
  /** Markdown that follows the line where there is room for it. */
  readonly further?: string;
  /** Markdown that follows the plain text as long as there is room: the link to its source. */
  readonly source?: string;
}

/** Lines under a small heading, if it says anything; nothing where there are none. */
export function titled(title: string, entries: readonly Entry[]): readonly Entry[] {
  return entries.length === 0 || title === ""
    ? entries
    : [{ markdown: `### ${escapeMarkdown(title)}`, plain: () => title }, ...entries];
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

/** Shorter and shorter lines, until the longest data fits: without further links, then cut, then without any link. */
const LINES: readonly ((entry: Entry) => string)[] = [
  ({ markdown, further = "" }) => withLink(markdown, further),
  ({ markdown }) => markdown,
  ...[1_000, 300, 150].map(
    (limit) =>
      ({ plain, source = "" }: Entry) =>
        withLink(cut(plain(), limit), source),
  ),
  ({ plain }) => cut(plain(), 150),
];

/** The answer as a message inside Discord's limits; what must be shortened to fit are the lines. */
export function listingMessage(listing: Listing): MessagePayload {
  for (const line of LINES) {
    const message = render(listing, line);
    if (fits(message)) return message;
  }
  throw new RangeError(`An answer does not fit: ${listing.heading}`);
}

function withLink(line: string, link: string): string {
  return link === "" ? line : `${line} ${link}`;
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
