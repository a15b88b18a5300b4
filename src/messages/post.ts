import type { APIButtonComponent, APIComponentInContainer } from "discord-api-types/v10";
import type { Tier } from "../almanac/anniversary.ts";
import type { PartyCode } from "../almanac/party.ts";
import type { Language } from "./language.ts";
import { type Line, successorNote, withAllSources } from "./line.ts";
import { bold, escapeMarkdown } from "./markdown.ts";
import {
  buttonRows,
  componentsMessage,
  container,
  fit,
  fits,
  type MessagePayload,
  plainMessage,
  separator,
  textDisplay,
} from "./payload.ts";
import { shorten } from "./plain.ts";

export interface PostOptions {
  /** Whom the subscription follows: named first where a line has many parties. Empty follows everything. */
  readonly following: readonly PartyCode[];
  /** The post is out so late after its hour that it says so. */
  readonly late: boolean;
  /** It is not the post itself, and says so: a trial in the channel, or what an admin alone looks at. */
  readonly shownAs?: "trial" | "preview";
}

/** One post in its forms, each inside Discord's limits; both carry a button with a custom_id of at most 77 characters. */
export interface Post {
  readonly message: MessagePayload;
  /** For channels that refuse Components V2. */
  readonly plain: MessagePayload;
  /** For channels whose posts have names: what it is about with its date, at most 100 characters. */
  readonly title: string;
  /** The tiers of the lines for which a role may be mentioned. */
  readonly tiers: readonly Tier[];
}

/** Lines of a post under a heading of markdown of their own, if any. */
export interface Section {
  readonly heading?: string;
  readonly lines: readonly Line[];
}

/** What the posts of all slots have in common: a title, lines in sections, small notes, buttons. */
export interface Layout<Item extends Line> {
  /** Plain text. */
  readonly title: string;
  /** Plain text, small, below the title. */
  readonly about?: string;
  /** In the order in which they give way where not all fit: the last first. */
  readonly lines: { readonly rich: readonly Item[]; readonly plain: readonly Item[] };
  readonly sections: (shown: readonly Item[]) => readonly Section[];
  /** How much is left out already, and the words for the count in the end. */
  readonly omitted: { readonly count: number; readonly text: (count: number) => string };
  readonly buttons: readonly APIButtonComponent[];
  readonly tiers: readonly Tier[];
}

/** The post in all its forms. */
export function postOf<Item extends Line>(layout: Layout<Item>, language: Language, options: PostOptions): Post {
  const { title, lines, sections, buttons, tiers } = layout;
  const about = layout.about === undefined ? [] : [small(layout.about)];
  const notes = (shown: readonly Item[], left: number): readonly string[] =>
    notesOf(shown, layout.omitted, left, language, options);
  return {
    message: fitWithSources(lines.rich, (shown, left) =>
      componentsMessage([
        container([
          textDisplay([`## ${escapeMarkdown(title)}`, ...about].join("\n")),
          ...sections(shown).flatMap(components),
          ...notes(shown, left).map(textDisplay),
          ...buttonRows(buttons),
        ]),
      ]),
    ),
    plain: fitWithSources(lines.plain, (shown, left) =>
      plainMessage(
        [
          bold(escapeMarkdown(title)),
          ...about,
          ...sections(shown).flatMap(({ heading, lines: texts }) => [
            ...(heading === undefined ? [] : [bold(heading)]),
            ...texts.map(({ markdown }) => markdown),
          ]),
          ...notes(shown, left),
        ].join("\n"),
        buttons,
      ),
    ),
    title: shorten(title, 100),
    tiers,
  };
}

/** All lines with all their sources; where that is more than fits, those lines that fit, each with its best. */
function fitWithSources<Item extends Line>(
  lines: readonly Item[],
  build: (shown: readonly Item[], left: number) => MessagePayload,
): MessagePayload {
  const whole = build(lines.map(withAllSources), 0);
  return fits(whole) ? whole : fit(lines, build);
}

/** A section without a heading is a text a line; one with a heading is one text. Between sections there is a rule, unless a heading divides them. */
function components({ heading, lines }: Section, index: number): readonly APIComponentInContainer[] {
  const texts = lines.map(({ markdown }) => markdown);
  if (heading !== undefined) return [textDisplay([`### ${heading}`, ...texts].join("\n"))];
  return [...(index === 0 ? [] : [separator(true)]), ...texts.map(textDisplay)];
}

/** Small last lines. */
function notesOf(
  lines: readonly Line[],
  { count, text }: Layout<Line>["omitted"],
  left: number,
  language: Language,
  { late, shownAs }: PostOptions,
): readonly string[] {
  const successors = successorNote(lines, language);
  return [
    ...(successors === undefined ? [] : [successors]),
    ...(count + left === 0 ? [] : [text(count + left)]),
    ...(late ? [language.text("post.late")] : []),
    ...(shownAs === undefined ? [] : [language.text(`post.${shownAs}`)]),
  ].map(small);
}

function small(text: string): string {
  return `-# ${escapeMarkdown(text)}`;
}

/** Lines in two sections, those before the others that are set apart; a section without lines is left out. */
export function setApart<Item extends Line>(isApart: (line: Item) => boolean): Layout<Item>["sections"] {
  return (shown) =>
    [shown.filter(isApart), shown.filter((line) => !isApart(line))]
      .filter(({ length }) => length > 0)
      .map((lines) => ({ lines }));
}
