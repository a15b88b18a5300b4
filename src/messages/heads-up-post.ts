import { daysBetween } from "../almanac/calendar.ts";
import type { LocalDate } from "../almanac/date.ts";
import type { Digest } from "../digest/digest.ts";
import { viewButton } from "./day-view.ts";
import type { Language } from "./language.ts";
import { milestoneLines, occasionLine } from "./line.ts";
import { type Post, type PostOptions, postOf } from "./post.ts";
import { readerOf } from "./sentence.ts";
import { timelineButton } from "./timeline-button.ts";

/** What is told on a date of the milestones of a later one: how many days are left, which day it will be, and the milestones. */
export function headsUpPost(digest: Digest, today: LocalDate, language: Language, options: PostOptions): Post {
  const reader = readerOf(language, options.following);
  const whole = language.text("post.whole-day");
  return postOf(
    {
      title: language.text("post.heads-up", {
        days: daysBetween(today, digest.date),
        date: language.weekday(digest.date),
      }),
      lines: {
        rich: digest.lines.map((line) => milestoneLines(line, reader)),
        plain: digest.lines.map((line) => occasionLine(line, reader)),
      },
      sections: (lines) => [{ lines }],
      omitted: {
        count: digest.omitted,
        text: (count) => language.text("post.heads-up-omitted", { count, button: whole }),
      },
      buttons: [viewButton(whole, digest.date, options.following), ...timelineButton(digest.lines[0], language)],
      tiers: digest.lines.map(({ lead }) => lead.tier),
    },
    language,
    options,
  );
}
