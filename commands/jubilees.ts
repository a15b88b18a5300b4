import { ApplicationCommandOptionType } from "discord-api-types/v10";
import { TIERS, type Tier } from "../src/almanac/anniversary.ts";
import { jubileesAnswer, monthOf, parseJubileesView } from "../src/messages/lookup/jubilees-answer.ts";
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
    page: (pressed, needs) => show(pressed, needs),
    month: (pressed, needs) => show(pressed, needs, pressed.values[0]),
  },
};

function yearOf(value: OptionValue | undefined): number | undefined {
  return typeof value === "number" && Number.isInteger(value) && value >= 1 && value <= LAST_YEAR ? value : undefined;
}

/** Shows what a custom_id says, in the month that a select chose. */
async function show(pressed: Pressed, needs: LookupNeeds, chosen?: string): Promise<Reply> {
  const inquiry = await inquiryOf(pressed, needs);
  const view = parseJubileesView(pressed.args, inquiry.almanac.parties);
  if (view === undefined) return outdated(inquiry);
  const { month: _, ...wholeYear } = view;
  const shown = chosen === undefined ? view : { ...wholeYear, ...monthOf(chosen), page: 1 };
  return { kind: "update", message: jubileesAnswer(shown, inquiry) };
}
