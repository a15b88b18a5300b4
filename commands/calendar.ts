import { YEAR_AHEAD } from "../src/almanac/calendar.ts";
import { isOwnMilestone } from "../src/digest/own.ts";
import { calendarName, calendarOf, MOST_ENTRIES } from "../src/messages/lookup/calendar-file.ts";
import { feedPath } from "../src/messages/lookup/feed-path.ts";
import { narrowed } from "../src/messages/lookup/listing.ts";
import { textPage } from "../src/messages/lookup/page-of-text.ts";
import { escapeMarkdown } from "../src/messages/markdown.ts";
import { fileDisplay } from "../src/messages/payload.ts";
import type { Command } from "./command.ts";
import { completeCountries, inquiryOf, type LookupNeeds } from "./inquiry.ts";
import { asMeant, orMeant } from "./meant.ts";
import type { Needs } from "./needs.ts";
import { completedText, EVERYWHERE, flag, textOf } from "./options.ts";
import { readMembers } from "./typed/few-countries.ts";

type CalendarNeeds = LookupNeeds & Pick<Needs, "calendar" | "feedUrl" | "ownAhead">;

/** /calendar [country] [milestones]: the anniversaries of a year from today on, as a file for any calendar; and the address of a feed. */
export const calendar: Command<CalendarNeeds> = {
  definition: (words) => ({
    ...words("calendar"),
    ...EVERYWHERE,
    options: [completedText(words, "calendar.country", false), flag(words, "calendar.milestones")],
  }),

  async run(input, needs) {
    const inquiry = await inquiryOf(input, needs);
    const { language, today } = inquiry;
    const countries = readMembers(textOf(input, "country"), inquiry, needs.presets);
    if (!countries.ok) return orMeant("calendar", "country", countries, input);
    const filter = { following: countries.codes, milestones: input.options.get("milestones") === true };
    const file = calendarName(filter);
    const read = await needs.ownAhead(input, { from: today, days: YEAR_AHEAD }, countries.codes);
    const own = read === "unread" ? [] : read.filter((each) => !filter.milestones || isOwnMilestone(each));
    const { text, total } = needs.calendar(today, filter, input.locale, own);
    if (total === 0 && own.length === 0) return { kind: "refusal", text: language.text("lookup.calendar.nothing") };
    const said =
      total > MOST_ENTRIES
        ? language.text("lookup.calendar.said-best", { shown: MOST_ENTRIES, count: total })
        : language.text("lookup.calendar.said", { count: total });
    const heading = narrowed(language.text("lookup.calendar.heading"), calendarOf(filter, language), language);
    const path = feedPath({ ...filter, locale: input.locale });
    const feed = needs.feedUrl === undefined || path === undefined ? undefined : `${needs.feedUrl}${path}`;
    const paragraphs = [
      escapeMarkdown(said),
      ...(own.length === 0 ? [] : [escapeMarkdown(language.text("own.in-calendar", { count: own.length }))]),
      ...(read === "unread" ? [escapeMarkdown(language.text("own.unread"))] : []),
      ...(feed === undefined ? [] : [`${escapeMarkdown(language.text("lookup.calendar.feed"))}\n\`${feed}\``]),
      ...(feed === undefined || own.length === 0 ? [] : [escapeMarkdown(language.text("own.not-in-feed"))]),
    ];
    return {
      kind: "quiet",
      message: textPage(heading, paragraphs, [], [fileDisplay(file)]),
      files: [{ name: file, contentType: "text/calendar; charset=utf-8", data: Buffer.from(text) }],
    };
  },

  complete: (typed, asked, needs) => completeCountries(typed, asked, needs, () => true),

  actions: { meant: asMeant(() => calendar) },
};
