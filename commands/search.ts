import { type APIButtonComponent, ApplicationCommandOptionType } from "discord-api-types/v10";
import { allOfButton } from "../src/messages/day-view.ts";
import { eventAnswer } from "../src/messages/lookup/event-answer.ts";
import { eventCalled, quotedReference } from "../src/messages/lookup/event-reference.ts";
import type { Inquiry } from "../src/messages/lookup/inquiry.ts";
import { turned } from "../src/messages/lookup/paging.ts";
import {
  isOfDiscord,
  LONGEST_SEARCH,
  parseSearchView,
  type SearchView,
  saysNothing,
  searchAnswer,
  searchText,
} from "../src/messages/lookup/search-answer.ts";
import { familyOfValue } from "../src/messages/lookup/selects.ts";
import type { Command, Pressed, Reply } from "./command.ts";
import { answer, inquiryOf, type LookupNeeds, outdated } from "./inquiry.ts";
import { completedText, EVERYWHERE, flag, textOf } from "./options.ts";
import { readDates } from "./typed/date.ts";
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
    if (isOfDiscord(textOf(input, "text"))) return { kind: "refusal", text: language.text("lookup.search.of-discord") };
    const quoted = eventCalled(quotedReference(textOf(input, "text")), inquiry.almanac);
    if (quoted !== undefined) return answer(input, eventAnswer(quoted, inquiry));
    const text = searchText(withNames(textOf(input, "text"), inquiry));
    if (saysNothing(text)) return { kind: "refusal", text: language.text("lookup.search.empty") };
    const family = chosen.family === undefined ? {} : { family: chosen.family };
    return answer(input, searchAnswer({ text, ...family, page: 1 }, inquiry, dayButton(text, inquiry)));
  },

  complete: ({ text }, input, { language }) => suggestFamilies(text, language(input.locale)),

  actions: {
    page: (pressed, needs) => show(pressed, needs, (view) => turned(view, pressed.values)),
    family: (pressed, needs) => show(pressed, needs, inFamily(pressed.values[0])),
  },
};

/** A text with the names of those whose flags are in it. */
function withNames(typed: string, { almanac: { parties }, language }: Inquiry): string {
  return typed.replaceAll(/\p{Regional_Indicator}{2}/gu, (sign) => {
    const { found } = parties.resolve(sign, language.locale);
    return found === undefined ? sign : ` ${language.name(found.code)} `;
  });
}

/** To the day, where the text is a date. */
function dayButton(text: string, { language, today }: Inquiry): readonly APIButtonComponent[] {
  const reading = readDates(text, language, today);
  if (!reading.ok) return [];
  const [date] = reading.dates;
  return [allOfButton(date, [], language)];
}

async function show(pressed: Pressed, needs: LookupNeeds, change: (view: SearchView) => SearchView): Promise<Reply> {
  const inquiry = await inquiryOf(pressed, needs);
  const view = parseSearchView(pressed.args);
  return view === undefined ? outdated(inquiry) : { kind: "update", message: searchAnswer(change(view), inquiry) };
}

function inFamily(value: string | undefined): (view: SearchView) => SearchView {
  const family = familyOfValue(value);
  return ({ text }) => ({ text, page: 1, ...(family === undefined ? {} : { family }) });
}
