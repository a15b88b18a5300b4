import type { DatedOccasion, Filter } from "../../almanac/almanac.ts";
import { LEAP_DAY } from "../../almanac/anniversary.ts";
import { YEAR_AHEAD } from "../../almanac/calendar.ts";
import { significanceOf } from "../../almanac/significance.ts";
import { MOST_PARTIES, ofPair } from "../../digest/of-pair.ts";
import { between } from "../../digest/reminders.ts";
import type { Language } from "../language.ts";
import { occasionLine } from "../line.ts";
import { escapeMarkdown } from "../markdown.ts";
import { button, LIMITS, type MessagePayload } from "../payload.ts";
import { shorten } from "../plain.ts";
import { type Reader, readerOf } from "../sentence.ts";
import { pairButton } from "../timeline-button.ts";
import { wordingOf } from "../wording.ts";
import { membersToAskFor } from "./between-membership.ts";
import { type Summary, summaryOf } from "./between-summary.ts";
import { type BetweenView, betweenId } from "./between-view.ts";
import { eventEntry } from "./event-entry.ts";
import { eventPages } from "./event-pages.ts";
import { pairOfToday } from "./heirs.ts";
import type { Inquiry } from "./inquiry.ts";
import { listingMessage, narrowed, titled } from "./listing.ts";
import { pageNote } from "./paging.ts";
import { canBeMarked, remindOfPair } from "./remind-buttons.ts";
import { eventSelect, familySelect, familyText } from "./selects.ts";
import { fromNow } from "./timestamp.ts";

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
    notes: [paged.total > 0 ? pageNote(paged, language) : nothingOf(view, language)],
    selects: [
      ...(view.family === undefined && paged.total === 0
        ? []
        : [familySelect(betweenId("family", view), view.family ?? "all", language)]),
      ...eventSelect([...summary.flatMap(({ about }) => about), ...paged.items], reader, view.pair),
      ...(view.family === undefined && paged.total === 0 ? membersToAskFor(view.pair, inquiry) : []),
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

function nothingOf({ pair, family, organisations }: BetweenView, language: Language): string {
  if (family !== undefined) return language.text("lookup.nothing");
  const names = { one: language.nameInText(pair[0]), other: language.nameInText(pair[1]) };
  return language.text(organisations ? "lookup.between.nothing-wide" : "lookup.between.nothing", names);
}

/** Of so many occasions that matter most, others included, the greatest is found. */
const GREATEST_AMONG = 24;

/** What is marked next of what the two did with each other, and what of it matters most of the year to come where that is something else. */
function nextOf({ pair }: BetweenView, { almanac, language, today }: Inquiry, reader: Reader): readonly Summary[] {
  const first = (order: "date" | "significance", limit: number): readonly DatedOccasion[] =>
    almanac.upcoming(today, YEAR_AHEAD, LEAP_DAY, between(pair), { order, limit }).items.map(ofPair(pair, almanac));
  const [soonest] = first("date", 1);
  const [greatest] = first("significance", GREATEST_AMONG).toSorted((one, other) => worth(other) - worth(one));
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

function worth({ occasion: { weight, lead } }: DatedOccasion): number {
  return significanceOf(weight, lead.years);
}
