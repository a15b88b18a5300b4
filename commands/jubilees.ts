import { ApplicationCommandOptionType } from "discord-api-types/v10";
import { TIERS, type Tier } from "../src/almanac/anniversary.ts";
import { localDate } from "../src/almanac/calendar.ts";
import { isLeapYear } from "../src/almanac/date.ts";
import type { Inquiry } from "../src/messages/lookup/inquiry.ts";
import {
  type JubileesView,
  jubileesAnswer,
  monthOf,
  parseJubileesView,
} from "../src/messages/lookup/jubilees-answer.ts";
import { turned } from "../src/messages/lookup/paging.ts";
import type { Asked, Command, Input, OptionValue, Pressed, Reply } from "./command.ts";
import { answer, completeCountries, inquiryOf, type LookupNeeds, openAnswer, outdated } from "./inquiry.ts";
import { asMeant, orMeant } from "./meant.ts";
import type { Needs } from "./needs.ts";
import { completedText, EVERYWHERE, flag, isWholeBetween, textOf } from "./options.ts";
import { refused } from "./refusal.ts";
import { readFewCountries } from "./typed/few-countries.ts";

const ROUND: Tier = 25;
const LAST_YEAR = 9_999;
const AHEAD = 100;

export type JubileesNeeds = LookupNeeds & Pick<Needs, "ownAhead">;

/** /jubilees [year] [country] [every]: the round anniversaries of a year, by month. */
export const jubilees: Command<JubileesNeeds> = {
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
    const countries = readFewCountries(textOf(input, "country"), inquiry, needs.presets);
    if (!countries.ok) return orMeant("jubilees", "country", countries, input);
    const year = input.options.get("year") ?? inquiry.today.year;
    const tier = TIERS.find((each) => each === input.options.get("every")) ?? ROUND;
    const read = viewOf({ year, following: countries.codes }, tier, inquiry);
    return read.ok ? answer(input, await told(read.view, inquiry, input, needs)) : read.refusal;
  },

  complete: completeCountries,

  actions: {
    meant: asMeant(() => jubilees),
    page: (pressed, needs) => show(pressed, needs, (view) => turned(view, pressed.values)),
    month: (pressed, needs) => show(pressed, needs, inMonth(pressed.values[0])),
  },
};

/** The round anniversaries of a year, or of a month of it, for everyone to see unless the asker wants them for themselves. */
export async function jubileesReply(
  asked: Pick<JubileesView, "year" | "month" | "following">,
  inquiry: Inquiry,
  input: Input,
  needs: JubileesNeeds,
): Promise<Reply> {
  const read = viewOf(asked, ROUND, inquiry);
  return read.ok ? openAnswer(input, await told(read.view, inquiry, input, needs)) : read.refusal;
}

type AskedView = Omit<JubileesView, "year" | "tier" | "page"> & { readonly year: OptionValue };

/** The first page of what was asked for, or between which years there is any. */
function viewOf({ year, ...asked }: AskedView, tier: Tier, inquiry: Inquiry) {
  const years = yearsToTell(inquiry);
  if (isWholeBetween(year, ...years)) return { ok: true, view: { ...asked, year, tier, page: 1 } } as const;
  const [first = "", last = ""] = years.map((each) => inquiry.language.date({ precision: "year", year: each }));
  return refused(inquiry.language.text("lookup.jubilees.years", { first, last }));
}

/** From the year after the oldest event on record, to a hundred years from now: nobody plans for later ones. */
function yearsToTell({ almanac, today }: Inquiry): [first: number, last: number] {
  const [oldest] = almanac.find({}, { order: "date", limit: 1 }).items;
  return [(oldest ?? { date: today }).date.year + 1, today.year + AHEAD];
}

async function show(
  pressed: Pressed,
  needs: JubileesNeeds,
  change: (view: JubileesView) => JubileesView,
): Promise<Reply> {
  const inquiry = await inquiryOf(pressed, needs);
  const view = parseJubileesView(pressed.args, inquiry.almanac.parties);
  return view === undefined
    ? outdated(inquiry)
    : { kind: "update", message: await told(change(view), inquiry, pressed, needs) };
}

async function told(view: JubileesView, inquiry: Inquiry, asked: Asked, { ownAhead }: Pick<Needs, "ownAhead">) {
  const year = { from: localDate(view.year, 1, 1), days: isLeapYear(view.year) ? 366 : 365 };
  return jubileesAnswer(view, inquiry, await ownAhead(asked, year, view.following));
}

function inMonth(value: string | undefined): (view: JubileesView) => JubileesView {
  return ({ year, tier, following }) => ({ year, tier, following, ...monthOf(value), page: 1 });
}
