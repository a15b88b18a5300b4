import type { Almanac, DatedOccasion, Filter } from "../../almanac/almanac.ts";
import { LEAP_DAY, type Occasion } from "../../almanac/anniversary.ts";
import { dateNumber, wholeYears, YEAR_AHEAD } from "../../almanac/calendar.ts";
import type { LocalDate } from "../../almanac/date.ts";
import type { Event } from "../../almanac/event.ts";
import type { Kind } from "../../almanac/kind.ts";
import type { PartyCode } from "../../almanac/party.ts";
import { TIE_KINDS, tieOf } from "../../almanac/ties.ts";
import { pastFor } from "../../almanac/ties-past.ts";
import { between, MOST_PARTIES } from "../../digest/reminders.ts";
import type { Language } from "../language.ts";
import { eventLine, occasionLine, sourceLink } from "../line.ts";
import { escapeMarkdown } from "../markdown.ts";
import { button, LIMITS, type MessagePayload } from "../payload.ts";
import { shorten } from "../plain.ts";
import { type Reader, readerOf } from "../sentence.ts";
import { pairButton } from "../timeline-button.ts";
import { wordingOf } from "../wording.ts";
import { type BetweenView, betweenId } from "./between-view.ts";
import { eventEntry } from "./event-entry.ts";
import { eventPages } from "./event-pages.ts";
import { pairOfToday } from "./heirs.ts";
import type { Inquiry } from "./inquiry.ts";
import { listingMessage, narrowed, titled } from "./listing.ts";
import { pageNote } from "./paging.ts";
import { canBeMarked, remindOfPair } from "./remind-buttons.ts";
import { eventSelect, familySelect, familyText } from "./selects.ts";
import { type Gone, tieText } from "./tie-text.ts";
import { fromNow } from "./timestamp.ts";

const MEMBERSHIP: readonly Kind[] = ["joined", "left", "observer"];

/** The relations of two parties in a sentence, what comes next to mark, and their timeline, newest first, in pages. */
export function betweenAnswer(view: BetweenView, inquiry: Inquiry): MessagePayload {
  const { almanac, language } = inquiry;
  const [one, other] = view.pair;
  const names = { one: language.name(one), other: language.name(other) };
  const reader = readerOf(language, view.pair);
  const filter = filterOf(view);
  const id = (change: Partial<BetweenView>): string => betweenId("page", { ...view, page: 1, ...change });
  const today = pairOfToday(view.pair, almanac.parties);
  const summary = [...summaryOf(view, inquiry, reader), ...nextOf(view, inquiry, reader)];
  const organisationsLabel = view.organisations ? "without-organisations" : "with-organisations";
  const { paged, to } = eventPages(
    view.page,
    (offset, limit) => almanac.find(filter, { order: "latest", offset, limit }),
    language,
    (page) => id({ page }),
  );
  return listingMessage({
    heading: narrowed(language.text("lookup.between.heading", names), familyText(view.family, language), language),
    summary: summary.map(({ markdown }) => markdown),
    entries: titled(
      language.text("lookup.newest-first"),
      paged.items.map((event) => eventEntry(event, reader)),
    ),
    notes: [paged.total > 0 ? pageNote(paged, language) : nothingOf(view, names, language)],
    selects: [
      ...(view.family === undefined && paged.total === 0
        ? []
        : [familySelect(betweenId("family", view), view.family ?? "all", language)]),
      ...eventSelect([...summary.flatMap(({ about }) => about), ...paged.items], reader, view.pair),
      ...to.selects,
    ],
    buttons: [
      ...to.buttons,
      button(
        shorten(language.text(`lookup.between.${organisationsLabel}`), LIMITS.label),
        id({ organisations: !view.organisations }),
      ),
      ...(today === undefined ? [] : [pairButton(today, language)]),
      ...(canBeMarked(view.pair, inquiry) ? [remindOfPair(view.pair, language)] : []),
    ],
  });
}

