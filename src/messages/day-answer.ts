import type { PartialDate } from "../almanac/date.ts";
import { type DayView, dayViewId, viewButton } from "./day-view.ts";
import type { Language } from "./language.ts";
import { type Line, occasionLine, successorNote, withAllSources } from "./line.ts";
import { escapeMarkdown } from "./markdown.ts";
import {
  button,
  buttonRow,
  componentsMessage,
  container,
  LIMITS,
  type MessagePayload,
  textDisplay,
} from "./payload.ts";
import { shorten } from "./plain.ts";
import { readerOf } from "./sentence.ts";
import type { Told } from "./wording.ts";

/** So many lines at most on a page: what a phone shows without much scrolling. */
const PAGE = 12;

/**
 * The answer to /today and /on, and to the buttons of overviews: the occasions of the day, the month or the year, best first, in pages of at most 12 lines, with buttons to the pages before and
 * after. A page that is asked for beyond the last is the last.
 */
export function dayAnswer(occasions: readonly Told[], view: DayView, language: Language): MessagePayload {
  const reader = readerOf(language, view.following);
  if (occasions.length === 0) return emptyDay(view, language);
  const pages = paginate(occasions.map((occasion) => withAllSources(occasionLine(occasion, reader))));
  const page = Math.min(view.page, pages.length);
  const lines = pages[page - 1] ?? [];
  return pageMessage({ lines, page, pages: pages.length, count: occasions.length }, view, language);
}

/** How closely all dates of a month's or a year's overview are known. */
const KNOWN: Record<PartialDate["precision"], ((language: Language) => string) | undefined> = {
  day: undefined,
  month: ({ text }) => text("post.month-known"),
  year: ({ text }) => text("post.year-known"),
};

interface Shown {
  readonly lines: readonly Line[];
  readonly page: number;
  readonly pages: number;
  /** Occasions on all pages. */
  readonly count: number;
}

/** What a page's heading and its notes below the lines may take of the text that Discord allows. */
const FRAME = 1000;

/** The lines in pages: full ones, unless fewer lines are all that fits. */
function paginate(lines: readonly Line[]): readonly (readonly Line[])[] {
  const pages: Line[][] = [];
  let room = 0;
  for (const line of lines) {
    const last = pages.at(-1);
    room -= line.markdown.length;
    if (last !== undefined && last.length < PAGE && room >= 0) {
      last.push(line);
      continue;
    }
    pages.push([line]);
    room = LIMITS.text - FRAME - line.markdown.length;
  }
  return pages;
}

function pageMessage({ lines, page, pages, count }: Shown, view: DayView, language: Language): MessagePayload {
  const note = language.text("commands.day.page", { page, pages, count });
  const turn = (key: "commands.day.earlier" | "commands.day.later", to: number) =>
    button(shorten(language.text(key), LIMITS.label), dayViewId("page", { ...view, page: to }));
  const buttons = [
    ...(page > 1 ? [turn("commands.day.earlier", page - 1)] : []),
    ...(page < pages ? [turn("commands.day.later", page + 1)] : []),
  ];
  return componentsMessage([
    container([
      textDisplay(`## ${escapeMarkdown(language.weekday(view.date))}`),
      ...lines.map(({ markdown }) => textDisplay(markdown)),
      ...[KNOWN[view.date.precision]?.(language), successorNote(lines, language), note].flatMap((each) =>
        each === undefined ? [] : [textDisplay(`-# ${escapeMarkdown(each)}`)],
      ),
      ...(buttons.length === 0 ? [] : [buttonRow(buttons)]),
    ]),
  ]);
}

/** Nothing of those who were asked about is not nothing at all: the whole day is a button away. */
function emptyDay({ date, following }: DayView, language: Language): MessagePayload {
  const when = { date: language.date(date) };
  const parties = language.list(following.map((code) => language.nameInText(code)));
  const nothing =
    following.length === 0
      ? language.text("commands.day.empty", when)
      : language.text("commands.day.empty-of", { ...when, parties: shorten(parties, LIMITS.content) });
  return componentsMessage([
    container([
      textDisplay(`## ${escapeMarkdown(language.weekday(date))}`),
      textDisplay(escapeMarkdown(nothing)),
      ...(following.length === 0
        ? []
        : [buttonRow([viewButton(language.text(`post.whole-${date.precision}`), date, [])])]),
    ]),
  ]);
}
