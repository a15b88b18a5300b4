import { ApplicationCommandOptionType } from "discord-api-types/v10";
import { LONGEST_SEARCH, parseSearchView, searchAnswer, searchText } from "../src/messages/lookup/search-answer.ts";
import { familyOfValue } from "../src/messages/lookup/selects.ts";
import type { Command, Pressed, Reply } from "./command.ts";
import { answer, inquiryOf, type LookupNeeds, outdated } from "./inquiry.ts";
import { completedText, EVERYWHERE, flag, textOf } from "./options.ts";
import { readFamily, suggestFamilies } from "./typed/family.ts";

/** /search text [family]: the events in which every word is found, those that matter most first. */
export const search: Command<LookupNeeds> = {
  definition: (words) => ({
    ...words("search"),
    ...EVERYWHERE,
    options: [
      {
        ...words("search.text"),
        type: ApplicationCommandOptionType.String,
        required: true,
        min_length: 2,
        max_length: LONGEST_SEARCH,
      },
      completedText(words, "search.family", false),
      flag(words, "search.public"),
    ],
  }),

  async run(input, needs) {
    const inquiry = await inquiryOf(input, needs);
    const { language } = inquiry;
    const chosen = readFamily(textOf(input, "family"), language);
    if (!chosen.ok) return chosen.refusal;
    const text = searchText(textOf(input, "text"));
    if (text === "") return { kind: "refusal", text: language.text("lookup.search.empty") };
    const family = chosen.family === undefined ? {} : { family: chosen.family };
    return answer(input, searchAnswer({ text, ...family, page: 1 }, inquiry));
  },

  complete: ({ text }, input, { language }) => suggestFamilies(text, language(input.locale)),

  actions: {
    page: (pressed, needs) => turn(pressed, pressed.args, needs),
    family: (pressed, needs) =>
      turn(pressed, [pressed.args[0] ?? "", familyOfValue(pressed.values[0]) ?? "", "1"], needs),
  },
};

async function turn(pressed: Pressed, args: readonly string[], needs: LookupNeeds): Promise<Reply> {
  const inquiry = await inquiryOf(pressed, needs);
  const view = parseSearchView(args);
  return view === undefined ? outdated(inquiry) : { kind: "update", message: searchAnswer(view, inquiry) };
}
