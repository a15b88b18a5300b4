import { ApplicationCommandOptionType } from "discord-api-types/v10";
import { turned } from "../src/messages/lookup/paging.ts";
import { parseUpcomingView, upcomingAnswer } from "../src/messages/lookup/upcoming-answer.ts";
import { YEAR_AHEAD } from "../src/messages/lookup/year-ahead.ts";
import type { Command } from "./command.ts";
import { answer, completeCountries, inquiryOf, type LookupNeeds, outdated } from "./inquiry.ts";
import { completedText, EVERYWHERE, flag, isWholeBetween, textOf } from "./options.ts";
import { readFewCountries } from "./typed/few-countries.ts";

const DAYS = 30;

/** /upcoming [country] [days] [milestones]: what is marked in the days to come. */
export const upcoming: Command<LookupNeeds> = {
  definition: (words) => ({
    ...words("upcoming"),
    ...EVERYWHERE,
    options: [
      completedText(words, "upcoming.country", false),
      {
        ...words("upcoming.days"),
        type: ApplicationCommandOptionType.Integer,
        min_value: 1,
        max_value: YEAR_AHEAD,
      },
      flag(words, "upcoming.milestones"),
      flag(words, "upcoming.public"),
    ],
  }),

  async run(input, needs) {
    const inquiry = await inquiryOf(input, needs);
    const countries = readFewCountries(textOf(input, "country"), inquiry);
    if (!countries.ok) return countries.refusal;
    const days = input.options.get("days") ?? DAYS;
    if (!isWholeBetween(days, 1, YEAR_AHEAD))
      return { kind: "refusal", text: inquiry.language.text("lookup.upcoming.days", { most: YEAR_AHEAD }) };
    const view = {
      from: inquiry.today,
      days,
      milestones: input.options.get("milestones") === true,
      following: countries.codes,
      page: 1,
    };
    return answer(input, upcomingAnswer(view, inquiry));
  },

  complete: completeCountries,

  actions: {
    async page(pressed, needs) {
      const inquiry = await inquiryOf(pressed, needs);
      const view = parseUpcomingView(pressed.args, inquiry.almanac.parties);
      return view === undefined
        ? outdated(inquiry)
        : { kind: "update", message: upcomingAnswer(turned(view, pressed.values), inquiry) };
    },
  },
};
