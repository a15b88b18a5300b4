import { countryAnswer } from "../src/messages/lookup/country-answer.ts";
import { type CountryView, parseCountryView } from "../src/messages/lookup/country-view.ts";
import { turned } from "../src/messages/lookup/paging.ts";
import { familyOfValue } from "../src/messages/lookup/selects.ts";
import type { Command, Pressed, Reply } from "./command.ts";
import { answer, inquiryOf, type LookupNeeds, outdated, partiesFor } from "./inquiry.ts";
import { asMeant, orMeant } from "./meant.ts";
import { completedText, EVERYWHERE, flag, textOf } from "./options.ts";
import { suggestCountry } from "./typed/country.ts";
import { readFamily, suggestFamilies } from "./typed/family.ts";
import { readOneCountry } from "./typed/one-country.ts";

/** /country name [family]: what is on record of a party, what comes next to mark, and with whom it has relations. */
export const country: Command<LookupNeeds> = {
  definition: (words) => ({
    ...words("country"),
    ...EVERYWHERE,
    options: [
      completedText(words, "country.name", true),
      completedText(words, "country.family", false),
      flag(words, "country.public"),
    ],
  }),

  async run(input, needs) {
    const inquiry = await inquiryOf(input, needs);
    const { language } = inquiry;
    const named = readOneCountry(textOf(input, "name"), inquiry, needs.presets);
    if (!named.ok) return orMeant("country", "name", named, input);
    const chosen = readFamily(textOf(input, "family"), language);
    if (!chosen.ok) return orMeant("country", "family", chosen, input);
    const view: CountryView =
      chosen.family === undefined
        ? { code: named.code, tab: "outline", page: 1 }
        : { code: named.code, tab: "events", family: chosen.family, page: 1 };
    return answer(input, countryAnswer(view, inquiry));
  },

  async complete({ option, text }, input, needs) {
    const inLanguage = needs.language(input.locale);
    return option === "family"
      ? suggestFamilies(text, inLanguage)
      : suggestCountry(text, await partiesFor(input, needs), inLanguage);
  },

  actions: {
    meant: asMeant(() => country),
    page: (pressed, needs) => show(pressed, needs, (view) => turned(view, pressed.values)),
    family: (pressed, needs) => show(pressed, needs, inFamily(pressed.values[0])),
  },
};

async function show(pressed: Pressed, needs: LookupNeeds, change: (view: CountryView) => CountryView): Promise<Reply> {
  const inquiry = await inquiryOf(pressed, needs);
  const view = parseCountryView(pressed.args, inquiry.almanac.parties);
  if (view === undefined) return outdated(inquiry);
  return { kind: "update", message: countryAnswer(change(view), inquiry) };
}

function inFamily(value: string | undefined): (view: CountryView) => CountryView {
  const family = familyOfValue(value);
  return ({ code }) => ({ code, tab: "events", page: 1, ...(family === undefined ? {} : { family }) });
}
