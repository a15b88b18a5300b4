import { ApplicationCommandType } from "discord-api-types/v10";
import { anniversaryIn, type Occasion } from "../src/almanac/anniversary.ts";
import type { Event } from "../src/almanac/event.ts";
import type { PartyCode } from "../src/almanac/party.ts";
import { sequelOf } from "../src/digest/sequel.ts";
import { wholeDay } from "../src/digest/whole-day.ts";
import { parseCustomId } from "../src/messages/custom-id.ts";
import { parseDayView } from "../src/messages/day-view.ts";
import type { Language } from "../src/messages/language.ts";
import { sourceLink } from "../src/messages/line.ts";
import { datedPartnersOf } from "../src/messages/lookup/country-partners.ts";
import { eventCalled } from "../src/messages/lookup/event-reference.ts";
import { readCode, readCodes } from "../src/messages/lookup/few.ts";
import type { Inquiry } from "../src/messages/lookup/inquiry.ts";
import { sourcesAnswer } from "../src/messages/lookup/sources-answer.ts";
import { escapeMarkdown } from "../src/messages/markdown.ts";
import { type Reader, readerOf } from "../src/messages/sentence.ts";
import { dateOf, type Part, partOf, type Told, wordingOf } from "../src/messages/wording.ts";
import type { MessageCommand, Targeted } from "./command.ts";
import { inquiryOf, type LookupNeeds } from "./inquiry.ts";
import type { Needs } from "./needs.ts";
import { EVERYWHERE } from "./options.ts";
import { remindedIn } from "./reminded.ts";

/** In the menu of a message of the bot: every source of every event that the message shows. */
export const sources: MessageCommand<LookupNeeds & Pick<Needs, "reminders">> = {
  definition(words) {
    const { name_localizations } = words("sources");
    return { ...EVERYWHERE, type: ApplicationCommandType.Message, name: "Sources", name_localizations };
  },

  async inspect(targeted, needs) {
    const inquiry = await inquiryOf(targeted, needs);
    const { language } = inquiry;
    if (!targeted.isOwn) return { kind: "refusal", text: language.text("lookup.sources.not-ours") };
    const languages = [language, ...(targeted.guild === undefined ? [] : [needs.language(targeted.guild.locale)])];
    const reminded = await remindedIn(targeted, needs, inquiry);
    const shown = reminded.length > 0 ? reminded : eventsIn(targeted, inquiry, languages);
    if (shown.length === 0) return { kind: "refusal", text: language.text("lookup.sources.none") };
    return { kind: "quiet", message: sourcesAnswer(shown, inquiry) };
  },
};

/**
 * The events of the lines of a message. Its select names them, or the event that each line is about; a post has buttons for its days
 * only, and its lines are looked for among all that these have.
 */
function eventsIn(targeted: Targeted, inquiry: Inquiry, languages: readonly Language[]): readonly Part[] {
  const { almanac, language: asker } = inquiry;
  const own = readerOf(asker, []);
  const routes = targeted.customIds.flatMap((customId) => parseCustomId(customId) ?? []);
  const argsOf = (command: string, ...actions: readonly string[]) =>
    routes.filter((route) => route.command === command && actions.includes(route.action)).map(({ args }) => args);
  const readersFor = (following: readonly PartyCode[]) => languages.map((language) => readerOf(language, following));
  const beside = argsOf("between", "with").flatMap(([code]) => beginningsWith(code, targeted.values, inquiry));
  if (beside.length > 0) return beside.map((event) => partOf(event, own));
  const references = [...targeted.values, ...argsOf("reminders", "add").map(([reference = ""]) => reference)];
  const named = references.flatMap((reference) => eventCalled(reference, almanac) ?? []);
  if (named.length > 0) {
    const [following = []] = argsOf("event", "open").map(([codes]) => readCodes(codes, almanac.parties) ?? []);
    const readers = readersFor(following);
    return named.flatMap((event) => toldOf(event, targeted.text, inquiry, readers));
  }
  const views = argsOf("on", "day", "page").flatMap((args) => parseDayView(args, almanac.parties) ?? []);
  const ofDays = views.map(({ date, following }) => {
    const readers = readersFor(following);
    const lines = wholeDay(almanac, date, [])(0, Number.POSITIVE_INFINITY).items.map(({ occasion }) => occasion);
    const told = lines.flatMap(
      (line) => shownOf(line, targeted.text, readers) ?? partsShown(line, targeted.text, readers),
    );
    return told.length > 0
      ? told
      : lines.flatMap(({ lead }) => (isLinked(lead.event, targeted.text, readers) ? partOf(lead.event, own) : []));
  });
  return ofDays.flat();
}

