import { factsAnswer, parseFactsView } from "../src/messages/lookup/facts-answer.ts";
import type { Inquiry } from "../src/messages/lookup/inquiry.ts";
import type { Command } from "./command.ts";
import { completeCountries, inquiryOf, type LookupNeeds, outdated } from "./inquiry.ts";
import type { Needs } from "./needs.ts";
import { completedText, EVERYWHERE, flag, textOf } from "./options.ts";
import { type Countries, readCountries } from "./typed/country.ts";
import { readFewCountries } from "./typed/few-countries.ts";

type TodayNeeds = LookupNeeds & Pick<Needs, "day">;

/** /today [country] [all]: what happened on this day, told as occasions, or every fact of it by itself. */
export const today: Command<TodayNeeds> = {
  definition: (words) => ({
    ...words("today"),
    ...EVERYWHERE,
    options: [completedText(words, "today.country", false), flag(words, "today.all")],
  }),

  async run(input, needs) {
    const inquiry = await inquiryOf(input, needs);
    const isAll = input.options.get("all") === true;
    const read = isAll ? readFewCountries : readManyCountries;
    const countries = read(textOf(input, "country"), inquiry);
    if (!countries.ok) return countries.refusal;
    const view = { date: inquiry.today, page: 1, following: countries.codes };
    if (isAll) return { kind: "quiet", message: factsAnswer(view, inquiry) };
    return { kind: "public", message: needs.day(view, inquiry.language) };
  },

  complete: completeCountries,

  actions: {
    async page(pressed, needs) {
      const inquiry = await inquiryOf(pressed, needs);
      const view = parseFactsView(pressed.args, inquiry.almanac.parties);
      return view === undefined ? outdated(inquiry) : { kind: "update", message: factsAnswer(view, inquiry) };
    },
  },
};

function readManyCountries(typed: string, { almanac, language }: Inquiry): Countries {
  return readCountries(typed, almanac.parties, language);
}