function filterOf({ pair, family, organisations }: BetweenView): Filter {
  const families = family === undefined ? {} : { families: [family] };
  const width = organisations ? { throughOrganisations: true } : { mostParties: MOST_PARTIES };
  return { parties: pair, match: "all", ...width, ...families };
}

function nothingOf({ family }: BetweenView, names: { one: string; other: string }, language: Language): string {
  return family === undefined ? language.text("lookup.between.nothing", names) : language.text("lookup.nothing");
}

/** A line above the timeline, and what it is about. */
interface Summary {
  readonly markdown: string;
  readonly about: readonly (Event | Occasion)[];
}

/** States have relations; a state and an organisation have a membership, of which the last change is told. */
function summaryOf({ pair }: BetweenView, { almanac, today }: Inquiry, reader: Reader): readonly Summary[] {
  const organisation = pair.map((code) => almanac.parties.party(code)).find((party) => party?.type === "organisation");
  if (organisation !== undefined) {
    const { items } = almanac.find({ parties: pair, match: "all", kinds: MEMBERSHIP }, { order: "latest", limit: 1 });
    return items.map((event) => ({
      markdown: organisation.until === undefined ? membershipText(event, today, reader) : eventLine(event, reader),
      about: [event],
    }));
  }
  const { items } = almanac.find({ parties: pair, match: "all", kinds: TIE_KINDS }, { order: "date" });
  const tie = tieOf(items, ...pair, pastFor(pair, almanac.parties));
  const { text, restsOn } = tieText(tie, pair, today, reader, goneOf(pair, today, almanac));
  if (restsOn === undefined) return [{ markdown: escapeMarkdown(text), about: [] }];
  return [{ markdown: `${escapeMarkdown(text)} ${sourceLink(restsOn, reader)}`, about: [restsOn] }];
}

/** The last change of a membership; of a joining also for how long it has lasted. */
function membershipText(event: Event, today: LocalDate, reader: Reader): string {
  const line = eventLine(event, reader);
  if (event.kind !== "joined") return line;
  const years = wholeYears(event.date, today);
  return reader.language.text("lookup.between.member", { line, years });
}

/** Of two that are both no more, the one that ended first. */
function goneOf(
  pair: readonly [PartyCode, PartyCode],
  today: LocalDate,
  { parties }: Pick<Almanac, "parties">,
): Gone | undefined {
  const ends = pair.flatMap((code) => {
    const until = parties.party(code)?.until;
    return until === undefined || dateNumber(until) > dateNumber(today) ? [] : [{ code, until }];
  });
  return ends.toSorted((one, other) => dateNumber(one.until) - dateNumber(other.until))[0];
}

/** What is marked next, and what matters most of the year to come where that is something else. */
function nextOf({ pair }: BetweenView, { almanac, language, today }: Inquiry, reader: Reader): readonly Summary[] {
  const first = (order: "date" | "significance") =>
    almanac.upcoming(today, YEAR_AHEAD, LEAP_DAY, between(pair), { order, limit: 1 }).items[0];
  const [soonest, greatest] = [first("date"), first("significance")];
  const line = (key: "lookup.next" | "lookup.greatest", marked: DatedOccasion | undefined): readonly Summary[] => {
    if (marked === undefined || marked.on.precision !== "day") return [];
    const { on, occasion } = marked;
    const markdown = language.text(key, {
      date: escapeMarkdown(language.date(on)),
      fromNow: fromNow(on, today, language),
      line: occasionLine(occasion, reader).markdown,
    });
    // of the founding of NATO, when France joined it, both open
    const { told } = wordingOf(occasion, reader).telling;
    return [{ markdown, about: [...(told.length === 1 ? told : []), occasion] }];
  };
  return [
    ...line("lookup.next", soonest),
    ...(greatest?.occasion.id === soonest?.occasion.id ? [] : line("lookup.greatest", greatest)),
  ];
}
