import type { OwnAnniversary } from "../../digest/own.ts";
import type { Language } from "../language.ts";
import type { Line } from "../line.ts";
import { bold, escapeMarkdown } from "../markdown.ts";
import type { Section } from "../post.ts";
import { type OwnLine, ownLine } from "./own-line.ts";

/** So many own dates at most in one post, so long at most all together: they leave room for the others. */
const MOST_IN_POST = 5;
const LONGEST = 2_000;

/** What a server has of its own on a day; "unread" where that cannot be told just now. */
export type OwnOfDay = readonly OwnAnniversary[] | "unread";

/** So many at most in an answer about a day. */
const MOST_OF_DAY = 10;

/** A server's own dates of a day under their heading, as one text of markdown; nothing where it has none. */
export function ownOfDayText(own: OwnOfDay, language: Language): readonly string[] {
  if (own === "unread") return [smallLine(language.text("own.unread")).markdown];
  if (own.length === 0) return [];
  const all = own.map((each) => ownLine(each, language));
  const lines = firstOf(all, MOST_OF_DAY, LONGEST);
  const count = all.length - lines.length;
  const more = count === 0 ? [] : [smallLine(language.text("own.more-of-day", { count }))];
  const heading = `### ${escapeMarkdown(language.text("own.heading"))}`;
  return [[heading, ...[...lines, ...more].map(({ markdown }) => markdown)].join("\n")];
}

/** The own lines of a post about a day, as many as it has room for, and last how many more are behind a button. */
export function ownLines(own: readonly OwnAnniversary[], language: Language, button: string): readonly OwnLine[] {
  const lines = own.map((each) => ownLine(each, language));
  return bounded(lines, (count) => language.text("own.more", { count, button }));
}

/** How many of a day's own dates its post has room for, the first of them; the others are behind its button. */
export function roomForOwn(own: readonly OwnAnniversary[], language: Language): number {
  return firstOf(
    own.map((each) => ownLine(each, language)),
    MOST_IN_POST,
    LONGEST,
  ).length;
}

/** The same with the day before each, for a post about several days. */
export function datedOwnLines(own: readonly OwnAnniversary[], language: Language): readonly OwnLine[] {
  const lines = own.map((each) => withDay(each, language));
  return bounded(lines, (count) => language.text("own.more-of-week", { count }));
}

function bounded(all: readonly OwnLine[], more: (count: number) => string): readonly OwnLine[] {
  const lines = firstOf(all, MOST_IN_POST, LONGEST);
  return lines.length === all.length ? lines : [...lines, smallLine(more(all.length - lines.length))];
}

/** The first lines, at most so many and so long. */
function firstOf<Some extends Line>(lines: readonly Some[], most: number, longest: number): readonly Some[] {
  let length = 0;
  return lines.slice(0, most).filter(({ markdown }) => (length += markdown.length) <= longest);
}

/** The server's own dates under a heading of their own, before the sections of the other lines. */
export function ownFirst<Item extends Line>(
  sections: (shown: readonly Item[]) => readonly Section[],
  language: Language,
): (shown: readonly (Item | OwnLine)[]) => readonly Section[] {
  return (shown) => {
    const own = shown.filter((line) => isOwn(line));
    const others = shown.filter((line): line is Item => !isOwn(line));
    const heading = escapeMarkdown(language.text("own.heading"));
    return [...(own.length === 0 ? [] : [{ heading, lines: own }]), ...sections(others)];
  };
}

function isOwn(line: Line): line is OwnLine {
  return "own" in line;
}

function withDay(own: OwnAnniversary, language: Language): OwnLine {
  const line = ownLine(own, language);
  const date = bold(escapeMarkdown(language.dayOfWeek(own.on)));
  return { ...line, markdown: language.text("post.dated", { date, what: line.markdown }) };
}

function smallLine(text: string): OwnLine {
  return { own: true, markdown: `-# ${escapeMarkdown(text)}`, further: "", successors: [] };
}
