import type { APIButtonComponent } from "discord-api-types/v10";
import { addDays } from "../almanac/calendar.ts";
import type { LocalDate, PartialDate } from "../almanac/date.ts";
import { type DayView, dayViewId, viewButton } from "./day-view.ts";
import type { Language } from "./language.ts";
import { happenedLine, type Line, occasionLine, successorNote, withAllSources } from "./line.ts";
import { factsId } from "./lookup/facts-answer.ts";
import { followedText, narrowed } from "./lookup/listing.ts";
import { type Paged, pageNote, turns } from "./lookup/paging.ts";
import { eventSelect } from "./lookup/selects.ts";
import { escapeMarkdown } from "./markdown.ts";
import { type OwnOfDay, ownOfDayText } from "./own/own-section.ts";
import {
  button,
  buttonRows,
  componentsMessage,
  container,
  LIMITS,
  type MessagePayload,
  textDisplay,
} from "./payload.ts";
import { shorten } from "./plain.ts";
import { type Reader, readerOf } from "./sentence.ts";
import type { Told } from "./wording.ts";

/** So many lines at most on a page: what a phone shows without much scrolling. */
const PAGE = 12;

/** What a date has, each part best first. */
export interface DayLines {
  /** Of the date itself. */
  readonly happened: readonly Told[];
  /** Of earlier years, or known to the month or the year only. */
  readonly marked: readonly Told[];
}

/**
 * The answer to /today and /on, and to the buttons of posts: the server's own dates, the occasions of the date itself, then those of the day in earlier
 * years (or of the month, or the year), best first, in pages of at most 12 lines; one of them in full, the other pages, the days
 * before and after. A page that is asked for beyond the last is the last.
 */
export function dayAnswer(
  { happened, marked }: DayLines,
  view: DayView,
  language: Language,
  own: OwnOfDay = [],
): MessagePayload {
  const reader = readerOf(language, view.following);
  const entries: readonly Entry[] = [
    ...happened.map((occasion): Entry => ({ occasion, part: "happened", line: happenedLine(occasion, reader) })),
    ...marked.map((occasion): Entry => ({ occasion, part: "marked", line: occasionLine(occasion, reader) })),
  ];
  const ours = ownOfDayText(own, language);
  if (entries.length === 0) return emptyDay(view, language, ours);
  const pages = paginate(
    entries.map((entry) => ({ ...entry, line: withAllSources(entry.line) })),
    LIMITS.text - FRAME - headingOf(view, language).length,
    ours.join().length,
  );
  const page = Math.min(view.page, pages.length);
  const paged = { items: pages[page - 1] ?? [], total: entries.length, page, pages: pages.length };
  return pageMessage(paged, view, reader, page === 1 ? ours : []);
}

/** A line of a day, and which part of it. */
interface Entry {
  readonly occasion: Told;
  readonly part: keyof DayLines;
  readonly line: Line;
}

/** How closely all dates of a month's or a year's overview are known. */
const KNOWN: Record<PartialDate["precision"], ((language: Language) => string) | undefined> = {
  day: undefined,
  month: ({ text }) => text("post.month-known"),
  year: ({ text }) => text("post.year-known"),
};

/** What a page's notes and small headings may take of the text that Discord allows. */
const FRAME = 900;
/** What it is narrowed to is told in so many characters. */
const LONGEST_NARROWING = 400;

/** As markdown. */
function headingOf({ date, following }: DayView, language: Language): string {
  const what = shorten(followedText(following, language), LONGEST_NARROWING);
  return `## ${escapeMarkdown(narrowed(language.weekday(date), what, language))}`;
}

/** The lines in pages: full ones, unless fewer lines are all that fits into so many characters, some of them taken on the first. */
function paginate(entries: readonly Entry[], most: number, taken: number): readonly (readonly Entry[])[] {
  const pages: Entry[][] = [];
  let room = 0;
  for (const entry of entries) {
    const last = pages.at(-1);
    room -= entry.line.markdown.length;
    if (last !== undefined && last.length < PAGE && room >= 0) {
      last.push(entry);
      continue;
    }
    room = most - entry.line.markdown.length - (pages.length === 0 ? taken : 0);
    pages.push([entry]);
  }
  return pages;
}

function pageMessage(paged: Paged<Entry>, view: DayView, reader: Reader, ours: readonly string[]): MessagePayload {
  const { language } = reader;
  const lines = paged.items.map(({ line }) => line);
  const to = turns(paged, language, (page) => dayViewId("page", { ...view, page }));
  const notes = [KNOWN[view.date.precision]?.(language), successorNote(lines, language), pageNote(paged, language)];
  return componentsMessage([
    container([
      ...[headingOf(view, language), ...ours].map(textDisplay),
      ...parts(paged.items, language).map(textDisplay),
      ...notes.flatMap((note) => (note === undefined ? [] : [textDisplay(`-# ${escapeMarkdown(note)}`)])),
      ...eventSelect(
        paged.items.map(({ occasion }) => occasion),
        reader,
        view.following,
      ),
      ...to.selects,
      ...buttonRows([...to.buttons, ...stepsOf(view, language), ...factsOf(view, language)]),
    ]),
  ]);
}

/** The lines; where some are of the date itself, each part under a small heading. */
function parts(entries: readonly Entry[], language: Language): readonly string[] {
  const isApart = entries.some(({ part }) => part === "happened");
  return entries.flatMap(({ part, line }, at) =>
    isApart && part !== entries[at - 1]?.part
      ? [`### ${escapeMarkdown(language.text(`commands.day.${part}`))}`, line.markdown]
      : [line.markdown],
  );
}

/** Buttons to the days before and after. */
function stepsOf({ date, following }: DayView, language: Language): readonly APIButtonComponent[] {
  if (date.precision !== "day") return [];
  const step = (key: "commands.day.before" | "commands.day.after", to: LocalDate): readonly APIButtonComponent[] =>
    to.year < 1 || to.year > 9_999
      ? []
      : [
          button(
            shorten(language.text(key, { date: language.dayOfWeek(to) }), LIMITS.label),
            dayViewId("step", { date: to, page: 1, following }),
          ),
        ];
  return [...step("commands.day.before", addDays(date, -1)), ...step("commands.day.after", addDays(date, 1))];
}

/** To every fact of the day by itself, which /today tells with all. */
function factsOf({ date, following }: DayView, language: Language): readonly APIButtonComponent[] {
  return date.precision === "day"
    ? [button(shorten(language.text("commands.day.facts"), LIMITS.label), factsId("all", { date, following, page: 1 }))]
    : [];
}

/** Nothing of those who were asked about is not nothing at all: the whole day is a button away. */
function emptyDay(view: DayView, language: Language, ours: readonly string[]): MessagePayload {
  const { date, following } = view;
  const when = { date: language.date(date) };
  const parties = language.list(following.map((code) => language.nameInText(code)));
  const nothing =
    following.length === 0
      ? language.text("commands.day.empty", when)
      : language.text("commands.day.empty-of", { ...when, parties: shorten(parties, LIMITS.content) });
  const whole = language.text(`post.whole-${date.precision}`);
  return componentsMessage([
    container([
      ...[headingOf(view, language), ...ours, escapeMarkdown(nothing)].map(textDisplay),
      ...buttonRows([...(following.length === 0 ? [] : [viewButton(whole, date, [])]), ...stepsOf(view, language)]),
    ]),
  ]);
}
