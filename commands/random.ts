import type { Filter } from "../src/almanac/almanac.ts";
import type { PartyCode } from "../src/almanac/party.ts";
import { customId } from "../src/messages/custom-id.ts";
import { eventAnswer } from "../src/messages/lookup/event-answer.ts";
import { codesText, readCodes } from "../src/messages/lookup/few.ts";
import type { Inquiry } from "../src/messages/lookup/inquiry.ts";
import { button, type MessagePayload } from "../src/messages/payload.ts";
import type { Command } from "./command.ts";
import { completeCountries, elsewhere, inquiryOf, type LookupNeeds, openAnswer, outdated } from "./inquiry.ts";
import { asMeant, orMeant } from "./meant.ts";
import type { Needs } from "./needs.ts";
import { completedText, EVERYWHERE, flag, textOf } from "./options.ts";
import { readFewCountries } from "./typed/few-countries.ts";

type RandomNeeds = LookupNeeds & Pick<Needs, "random">;

/** Chosen among so many that matter most: nobody wants a railway tariff. */
const BEST = 5_000;

/** /random [country]: one event of those that matter most. */
export const random: Command<RandomNeeds> = {
  definition: (words) => ({
    ...words("random"),
    ...EVERYWHERE,
    options: [completedText(words, "random.country", false), flag(words, "random.quiet")],
  }),

  async run(input, needs) {
    const inquiry = await inquiryOf(input, needs);
    const countries = readFewCountries(textOf(input, "country"), inquiry, needs.presets);
    if (!countries.ok) return orMeant("random", "country", countries, input);
    const message = draw(countries.codes, inquiry, needs.random);
    return message === undefined
      ? { kind: "refusal", text: inquiry.language.text("lookup.nothing") }
      : openAnswer(input, message);
  },

  complete: completeCountries,

  actions: {
    meant: asMeant(() => random),

    async again(pressed, needs) {
      const inquiry = await inquiryOf(pressed, needs);
      const following = readCodes(pressed.args[0], inquiry.almanac.parties);
      if (following === undefined) return outdated(inquiry);
      const message = draw(following, inquiry, needs.random);
      return message === undefined
        ? { kind: "refusal", text: inquiry.language.text("lookup.nothing") }
        : elsewhere(pressed, message);
    },
  },
};

function draw(
  following: readonly PartyCode[],
  inquiry: Inquiry,
  below: RandomNeeds["random"],
): MessagePayload | undefined {
  const { almanac, language } = inquiry;
  const filter: Filter = following.length === 0 ? {} : { parties: following };
  const { total } = almanac.find(filter, { order: "significance", limit: 0 });
  if (total === 0) return undefined;
  const offset = below(Math.min(total, BEST));
  const [event] = almanac.find(filter, { order: "significance", offset, limit: 1 }).items;
  const again = button(language.text("lookup.random.again"), customId("random", "again", codesText(following)));
  return event && eventAnswer(event, inquiry, [again]);
}
