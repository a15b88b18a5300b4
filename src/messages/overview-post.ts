import type { LocalDate } from "../almanac/date.ts";
import type { Digest, DigestLine } from "../digest/digest.ts";
import type { Overview } from "../digest/overview.ts";
import type { Post, PostOptions } from "./daily-post.ts";
import { dayViewId } from "./day-view.ts";
import type { Language } from "./language.ts";
import { occasionLine } from "./line.ts";
import { bold, escapeMarkdown } from "./markdown.ts";
import { button, buttonRow, componentsMessage, container, fit, LIMITS, plainMessage, textDisplay } from "./payload.ts";
import { shorten } from "./plain.ts";
import { readerOf } from "./sentence.ts";

/** The month's overview: what is known to the month only. */
export function monthPost(overview: Overview, date: LocalDate, language: Language, options: PostOptions): Post {
  const month = language.date({ precision: "month", year: date.year, month: date.month });
  return listPost(language.text("delivery.month", { month }), [overview], date, language, options);
}

/** The year's overview: what is known to the year only. */
export function yearPost(overview: Overview, date: LocalDate, language: Language, options: PostOptions): Post {
  const year = language.date({ precision: "year", year: date.year });
  return listPost(language.text("delivery.year", { year }), [overview], date, language, options);
}

/** The coming week, day by day. */
export function weekPost(days: readonly Digest[], date: LocalDate, language: Language, options: PostOptions): Post {
  return listPost(language.text("delivery.week"), days, date, language, options);
}

/** Milestones of a day to come. */
export function headsUpPost(digest: Digest, days: number, language: Language, options: PostOptions): Post {
  const heading = language.text("delivery.heads-up", { days, date: language.weekday(digest.date) });
  return listPost(heading, [{ lines: digest.lines, omitted: digest.omitted }], digest.date, language, options);
}

type Part = Overview & { readonly date?: LocalDate };

function listPost(
  heading: string,
  parts: readonly Part[],
  date: LocalDate,
  language: Language,
  { following, late }: PostOptions,
): Post {
  const reader = readerOf(language, following);
  const all: readonly DigestLine[] = parts.flatMap(({ lines }) => lines);
  const texts = parts.flatMap((part) =>
    part.lines.map((line, index) => {
      const { markdown } = occasionLine(line, reader);
      const day =
        part.date !== undefined && index === 0 ? `${bold(escapeMarkdown(language.weekday(part.date)))}\n` : "";
      return `${day}${markdown}`;
    }),
  );
  // a preview of days leaves most of each to the day itself: only what it has no room for is counted
  const left = parts.reduce((sum, { omitted, date: day }) => (day === undefined ? sum + omitted : sum), 0);
  const buttons = [
    button(shorten(language.text("post.whole-day"), LIMITS.label), dayViewId("day", { date, page: 1, following })),
  ];
  const notes = (omitted: number): readonly string[] =>
    [
      ...(omitted > 0 ? [language.text("delivery.more", { count: omitted })] : []),
      ...(late ? [language.text("post.late")] : []),
    ].map((note) => `-# ${escapeMarkdown(note)}`);
  return {
    message: fit(texts, (shown, omitted) =>
      componentsMessage([
        container([
          textDisplay(`## ${escapeMarkdown(heading)}`),
          ...[...shown, ...notes(left + omitted)].map(textDisplay),
          buttonRow(buttons),
        ]),
      ]),
    ),
    plain: fit(texts, (shown, omitted) =>
      plainMessage([bold(escapeMarkdown(heading)), ...shown, ...notes(left + omitted)].join("\n"), buttons),
    ),
    title: shorten(heading, 100),
    tiers: all.map(({ lead }) => lead.tier),
  };
}
