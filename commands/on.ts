import { parseDayView } from "../src/messages/day-view.ts";
import type { Command, Pressed, Reply } from "./command.ts";
import { partiesFor } from "./inquiry.ts";
import type { Needs } from "./needs.ts";
import { completedText, EVERYWHERE, textOf } from "./options.ts";
import { readCountries, suggestCountries } from "./typed/country.ts";
import { readDates } from "./typed/date.ts";
import { suggestDates } from "./typed/date-choices.ts";
import { notADate } from "./typed/typed-date.ts";

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
    return suggestDates(text, await needs.today(input), inLanguage);
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
