import { daysBetween } from "../almanac/calendar.ts";
import type { LocalDate } from "../almanac/date.ts";
import type { Digest } from "../digest/digest.ts";
import type { OwnAnniversary } from "../digest/own.ts";
import { viewButton } from "./day-view.ts";
import type { Language } from "./language.ts";
import { milestoneLines, occasionLine } from "./line.ts";
import { ownFirst, ownLines } from "./own/own-section.ts";
import { type Post, type PostOptions, postOf } from "./post.ts";
import { readerOf } from "./sentence.ts";
import { timelineButton } from "./timeline-button.ts";

/** What is told on a date of the milestones of a later one: how many days are left, which day it will be, and the milestones, the server's own first. It mentions no role: the day's own post will. */
export function headsUpPost(
  digest: Digest,
  today: LocalDate,
  language: Language,
  options: PostOptions,
  own: readonly OwnAnniversary[] = [],
): Post {
  const reader = readerOf(language, options.following);
  const whole = language.text("post.whole-day");
  const ours = ownLines(own, language, whole);
  return postOf(
    {
      title: language.text("post.heads-up", {
        days: daysBetween(today, digest.date),
        date: language.weekday(digest.date),
      }),
      lines: {
        rich: [...ours, ...digest.lines.map((line) => milestoneLines(line, reader))],
        plain: [...ours, ...digest.lines.map((line) => occasionLine(line, reader))],
      },
      sections: ownFirst((lines) => (lines.length === 0 ? [] : [{ lines }]), language),
      omitted: {
        count: digest.omitted,
        text: (count) => language.text("post.heads-up-omitted", { count, button: whole }),
      },
      buttons: [viewButton(whole, digest.date, options.following), ...timelineButton(digest.lines[0], language)],
      tiers: [],
    },
    language,
    options,
  );
}
