import { factsAnswer, parseFactsView } from "../src/messages/lookup/facts-answer.ts";
import { turned } from "../src/messages/lookup/paging.ts";
import type { Command, Pressed, Reply } from "./command.ts";
import { completeCountries, inquiryOf, openAnswer, outdated } from "./inquiry.ts";
import { asMeant, orMeant } from "./meant.ts";
import { type DayNeeds, dayOf } from "./on.ts";
import { completedText, EVERYWHERE, flag, textOf } from "./options.ts";
import { readFewCountries } from "./typed/few-countries.ts";

/** /today [country] [all]: what happened on this day, told as occasions, or every fact of it by itself. */
export const today: Command<DayNeeds> = {
  definition: (words) => ({
    ...words("today"),
    ...EVERYWHERE,
    options: [completedText(words, "today.country", false), flag(words, "today.all"), flag(words, "today.quiet")],
  }),

  async run(input, needs) {
    const inquiry = await inquiryOf(input, needs);
    const countries = readFewCountries(textOf(input, "country"), inquiry, needs.presets);
    if (!countries.ok) return orMeant("today", "country", countries, input);
    const view = { date: inquiry.today, page: 1, following: countries.codes };
    if (input.options.get("all") === true)
      return { kind: "quiet", message: factsAnswer(view, inquiry, await needs.ownOfDay(input, view)) };
    return openAnswer(input, await dayOf(view, inquiry, input, needs));
  },

  complete: completeCountries,

  actions: {
    meant: asMeant(() => today),
    all: (pressed, needs) => show(pressed, needs, "quiet"),
    page: (pressed, needs) => show(pressed, needs, "update"),
  },
};

async function show(pressed: Pressed, needs: DayNeeds, kind: "quiet" | "update"): Promise<Reply> {
  const inquiry = await inquiryOf(pressed, needs);
  const view = parseFactsView(pressed.args, inquiry.almanac.parties);
  if (view === undefined) return outdated(inquiry);
  const own = await needs.ownOfDay(pressed, view);
  return { kind, message: factsAnswer(turned(view, pressed.values), inquiry, own) };
}
