import { LEAP_DAY } from "../src/almanac/anniversary.ts";
import type { Event } from "../src/almanac/event.ts";
import { eventAnswer } from "../src/messages/lookup/event-answer.ts";
import { eventCalled, quotedReference, referenceTo } from "../src/messages/lookup/event-reference.ts";
import type { Inquiry } from "../src/messages/lookup/inquiry.ts";
import { nearAnswer } from "../src/messages/lookup/near-answer.ts";
import { eventsNear, isLikeAnId } from "../src/messages/lookup/near-events.ts";
import { isOfDiscord, saysNothing, searchAnswer, searchText } from "../src/messages/lookup/search-answer.ts";
import { clean, shorten } from "../src/messages/plain.ts";
import { readerOf } from "../src/messages/sentence.ts";
import { datedLine, datedParts } from "../src/messages/wording.ts";
import { LONGEST_CHOICE, MOST_CHOICES } from "./choices.ts";
import type { Choice, Command, Reply } from "./command.ts";
import { answer, inquiryOf, type LookupNeeds } from "./inquiry.ts";
import { completedText, EVERYWHERE, flag, textOf } from "./options.ts";

const MOST_NEAR = 5;

/** /event event: one event with all that is known of it. By its id, or by words where they mean one. */
export const event: Command<LookupNeeds> = {
  definition: (words) => ({
    ...words("event"),
    ...EVERYWHERE,
    options: [completedText(words, "event.event", true), flag(words, "event.public")],
  }),

  async run(input, needs) {
    const inquiry = await inquiryOf(input, needs);
    const typed = textOf(input, "event");
    if (isOfDiscord(typed)) return { kind: "refusal", text: inquiry.language.text("lookup.search.of-discord") };
    const reference = quotedReference(typed);
    const found = eventCalled(reference, inquiry.almanac);
    if (found !== undefined) return answer(input, eventAnswer(found, inquiry));
    if (isLikeAnId(reference)) return noSuchId(reference, inquiry);
    const text = searchText(typed);
    if (saysNothing(text)) return { kind: "refusal", text: inquiry.language.text("lookup.search.empty") };
    const { items, total } = inquiry.almanac.find({ text }, { order: "significance", limit: 1 });
    const [first] = items;
    if (first === undefined) return unknown(text, inquiry);
    return answer(input, total === 1 ? eventAnswer(first, inquiry) : searchAnswer({ text, page: 1 }, inquiry));
  },

  async complete({ text }, input, needs) {
    const inquiry = await inquiryOf(input, needs);
    return suggestions(text, inquiry).map((each) => choiceOf(each, inquiry));
  },

  actions: {
    async open(pressed, needs) {
      const inquiry = await inquiryOf(pressed, needs);
      const reference = pressed.values[0] ?? pressed.args[0] ?? "";
      const found = eventCalled(reference, inquiry.almanac);
      return found === undefined
        ? unknown(searchText(reference), inquiry)
        : { kind: "quiet", message: eventAnswer(found, inquiry) };
    },
  },
};

/** Before anything is typed, today's best. */
function suggestions(typed: string, { almanac, today }: Inquiry): readonly Event[] {
  const text = searchText(typed);
  const view = { order: "significance", limit: MOST_CHOICES } as const;
  if (text === "")
    return almanac.upcoming(today, 1, LEAP_DAY, {}, view).items.map(({ occasion }) => occasion.lead.event);
  const called = eventCalled(quotedReference(typed), almanac);
  if (called !== undefined) return [called];
  // somebody in the middle of a word, or with one that is not on record, means what the others say
  const words = text.split(" ");
  const without = [text, words.slice(0, -1).join(" "), words.slice(1).join(" ")].filter((each) => each !== "");
  // one letter of a next word says nothing yet
  const asked = words.length > 1 && words.at(-1)?.length === 1 ? without.slice(1) : without;
  const found = asked.values().map((each) => almanac.find({ text: each, isBegun: each === text }, view).items);
  return found.find((items) => items.length > 0) ?? [];
}

function choiceOf(each: Event, { language }: Inquiry): Choice {
  const { date, what } = datedParts(each, readerOf(language, []));
  const line = shorten(datedLine(each, readerOf(language, [])), LONGEST_CHOICE);
  const name = clean(each.name ?? "");
  // of what many signed, the name by which it is known stands at the end of the line
  const isCut = !line.toLowerCase().includes(name.toLowerCase());
  const named = isCut ? language.text("lookup.event.named", { date, name, what }) : line;
  return { name: shorten(named, LONGEST_CHOICE), value: referenceTo(each) };
}

/** Another event than the one that was quoted would be a wrong answer: those near are offered, none is shown. */
function noSuchId(typed: string, inquiry: Inquiry): Reply {
  const id = shorten(clean(typed), LONGEST_CHOICE);
  const near = eventsNear(id, inquiry.almanac, MOST_NEAR);
  if (near.length > 0) return { kind: "quiet", message: nearAnswer(id, near, inquiry) };
  return { kind: "refusal", text: inquiry.language.text("lookup.event.nothing-near", { id }) };
}

function unknown(typed: string, { language }: Inquiry): Reply {
  return { kind: "refusal", text: language.text("lookup.event.unknown", { typed }) };
}
