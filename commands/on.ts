import { formatDate } from "../src/almanac/date.ts";
import { parseDayView } from "../src/messages/day-view.ts";
import type { Language } from "../src/messages/language.ts";
import { clean, shorten } from "../src/messages/plain.ts";
import type { Command, Pressed, Reply } from "./command.ts";
import { partiesFor } from "./inquiry.ts";
import type { Needs } from "./needs.ts";
import { completedText, EVERYWHERE, textOf } from "./options.ts";
import { readCountries, suggestCountries } from "./typed/country.ts";
import { readDates } from "./typed/date.ts";

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
    const [date] = readDates(typed, inLanguage.locale, await today(input));
    if (date === undefined) return notADate(typed, inLanguage);
    const countries = readCountries(textOf(input, "country"), parties, inLanguage);
    if (!countries.ok) return countries.refusal;
    return { kind: "public", message: day({ date, page: 1, following: countries.codes }, inLanguage) };
  },

  async complete({ option, text }, input, needs) {
    const inLanguage = needs.language(input.locale);
    if (option !== "date") return suggestCountries(text, await partiesFor(input, needs), inLanguage);
    const now = await needs.today(input);
    const dates = text.trim() === "" ? [now] : readDates(text, inLanguage.locale, now);
    return dates.map((date) => ({ name: inLanguage.weekday(date), value: formatDate(date) }));
  },

  actions: {
    day: (pressed, needs) => show(pressed, needs, "quiet"),
    page: (pressed, needs) => show(pressed, needs, "update"),
  },
};

function show(pressed: Pressed, { language, day }: OnNeeds, kind: "quiet" | "update"): Reply {
  const inLanguage = language(pressed.locale);
  const view = parseDayView(pressed.args);
  if (view === undefined) return { kind: "refusal", text: inLanguage.text("commands.error.unknown-action") };
  return { kind, message: day(view, inLanguage) };
}

function notADate(typed: string, language: Language): Reply {
  return { kind: "refusal", text: language.text("commands.error.not-a-date", { typed: shorten(clean(typed), 80) }) };
}
