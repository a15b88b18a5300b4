import { isBegun, isChannelGone, isPosting, isRefused, type Subscription } from "../../src/delivery/subscription.ts";
import { customId } from "../../src/messages/custom-id.ts";
import type { Language } from "../../src/messages/language.ts";
import { choiceSelect, MOST_OPTIONS } from "../../src/messages/lookup/selects.ts";
import { bold, escapeMarkdown } from "../../src/messages/markdown.ts";
import { componentsMessage, container, fits, type MessagePayload, textDisplay } from "../../src/messages/payload.ts";
import { shorten } from "../../src/messages/plain.ts";
import { calendarText } from "./calendar.ts";
import type { NextPosting } from "./next-posting.ts";
import { followedText } from "./setting-words.ts";

/** How many calendars there are, and how many others that have not begun: those count for no limit of the former. */
function headingText(all: readonly Subscription[], language: Language): string {
  const count = all.filter(isBegun).length;
  return language.text("admin.list.heading", { count, unbegun: all.length - count });
}

/** Every calendar in a line, shorter where there are many, and one of them to choose; under what is to be said, in plain text. */
export function listMessage(
  all: readonly Subscription[],
  next: (calendar: Subscription) => NextPosting | undefined,
  language: Language,
  said?: string,
): MessagePayload {
  const options = all.map((calendar, index) => ({
    label: `${index + 1}. ${calendar.postAt} ${calendar.lostZone ?? calendar.zone}: ${labelText(calendar, language)}`,
    value: calendar.id,
  }));
  const title = `## ${escapeMarkdown(headingText(all, language))}`;
  const heading = textDisplay([title, ...(said === undefined ? [] : [escapeMarkdown(said)])].join("\n"));
  // more than one select only where there are more than /setup allows
  const selects = Array.from({ length: Math.ceil(options.length / MOST_OPTIONS) }, (_, at) =>
    choiceSelect(
      at === 0 ? customId("subscriptions", "show") : customId("subscriptions", "show", "", String(at)),
      language.text("admin.list.choose"),
      options.slice(at * MOST_OPTIONS, (at + 1) * MOST_OPTIONS),
    ),
  );
  const page = (line: (calendar: Subscription) => string): MessagePayload => {
    const lines = all.map((calendar, index) => `${index + 1}\\. ${line(calendar)}`);
    return componentsMessage([container([heading, textDisplay(lines.join("\n")), ...selects])]);
  };
  const whole = page((calendar) => calendarText(calendar, language, next(calendar)));
  return fits(whole)
    ? whole
    : (SHORTER.map((most) => page((calendar) => shortLine(calendar, next(calendar), most, language))).find(fits) ??
        page(({ channelId }) => `<#${channelId}>`));
}

/** So much is said at most of whom a calendar follows, where not everything fits. */
const SHORTER = [120, 60, 30, 0] as const;

/** Where and when it posts, how it stands, and whom it follows as far as there is room. */
function shortLine(calendar: Subscription, posting: NextPosting | undefined, most: number, language: Language): string {
  const { channelId, postAt, zone, lostZone } = calendar;
  const following = most === 0 ? [] : [escapeMarkdown(shorten(followedText(calendar, language), most))];
  const when = `<#${channelId}> ${postAt} ${escapeMarkdown(lostZone ?? zone)}`;
  return [when, bold(escapeMarkdown(shortStanding(calendar, posting, language))), ...following].join(" · ");
}

function shortStanding(calendar: Subscription, posting: NextPosting | undefined, language: Language): string {
  if (isChannelGone(calendar)) return language.text("admin.short.gone");
  if (!isBegun(calendar)) return language.text("admin.short.not-begun");
  if (calendar.standing.state === "paused") return language.text("admin.short.paused");
  if (isRefused(calendar)) return language.text("admin.short.refused");
  const next = posting?.withLines;
  return next === undefined
    ? language.text("admin.short.active")
    : language.text("admin.short.next", { next: language.dayOfWeek(next) });
}

/** Whom it follows, after how it stands where it posts nothing now. */
function labelText(calendar: Subscription, language: Language): string {
  const following = followedText(calendar, language);
  return isPosting(calendar) ? following : `${shortStanding(calendar, undefined, language)}, ${following}`;
}
