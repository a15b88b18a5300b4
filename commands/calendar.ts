import { LEAP_DAY } from "../src/almanac/anniversary.ts";
import { dateNumber } from "../src/almanac/calendar.ts";
import { icalendar } from "../src/messages/lookup/ical.ts";
import { textPage } from "../src/messages/lookup/page-of-text.ts";
import { escapeMarkdown } from "../src/messages/markdown.ts";
import { fileDisplay } from "../src/messages/payload.ts";
import { readerOf } from "../src/messages/sentence.ts";
import type { Command } from "./command.ts";
import { inquiryOf, type LookupNeeds, partiesFor } from "./inquiry.ts";
import { completedText, EVERYWHERE, flag, textOf } from "./options.ts";
import { readCountries, suggestCountries } from "./typed/country.ts";

/** A year, 29 February included. */
const DAYS = 366;
/** So many entries at most, those that matter most: a calendar of everything is a calendar of nothing. */
const MOST_ENTRIES = 250;
const FILE = "attache.ics";

/** /calendar [country] [milestones]: the anniversaries of a year from today on, as a file for any calendar. */
export const calendar: Command<LookupNeeds> = {
  definition: (words) => ({
    ...words("calendar"),
    ...EVERYWHERE,
    options: [completedText(words, "calendar.country", false), flag(words, "calendar.milestones")],
  }),

  async run(input, needs) {
    const inquiry = await inquiryOf(input, needs);
    const { almanac, language, today } = inquiry;
    const countries = readCountries(textOf(input, "country"), almanac.parties, language);
    if (!countries.ok) return countries.refusal;
    const filter = {
      ...(countries.codes.length === 0 ? {} : { parties: countries.codes }),
      ...(input.options.get("milestones") === true ? { tier: 25 as const } : {}),
    };
    const best = almanac.upcoming(today, DAYS, LEAP_DAY, filter, { order: "significance", limit: MOST_ENTRIES });
    if (best.total === 0) return { kind: "refusal", text: language.text("lookup.calendar.nothing") };
    const inOrder = best.items.toSorted((one, other) => dateNumber(one.on) - dateNumber(other.on));
    const title = language.text("about.heading");
    const file = icalendar(title, inOrder, readerOf(language, countries.codes));
    const said =
      best.total > MOST_ENTRIES
        ? language.text("lookup.calendar.said-best", { shown: MOST_ENTRIES, count: best.total })
        : language.text("lookup.calendar.said", { count: best.total });
    return {
      kind: "quiet",
      message: textPage(language.text("lookup.calendar.heading"), [escapeMarkdown(said)], [], [fileDisplay(FILE)]),
      files: [{ name: FILE, contentType: "text/calendar; charset=utf-8", data: Buffer.from(file) }],
    };
  },

  complete: async ({ text }, input, needs) =>
    suggestCountries(text, await partiesFor(input, needs), needs.language(input.locale)),
};
