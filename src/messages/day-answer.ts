import type { APIButtonComponent } from "discord-api-types/v10";
import type { Page } from "../almanac/almanac.ts";
import { addDays } from "../almanac/calendar.ts";
import type { LocalDate, PartialDate } from "../almanac/date.ts";
import type { DayLine, DayLines } from "../digest/whole-day.ts";
import { type DayView, dayViewId, viewButton } from "./day-view.ts";
import type { Language } from "./language.ts";
import { happenedLine, type Line, occasionLine, sourceLink, successorNote } from "./line.ts";
import { factsId } from "./lookup/facts-answer.ts";
import { type Entry, followedText, listingMessage, narrowed, titled } from "./lookup/listing.ts";
import { pageNote, pageOf, turns } from "./lookup/paging.ts";
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
import { anniversaryLine } from "./wording.ts";

/** So many lines on a page: what a phone shows without much scrolling. */
const PAGE = 12;

/**
 * The answer to /today and /on, and to the buttons of posts: the server's own dates, the occasions of the date itself, then those of the day in earlier
 * years (or of the month, or the year), best first, in pages of 12 lines; one of them in full, the other pages, the days
 * before and after. A page that is asked for beyond the last is the last.
 */
export function dayAnswer(linesOf: DayLines, view: DayView, language: Language, own: OwnOfDay = []): MessagePayload {
  const reader = readerOf(language, view.following);
  const ours = ownOfDayText(own, language);
  const taken = Math.min(ours.join().split("\n").length - 1, PAGE - FEWEST);
  const places = pageOf(view.page, (offset, limit) => behind(taken, linesOf, offset, limit), PAGE);
  const paged = { ...places, total: places.total - taken };
  if (paged.total === 0) return emptyDay(view, language, ours);
  const isFirst = paged.page === 1;
  const shown = paged.items.map((line): Shown => ({ ...line, text: lineOf(line, reader) }));
  const to = turns(paged, language, (page) => dayViewId("page", { ...view, page }));
  const successors = successorNote(
    shown.map(({ text }) => text),
    language,
  );
  const known = KNOWN[view.date.precision]?.(language);
  return listingMessage({
    heading: headingOf(view, language),
    summary: isFirst ? ours : [],
    entries: parts(shown, reader),
    notes: [known, successors, pageNote(paged, language)].filter((note) => note !== undefined),
    selects: [
      ...eventSelect(
        shown.map(({ occasion }) => occasion),
        reader,
        view.following,
      ),
      ...to.selects,
    ],
    buttons: [...to.buttons, ...stepsOf(view, language), ...factsOf(view, language)],
  });
}

/** The server's own dates may take so much of the first page that so many lines are left. */
const FEWEST = 2;

/** The lines behind so many places that something else has on the first page. */
function behind(taken: number, linesOf: DayLines, offset: number, limit: number): Page<DayLine> {
  const { items, total } = linesOf(Math.max(0, offset - taken), offset === 0 ? limit - taken : limit);
  return { items, total: total + taken };
}

type Shown = DayLine & { readonly text: Line };

function lineOf({ part, occasion }: DayLine, reader: Reader): Line {
  return part === "happened" ? happenedLine(occasion, reader) : occasionLine(occasion, reader);
}

/** How closely all dates of a month's or a year's overview are known. */
const KNOWN: Record<PartialDate["precision"], ((language: Language) => string) | undefined> = {
  day: undefined,
  month: ({ text }) => text("post.month-known"),
  year: ({ text }) => text("post.year-known"),
};

/** What it is narrowed to is told in so many characters. */
const LONGEST_NARROWING = 400;

/** In plain text. */
function headingOf({ date, following }: DayView, language: Language): string {
  const what = shorten(followedText(following, language), LONGEST_NARROWING);
  return narrowed(language.weekday(date), what, language);
}

/** The lines; where some are of the date itself, each part under a small heading. */
function parts(shown: readonly Shown[], reader: Reader): readonly Entry[] {
  const entryOf = ({ text, occasion }: Shown): Entry => ({
    markdown: text.markdown,
    further: text.further,
    plain: () => anniversaryLine(occasion, reader),
    source: sourceLink(occasion.lead.event, reader),
  });
  if (shown.every(({ part }) => part === "marked")) return shown.map(entryOf);
  return (["happened", "marked"] as const).flatMap((part) =>
    titled(reader.language.text(`commands.day.${part}`), shown.filter((line) => line.part === part).map(entryOf)),
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
      ...[`## ${escapeMarkdown(headingOf(view, language))}`, ...ours, escapeMarkdown(nothing)].map(textDisplay),
      ...buttonRows([...(following.length === 0 ? [] : [viewButton(whole, date, [])]), ...stepsOf(view, language)]),
    ]),
  ]);
}
