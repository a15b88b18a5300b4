import { wholeDay } from "../src/digest/whole-day.ts";
import { dayAnswer } from "../src/messages/day-answer.ts";
import { type DayView, parseDayView } from "../src/messages/day-view.ts";
import type { Inquiry } from "../src/messages/lookup/inquiry.ts";
import { turned } from "../src/messages/lookup/paging.ts";
import type { MessagePayload } from "../src/messages/payload.ts";
import type { Asked, Command, Pressed, Reply } from "./command.ts";
import { completeCountries, elsewhere, inquiryOf, type LookupNeeds, openAnswer, outdated } from "./inquiry.ts";
import type { JubileesNeeds } from "./jubilees.ts";
import { asMeant, orMeant } from "./meant.ts";
import type { Needs } from "./needs.ts";
import { completedText, EVERYWHERE, flag, textOf } from "./options.ts";
import { readDates } from "./typed/date.ts";
import { suggestDates } from "./typed/date-choices.ts";
import { readFewCountries } from "./typed/few-countries.ts";
import { unreadDate } from "./typed/near-dates.ts";
import { wholeAsked } from "./typed/whole-date.ts";
import { wholeReply } from "./whole.ts";

/** What telling a day needs. */
export type DayNeeds = LookupNeeds & Pick<Needs, "ownOfDay">;

/** /on date [country]: what happened on a day of any year, or in a month or a year. Its buttons, also those of daily posts, lead to a day's pages. */
export const on: Command<DayNeeds & JubileesNeeds> = {
  definition: (words) => ({
    ...words("on"),
    ...EVERYWHERE,
    options: [
      completedText(words, "on.date", true),
      completedText(words, "on.country", false),
      flag(words, "on.quiet"),
    ],
  }),

  async run(input, needs) {
    const inquiry = await inquiryOf(input, needs);
    const { language, today } = inquiry;
    const typed = textOf(input, "date");
    const reading = readDates(typed, language, today);
    const countries = readFewCountries(textOf(input, "country"), inquiry, needs.presets);
    if (!reading.ok) {
      const whole = wholeAsked(reading.why, today);
      if (whole === undefined) return orMeant("on", "date", unreadDate(typed, reading.why, today, language), input);
      return countries.ok
        ? wholeReply({ typed, date: whole, following: countries.codes }, inquiry, input, needs)
        : orMeant("on", "country", countries, input);
    }
    if (!countries.ok) return orMeant("on", "country", countries, input);
    const view = { date: reading.dates[0], page: 1, following: countries.codes };
    return openAnswer(input, await dayOf(view, inquiry, input, needs));
  },

  async complete({ option, text }, input, needs) {
    if (option !== "date") return completeCountries({ option, text }, input, needs);
    return suggestDates(text, await needs.today(input), needs.language(input.locale), { wholes: true });
  },

  actions: {
    meant: asMeant(() => on),
    day: (pressed, needs) => show(pressed, needs, (message) => ({ kind: "quiet", message })),
    page: (pressed, needs) => show(pressed, needs, (message) => ({ kind: "update", message })),
    step: (pressed, needs) => show(pressed, needs, (message) => elsewhere(pressed, message)),
  },
};

async function show(pressed: Pressed, needs: DayNeeds, reply: (message: MessagePayload) => Reply): Promise<Reply> {
  const inquiry = await inquiryOf(pressed, needs);
  const view = parseDayView(pressed.args, inquiry.almanac.parties);
  if (view === undefined) return outdated(inquiry);
  return reply(await dayOf(turned(view, pressed.values), inquiry, pressed, needs));
}

/** A page of all that a date has for those who are asked about, and what the asker's server has of its own on it. */
export async function dayOf(
  view: DayView,
  { almanac, language }: Inquiry,
  asked: Asked,
  { ownOfDay }: Pick<Needs, "ownOfDay">,
): Promise<MessagePayload> {
  return dayAnswer(wholeDay(almanac, view.date, view.following), view, language, await ownOfDay(asked, view));
}
