import { ApplicationCommandType } from "discord-api-types/v10";
import { LEAP_DAY } from "../src/almanac/anniversary.ts";
import type { Event } from "../src/almanac/event.ts";
import type { PartyCode } from "../src/almanac/party.ts";
import { parseCustomId } from "../src/messages/custom-id.ts";
import { parseDayView } from "../src/messages/day-view.ts";
import type { Language } from "../src/messages/language.ts";
import { eventCalled } from "../src/messages/lookup/event-reference.ts";
import type { Inquiry } from "../src/messages/lookup/inquiry.ts";
import { sourcesAnswer } from "../src/messages/lookup/sources-answer.ts";
import { linkTarget } from "../src/messages/markdown.ts";
import type { MessageCommand, Targeted } from "./command.ts";
import { inquiryOf, type LookupNeeds } from "./inquiry.ts";
import { EVERYWHERE } from "./options.ts";

/** In the menu of a message of the bot: every source of every event that the message shows. */
export const sources: MessageCommand<LookupNeeds> = {
  definition(words) {
    const { name_localizations } = words("sources");
    return { ...EVERYWHERE, type: ApplicationCommandType.Message, name: "Sources", name_localizations };
  },

  async inspect(targeted, needs) {
    const inquiry = await inquiryOf(targeted, needs);
    const { language } = inquiry;
    if (!targeted.isOwn) return { kind: "refusal", text: language.text("lookup.sources.not-ours") };
    const languages = [language, ...(targeted.guild === undefined ? [] : [needs.language(targeted.guild.locale)])];
    const shown = eventsIn(targeted, inquiry, languages);
    if (shown.length === 0) return { kind: "refusal", text: language.text("lookup.sources.none") };
    return { kind: "quiet", message: sourcesAnswer(shown, inquiry) };
  },
};

/** The events that a message's select and buttons name; of a post, which has buttons for its day only, those of the day that it tells. */
function eventsIn(targeted: Targeted, inquiry: Inquiry, languages: readonly Language[]): readonly Event[] {
  const { almanac } = inquiry;
  const routes = targeted.customIds.flatMap((customId) => parseCustomId(customId) ?? []);
  const added = routes.flatMap(({ command, action, args }) =>
    command === "reminders" && action === "add" ? args.slice(0, 1) : [],
  );
  const named = [...targeted.values, ...added].flatMap((reference) => eventCalled(reference, almanac) ?? []);
  if (named.length > 0) return unique(named);
  const days = routes.flatMap(({ command, args }) =>
    command === "on" ? (parseDayView(args, almanac.parties)?.date ?? []) : [],
  );
  const ofDays = days.flatMap((date) => (date.precision === "day" ? almanac.anniversariesOn(date, LEAP_DAY) : []));
  const events = ofDays.map(({ event }) => event);
  return unique(targeted.text.split("\n").flatMap((line) => toldIn(line, events, languages)));
}

/** Those to whose source a line of a post links; where several share it, those whose parties the line has, by flag or name. */
function toldIn(line: string, events: readonly Event[], languages: readonly Language[]): readonly Event[] {
  const linked = events.filter(({ sources: [first] }) => line.includes(`](${linkTarget(first.url) ?? first.url})`));
  const has = (code: PartyCode): boolean =>
    languages.some((language) =>
      [language.flag(code), language.name(code)].some((each) => each !== undefined && line.includes(each)),
    );
  const exact = linked.filter(({ parties }) => parties.slice(0, 2).every(has));
  return exact.length > 0 ? exact : linked;
}

function unique(events: readonly Event[]): readonly Event[] {
  return [...new Map(events.map((event) => [event.id, event])).values()];
}
