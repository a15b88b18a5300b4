import { ApplicationCommandOptionType } from "discord-api-types/v10";
import { YEAR_AHEAD } from "../src/almanac/calendar.ts";
import type { Inquiry } from "../src/messages/lookup/inquiry.ts";
import { turned } from "../src/messages/lookup/paging.ts";
import { parseUpcomingView, type UpcomingView, upcomingAnswer } from "../src/messages/lookup/upcoming-answer.ts";
import type { Asked, Command } from "./command.ts";
import { answer, completeCountries, inquiryOf, type LookupNeeds, outdated } from "./inquiry.ts";
import { asMeant, orMeant } from "./meant.ts";
import type { Needs } from "./needs.ts";
import { completedText, EVERYWHERE, flag, isWholeBetween, textOf } from "./options.ts";
import { readFewCountries } from "./typed/few-countries.ts";

const DAYS = 30;

/** What telling the days to come needs. */
type AheadNeeds = LookupNeeds & Pick<Needs, "ownAhead">;

/** /upcoming [country] [days] [milestones]: what is marked in the days to come. */
export const upcoming: Command<AheadNeeds> = {
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
    const countries = readFewCountries(textOf(input, "country"), inquiry, needs.presets);
    if (!countries.ok) return orMeant("upcoming", "country", countries, input);
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
    return answer(input, await shown(view, inquiry, input, needs));
  },

  complete: completeCountries,

  actions: {
    meant: asMeant(() => upcoming),
    async page(pressed, needs) {
      const inquiry = await inquiryOf(pressed, needs);
      const view = parseUpcomingView(pressed.args, inquiry.almanac.parties);
      return view === undefined
        ? outdated(inquiry)
        : { kind: "update", message: await shown(turned(view, pressed.values), inquiry, pressed, needs) };
    },
  },
};

async function shown(view: UpcomingView, inquiry: Inquiry, asked: Asked, { ownAhead }: Pick<Needs, "ownAhead">) {
  return upcomingAnswer(view, inquiry, await ownAhead(asked, view, view.following));
}
