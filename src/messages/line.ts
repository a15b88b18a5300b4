import type { LocalDate } from "../almanac/date.ts";
import type { Event } from "../almanac/event.ts";
import type { Language } from "./language.ts";
import { bold, escapeMarkdown, link, linkTarget } from "./markdown.ts";
import { shorten } from "./plain.ts";
import { capitalised, namedParties, type Reader } from "./sentence.ts";
import { type Telling, tell } from "./telling.ts";
import { countedText, datedParts, datedText, type Told, type Wording, whenOf, wordingOf, yearsOf } from "./wording.ts";

/** Beyond so many flags a line is a row of pictures. */
export const FLAGS = 5;

/** A line of markdown, and what is to be said once below all lines. */
export interface Line {
  readonly markdown: string;
  /** Links to further sources, to follow the markdown where there is room; empty where one source is enough. */
  readonly further: string;
  /** Plain text: who continues the former states in it. */
  readonly successors: readonly string[];
}

/** A line, and the day of which it is. */
export interface LineOfDay extends Line {
  readonly on: LocalDate;
}

/** An occasion as one line: flags, years, what, the year, a source. */
export function occasionLine(occasion: Told, reader: Reader): Line {
  const { language } = reader;
  const wording = wordingOf(occasion, reader);
  const years = escapeMarkdown(yearsOf(occasion, reader));
  const when = escapeMarkdown(whenOf(occasion, wording.details, reader));
  const text = countedText({ years: years && bold(years), what: escapeMarkdown(wording.what), when }, language);
  const markdown = words(flags(wording.telling, reader), text, sourceLink(occasion.lead.event, reader));
  return { markdown, further: furtherSources(occasion, wording, reader), successors: wording.successors };
}

/** An occasion of the date itself: flags, what, the year, a source. */
export function happenedLine(occasion: Told, reader: Reader): Line {
  const wording = wordingOf(occasion, reader);
  const markdown = words(flags(wording.telling, reader), plainLine(occasion, wording, reader));
  return { markdown, further: furtherSources(occasion, wording, reader), successors: wording.successors };
}

/** An occasion as a small heading with the flags and the years, and what it was below. */
export function milestoneLines(occasion: Told, reader: Reader): Line {
  const wording = wordingOf(occasion, reader);
  const heading = words(flags(wording.telling, reader), escapeMarkdown(yearsOf(occasion, reader)));
  const markdown = `### ${heading}\n${plainLine(occasion, wording, reader)}`;
  return { markdown, further: furtherSources(occasion, wording, reader), successors: wording.successors };
}

/** What, the year, a source. */
function plainLine(occasion: Told, wording: Wording, reader: Reader): string {
  const when = escapeMarkdown(whenOf(occasion, wording.details, reader));
  const text = countedText({ years: "", what: escapeMarkdown(wording.what), when }, reader.language);
  return words(text, sourceLink(occasion.lead.event, reader));
}

/** The line with its further sources. */
export function withAllSources<Some extends Line>(line: Some): Some {
  return { ...line, markdown: words(line.markdown, line.further), further: "" };
}

/** An event by itself as one line of markdown: its date, flags, what it was, a source. */
export function eventLine(event: Event, reader: Reader): string {
  const { date, what, details } = datedParts(event, reader);
  const parts = { date: bold(escapeMarkdown(date)), what: escapeMarkdown(what), details: escapeMarkdown(details) };
  return words(flags(tell(event, []), reader), datedText(parts, reader.language), sourceLink(event, reader));
}

/** Who continues the former states in these lines, each told once, as one plain line; undefined where there are none. */
export function successorNote(lines: readonly Line[], language: Language): string | undefined {
  const told = [...new Set(lines.flatMap(({ successors }) => successors))].slice(0, SUCCESSORS);
  const note = told.map((each) => capitalised(each, language)).join(" · ");
  return note === "" ? undefined : shorten(note, LONGEST_NOTE);
}

/** So many former states at most are explained below the lines, in so many characters. */
const SUCCESSORS = 4;
const LONGEST_NOTE = 350;

/** The flags of the parties that the sentence names; those without one, such as former states, go by name alone. */
function flags({ event, firsts, seconds }: Telling, reader: Reader): string {
  const named = [firsts, seconds].flatMap((codes) => namedParties(codes, event, reader));
  const found = named.flatMap((code) => reader.language.flag(code) ?? []);
  return [...new Set(found)].slice(0, FLAGS).join(" ");
}

/** The best source that has an address to open; the best one's name where none has. */
export function sourceLink({ sources }: Event, { language }: Reader): string {
  const [target] = targets(sources);
  return target === undefined ? `(${escapeMarkdown(sources[0].name)})` : link(language.text("post.source"), target);
}

/** So many sources are linked besides the best, where their addresses are no longer than this. */
const FURTHER = 2;
const LONGEST_FURTHER = 200;

/** Where the line says that sources differ about the date: links to some more of them. */
function furtherSources({ lead: { event } }: Told, { datesDiffer }: Wording, { language }: Reader): string {
  if (!datesDiffer) return "";
  return targets(event.sources)
    .slice(1, 1 + FURTHER)
    .filter(({ length }) => length <= LONGEST_FURTHER)
    .map((target, index) => link(language.text("post.source-number", { number: index + 2 }), target))
    .join(" ");
}

/** The addresses that can be opened, each once. */
function targets(sources: Event["sources"]): readonly string[] {
  return [...new Set(sources.flatMap(({ url }) => linkTarget(url) ?? []))];
}

function words(...parts: readonly string[]): string {
  return parts.filter((part) => part !== "").join(" ");
}
