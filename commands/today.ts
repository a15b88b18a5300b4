import type { Command } from "./command.ts";
import type { Needs } from "./needs.ts";
import { completedText, EVERYWHERE, textOf } from "./options.ts";
import { readCountries, suggestCountries } from "./typed/country.ts";

/** /today [country]: what happened on this day. */
export const today: Command<Pick<Needs, "language" | "today" | "day" | "parties">> = {
  definition: (words) => ({
    ...words("today"),
    ...EVERYWHERE,
    options: [completedText(words, "today.country", false)],
  }),

  async run(input, { language, today: todayOf, day, parties }) {
    const inLanguage = language(input.locale);
    const countries = readCountries(textOf(input, "country"), parties, inLanguage);
    if (!countries.ok) return countries.refusal;
    const view = { date: await todayOf(input), page: 1, following: countries.codes };
    return { kind: "public", message: day(view, inLanguage) };
  },

  complete: ({ text }, input, { language, parties }) => suggestCountries(text, parties, language(input.locale)),
};
