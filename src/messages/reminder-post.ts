import { daysBetween } from "../almanac/calendar.ts";
import { formatDate, type LocalDate } from "../almanac/date.ts";
import type { DatedLine } from "../digest/digest.ts";
import type { Reminders } from "../digest/reminders.ts";
import { customId } from "./custom-id.ts";
import { viewButton } from "./day-view.ts";
import type { Language } from "./language.ts";
import { type LineOfDay, occasionLine } from "./line.ts";
import { escapeMarkdown } from "./markdown.ts";
import { button, LIMITS } from "./payload.ts";
import { shorten } from "./plain.ts";
import { type Post, type PostOptions, postOf, type Section } from "./post.ts";
import { readerOf } from "./sentence.ts";
import { timelineButton } from "./timeline-button.ts";

/** What a person asked to be reminded of, in a direct message: what is marked today, and what will be in some days. */
export function reminderPost({ date, lines }: Reminders, language: Language, options: PostOptions): Post {
  const reader = readerOf(language, options.following);
  const reminded = lines.map((line): LineOfDay => ({ ...occasionLine(line, reader), on: line.on }));
  const [first] = lines;
  return postOf(
    {
      title: language.text("reminder.heading"),
      lines: { rich: reminded, plain: reminded },
      sections: (shown) => sectionsOf(shown, date, language),
      omitted: { count: 0, text: (count) => language.text("reminder.omitted", { count }) },
      buttons: [
        ...daysOf(lines).map((on, _, days) => viewButton(dayLabel(on, days.length, language), on, [])),
        ...timelineButton(first, language),
        remindersButton(language),
      ],
      tiers: lines.map(({ lead }: DatedLine) => lead.tier),
    },
    language,
    options,
  );
}

/** The days of which it tells, each once: today, and the one that it tells of beforehand. */
function daysOf(lines: readonly DatedLine[]): readonly LocalDate[] {
  return [...new Map(lines.map(({ on }) => [formatDate(on), on])).values()].slice(0, MOST_DAYS);
}

/** So many have room for a button of their own. */
const MOST_DAYS = 3;

function dayLabel(on: LocalDate, days: number, language: Language): string {
  return days === 1 ? language.text("post.whole-day") : language.text("lookup.event.day", { date: language.date(on) });
}

/** Opens the list of one's reminders, from where they can be removed. */
export function remindersButton(language: Language): ReturnType<typeof button> {
  return button(shorten(language.text("reminder.button"), LIMITS.label), customId("reminders", "list"));
}

function sectionsOf(shown: readonly LineOfDay[], today: LocalDate, language: Language): readonly Section[] {
  return [...Map.groupBy(shown, ({ on }) => formatDate(on)).values()].flatMap((lines) => {
    const [first] = lines;
    if (first === undefined) return [];
    const days = daysBetween(today, first.on);
    const on = language.weekday(first.on);
    const heading =
      days === 0 ? language.text("reminder.today", { date: on }) : language.text("post.heads-up", { days, date: on });
    return [{ heading: escapeMarkdown(heading), lines }];
  });
}
