import { ApplicationCommandOptionType } from "discord-api-types/v10";
import { TIERS, type Tier } from "../src/almanac/anniversary.ts";
import {
  type JubileesView,
  jubileesAnswer,
  monthOf,
  parseJubileesView,
} from "../src/messages/lookup/jubilees-answer.ts";
import { turned } from "../src/messages/lookup/paging.ts";
import type { Command, OptionValue, Pressed, Reply } from "./command.ts";
import { answer, completeCountries, inquiryOf, type LookupNeeds, outdated } from "./inquiry.ts";
import { completedText, EVERYWHERE, flag, textOf } from "./options.ts";
import { readFewCountries } from "./typed/few-countries.ts";

const ROUND: Tier = 25;
const LAST_YEAR = 9_999;

/** /jubilees [year] [country] [every]: the round anniversaries of a year, by month. */
export const jubilees: Command<LookupNeeds> = {
  definition: (words) => ({
    ...words("jubilees"),
    ...EVERYWHERE,
    options: [
      { ...words("jubilees.year"), type: ApplicationCommandOptionType.Integer, min_value: 1, max_value: LAST_YEAR },
      completedText(words, "jubilees.country", false),
      {
        ...words("jubilees.every"),
        type: ApplicationCommandOptionType.Integer,
        choices: TIERS.filter((tier) => tier > 1).map((tier) => ({ name: String(tier), value: tier })),
      },
      flag(words, "jubilees.public"),
    ],
  }),

  async run(input, needs) {
    const inquiry = await inquiryOf(input, needs);
    const countries = readFewCountries(textOf(input, "country"), inquiry);
    if (!countries.ok) return countries.refusal;
    const view = {
      year: yearOf(input.options.get("year")) ?? inquiry.today.year,
      tier: TIERS.find((tier) => tier === input.options.get("every")) ?? ROUND,
      following: countries.codes,
      page: 1,
    };
    return answer(input, jubileesAnswer(view, inquiry));
  },

  complete: completeCountries,

  actions: {
    page: (pressed, needs) => show(pressed, needs, (view) => turned(view, pressed.values)),
    month: (pressed, needs) => show(pressed, needs, inMonth(pressed.values[0])),
  },
};

function yearOf(value: OptionValue | undefined): number | undefined {
  return typeof value === "number" && Number.isInteger(value) && value >= 1 && value <= LAST_YEAR ? value : undefined;
}

async function show(
  pressed: Pressed,
  needs: LookupNeeds,
  change: (view: JubileesView) => JubileesView,
): Promise<Reply> {
  const inquiry = await inquiryOf(pressed, needs);
  const view = parseJubileesView(pressed.args, inquiry.almanac.parties);
  return view === undefined ? outdated(inquiry) : { kind: "update", message: jubileesAnswer(change(view), inquiry) };
}

function inMonth(value: string | undefined): (view: JubileesView) => JubileesView {
  return ({ year, tier, following }) => ({ year, tier, following, ...monthOf(value), page: 1 });
}
