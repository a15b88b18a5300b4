import { addDays } from "../almanac/calendar.ts";
import { type LocalDate, type Month, parseLocalDate, type Year } from "../almanac/date.ts";
import { headsUpFor, WEEK, weekAfter } from "../digest/ahead.ts";
import { digestFor } from "../digest/compose.ts";
import { namedBy } from "../digest/follow.ts";
import { overviewFor } from "../digest/overview.ts";
import { isOwnMilestone, type OwnAnniversary, ownFor } from "../digest/own.ts";
import { remindersOn } from "../digest/reminders.ts";
import type { DigestSource } from "../digest/source.ts";
import type { Catalogue } from "../messages/catalogue.ts";
import { dailyPost } from "../messages/daily-post.ts";
import { headsUpPost } from "../messages/heads-up-post.ts";
import type { Language } from "../messages/language.ts";
import { overviewPost } from "../messages/overview-post.ts";
import type { Post, PostOptions } from "../messages/post.ts";
import { reminderPost } from "../messages/reminder-post.ts";
import { weekPost } from "../messages/week-post.ts";
import type { OutgoingMessage } from "../ports.ts";
import type { Composer, Composition, CompositionRequest } from "./compose.ts";
import { noticeWords } from "./fault-words.ts";
import type { Slot } from "./ledger.ts";
import type { Fault } from "./subscription.ts";

/** The way of a post from the facts to the message: almanac, digest, messages. */
export function createComposer(source: DigestSource, catalogue: Pick<Catalogue, "language">): Composer {
  return {
    compose({ slot, localDate, settings, ...shown }) {
      const date = parseLocalDate(localDate);
      if (date === undefined) throw new RangeError(`not a local date: ${localDate}`);
      const post = POST_OF_SLOT[slot]({
        source,
        date,
        settings,
        ...shown,
        language: catalogue.language(settings.locale),
      });
      return post && compositionOf(post);
    },
    notice(fault: Fault, several, locale): OutgoingMessage {
      const content = noticeWords(catalogue.language(locale), fault, several);
      return { body: { content, allowed_mentions: { parse: [] } }, files: [] };
    },
  };
}

interface Task extends Pick<CompositionRequest, "settings" | "own" | "late" | "shownAs"> {
  readonly source: DigestSource;
  readonly date: LocalDate;
  readonly language: Language;
}

/** What is posted for each slot on a date; undefined where there is nothing to say. */
const POST_OF_SLOT: Record<Slot, (task: Task) => Post | undefined> = {
  daily(task) {
    const digest = digestFor(task.source, task.settings.selection, task.date);
    const own = ownOn(task, task.date);
    return said([digest.lines, own], () => dailyPost(digest, task.language, optionsOf(task), own));
  },
  "heads-up"(task) {
    const { source, settings, date, language } = task;
    if (settings.headsUpDays === undefined) return undefined;
    const ahead = addDays(date, settings.headsUpDays);
    const digest = headsUpFor(source, settings.selection, ahead);
    const own = ownOn(task, ahead).filter(isOwnMilestone);
    return said([digest.lines, own], () => headsUpPost(digest, date, language, optionsOf(task), own));
  },
  weekly(task) {
    const week = weekAfter(task.source, task.settings.selection, task.date);
    const own = Array.from({ length: WEEK }, (_, index) => ownOn(task, addDays(task.date, index + 1))).flat();
    return said([week.lines, own], () => weekPost(week, task.language, optionsOf(task), own));
  },
  reminder(task) {
    const { source, settings, date, language } = task;
    const due = remindersOn(source, settings.reminders, date, settings.headsUpDays);
    return said([due.lines], () => reminderPost(due, language, optionsOf(task)));
  },
  month: (task) => overview(task, { precision: "month", year: task.date.year, month: task.date.month }),
  year: (task) => overview(task, { precision: "year", year: task.date.year }),
};

function overview(task: Task, period: Month | Year): Post | undefined {
  const found = overviewFor(task.source, task.settings.selection, period);
  return said([found.lines], () => overviewPost(found, task.language, optionsOf(task)));
}

function said(lines: readonly (readonly unknown[])[], post: () => Post): Post | undefined {
  return lines.flat().length === 0 ? undefined : post();
}

/** The server's own dates that are shown on a date. */
function ownOn({ source, own, settings }: Task, date: LocalDate): readonly OwnAnniversary[] {
  return ownFor(own, settings.selection, date, source).shown;
}

function optionsOf({ settings, late, shownAs }: Task): PostOptions {
  return { following: namedBy(settings.selection), late, ...(shownAs === undefined ? {} : { shownAs }) };
}

function compositionOf({ message, plain, title, tiers }: Post): Composition {
  const bare = { body: message, files: [] };
  return { full: bare, bare, plain: { body: plain, files: [] }, title, tiers };
}