/** What the line of an event's occasion tells, where the text has that line, and the event where it, or another line, tells it. */
function toldOf(event: Event, text: string, inquiry: Inquiry, readers: readonly Reader[]): readonly Part[] {
  const own = partOf(event, readerOf(inquiry.language, []));
  const occasion = occasionWith(event, inquiry);
  const shown = occasion && shownOf(occasion, text, readers);
  if (shown === undefined) return [own];
  const isTold = shown.some(({ told }) => told.some(({ id }) => id === event.id));
  return isTold || !isDated(event, text, readers) ? shown : [...shown, own];
}

/** The events with which what a party has in common with those of a list began. */
function beginningsWith(code: string | undefined, others: readonly string[], inquiry: Inquiry): readonly Event[] {
  const party = readCode(code, inquiry.almanac.parties);
  const found = party === undefined ? [] : datedPartnersOf(party, inquiry);
  return found.flatMap((each) => (each.since !== undefined && others.includes(each.code) ? each.since : []));
}

/** An event's occasion as it is told this year. */
function occasionWith(event: Event, { almanac, today }: Inquiry): Told | undefined {
  const occasions = almanac.occasionsOf(event.date, { parties: event.parties });
  const own = occasions.find(({ lead, others }) => [lead, ...others].some((each) => each.event.id === event.id));
  if (own === undefined) return undefined;
  const seen = { ...own, lead: anniversaryIn(today.year, own.lead.event) };
  return { ...seen, sequel: sequelOf(seen, almanac) };
}

/** Whether a line of the text, in the language of one of the readers, links to an event's source and has what tells it from others. */
function isInLine(
  event: Event,
  text: string,
  readers: readonly Reader[],
  has: (line: string, reader: Reader) => boolean,
): boolean {
  const lines = text.split("\n");
  return readers.some((reader) => lines.some((line) => line.includes(sourceLink(event, reader)) && has(line, reader)));
}

/** Whether a line links to an event's source and has its date: it is told there by itself. */
function isDated(event: Event, text: string, readers: readonly Reader[]): boolean {
  return isInLine(event, text, readers, (line, { language }) =>
    [dateOf(event, language), language.date(event.date)].some((date) => line.includes(escapeMarkdown(date))),
  );
}

/** The events of an occasion that are told, in the words of one of the readers, in a line of the text that links to its source. */
function shownOf(occasion: Told, text: string, readers: readonly Reader[]): readonly Part[] | undefined {
  const lines = text.split("\n");
  return readers
    .map((reader) => ({ wording: wordingOf(occasion, reader), link: sourceLink(occasion.lead.event, reader) }))
    .find(({ wording, link }) =>
      lines.some((line) => line.includes(escapeMarkdown(wording.what)) && line.includes(link)),
    )?.wording.parts;
}

/** Those of its events that are told by themselves, as to who is reminded of a pair. */
function partsShown(occasion: Occasion, text: string, readers: readonly Reader[]): readonly Part[] {
  return [occasion.lead, ...occasion.others].flatMap(
    (lead) => shownOf({ ...occasion, lead, others: [], within: occasion }, text, readers) ?? [],
  );
}

/** Whether a line links to an event's source and has its parties, by flag or name: a post of other words, before the facts were corrected. */
function isLinked(event: Event, text: string, readers: readonly Reader[]): boolean {
  return isInLine(event, text, readers, (line, { language }) =>
    event.parties
      .slice(0, 2)
      .every((code) => [language.flag(code), language.name(code)].some((each) => each && line.includes(each))),
  );
}
