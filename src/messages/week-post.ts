import { compareDates } from "../almanac/calendar.ts";
import { formatDate, type LocalDate } from "../almanac/date.ts";
import type { Preview } from "../digest/digest.ts";
import type { OwnAnniversary } from "../digest/own.ts";
import { viewButton } from "./day-view.ts";
import type { Language } from "./language.ts";
import { type LineOfDay, occasionLine } from "./line.ts";
import { escapeMarkdown } from "./markdown.ts";
import { datedOwnLines, ownFirst } from "./own/own-section.ts";
import { type Post, type PostOptions, postOf, type Section } from "./post.ts";
import { readerOf } from "./sentence.ts";

/**
 * The preview of a week: the server's own dates, then the lines under the day that they belong to, day after day, and a button to each
 * of these days. It mentions no role: each line has its own post to come.
 */
export function weekPost(
  preview: Preview,
  language: Language,
  options: PostOptions,
  own: readonly OwnAnniversary[] = [],
): Post {
  const reader = readerOf(language, options.following);
  const lines = preview.lines.map((line): LineOfDay => ({ ...occasionLine(line, reader), on: line.on }));
  const ours = datedOwnLines(own, language);
  const days = new Map([...own, ...lines].map(({ on }) => [formatDate(on), on]));
  const inOrder = [...days.values()].toSorted(compareDates);
  return postOf(
    {
      title: language.text("post.week", { dates: language.range(preview.first, preview.last) }),
      lines: { rich: [...ours, ...lines], plain: [...ours, ...lines] },
      sections: ownFirst(
        (shown: readonly LineOfDay[]) =>
          inOrder.map((day) => sectionOf(day, shown, language)).filter((section) => section.lines.length > 0),
        language,
      ),
      omitted: { count: preview.omitted, text: (count) => language.text("post.week-omitted", { count }) },
      buttons: inOrder.map((day) => viewButton(language.dayOfWeek(day), day, options.following)),
      tiers: [],
    },
    language,
    options,
  );
}

function sectionOf(day: LocalDate, shown: readonly LineOfDay[], language: Language): Section {
  return {
    heading: escapeMarkdown(language.dayOfWeek(day)),
    lines: shown.filter(({ on }) => compareDates(on, day) === 0),
  };
}
