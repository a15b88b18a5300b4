import { isBegun, type Subscription } from "../../src/delivery/subscription.ts";
import { customId } from "../../src/messages/custom-id.ts";
import type { Language } from "../../src/messages/language.ts";
import { choiceSelect, MOST_OPTIONS } from "../../src/messages/lookup/selects.ts";
import { escapeMarkdown } from "../../src/messages/markdown.ts";
import { componentsMessage, container, fits, type MessagePayload, textDisplay } from "../../src/messages/payload.ts";
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
    label: `${index + 1}. ${calendar.postAt} ${calendar.lostZone ?? calendar.zone}: ${followedText(calendar, language)}`,
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
    : page(({ channelId, postAt, zone, lostZone }) => `<#${channelId}> ${postAt} ${escapeMarkdown(lostZone ?? zone)}`);
}
