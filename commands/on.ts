import { formatDate } from "../src/almanac/date.ts";
import { parseDayView } from "../src/messages/day-view.ts";
import type { Language } from "../src/messages/language.ts";
import { clean, shorten } from "../src/messages/plain.ts";
import type { Command, Pressed, Reply } from "./command.ts";
import { partiesFor } from "./inquiry.ts";
import type { Needs } from "./needs.ts";
import { completedText, EVERYWHERE, textOf } from "./options.ts";
import { readCountries, suggestCountries } from "./typed/country.ts";
import { type NotADate, readDates } from "./typed/date.ts";

type OnNeeds = Pick<Needs, "language" | "today" | "day" | "parties" | "almanac" | "following">;

/** /on date [country]: what happened on a day of any year. Its buttons, also those of daily posts, lead to a day's pages. */
export const on: Command<OnNeeds> = {
  definition: (words) => ({
    ...words("on"),
    ...EVERYWHERE,
    options: [completedText(words, "on.date", true), completedText(words, "on.country", false)],
  }),

  async run(input, { language, today, day, parties }) {
    const inLanguage = language(input.locale);
    const typed = textOf(input, "date");
    const reading = readDates(typed, inLanguage.locale, await today(input));
    if (!reading.ok) return notADate(typed, reading.why, inLanguage);
    const countries = readCountries(textOf(input, "country"), parties, inLanguage);
    if (!countries.ok) return countries.refusal;
    return {
      kind: "public",
      message: day({ date: reading.dates[0], page: 1, following: countries.codes }, inLanguage),
    };
  },

  async complete({ option, text }, input, needs) {
    const inLanguage = needs.language(input.locale);
    if (option !== "date") return suggestCountries(text, await partiesFor(input, needs), inLanguage);
    const now = await needs.today(input);
    const reading = readDates(text, inLanguage.locale, now);
    const dates = reading.ok ? reading.dates : [];
    return (text.trim() === "" ? [now] : dates).map((date) => ({
      name: inLanguage.weekday(date),
      value: formatDate(date),
    }));
  },

  actions: {
    day: (pressed, needs) => show(pressed, needs, "quiet"),
    page: (pressed, needs) => show(pressed, needs, "update"),
  },
};

function show(pressed: Pressed, { language, day, parties }: OnNeeds, kind: "quiet" | "update"): Reply {
  const inLanguage = language(pressed.locale);
  const view = parseDayView(pressed.args, parties);
  if (view === undefined) return { kind: "refusal", text: inLanguage.text("commands.error.unknown-action") };
  return { kind, message: day(view, inLanguage) };
}

function notADate(written: string, why: NotADate, language: Language): Reply {
  const typed = shorten(clean(written), 80);
  return { kind: "refusal", text: refusalOf(typed, why, language) };
}

function refusalOf(typed: string, why: NotADate, { text }: Language): string {
  switch (why.kind) {
    case "unreadable":
      return text("commands.error.not-a-date", { typed });
    case "more-than-a-date":
      return text("commands.error.more-than-a-date", { typed, more: shorten(clean(why.more), 80) });
    case "no-such-day":
      return text("commands.error.no-such-day", { typed, days: why.days });
    case "no-leap-year":
      return text("commands.error.no-leap-year", { typed, year: String(why.year) });
  }
}
