import { LEAP_DAY } from "../../almanac/anniversary.ts";
import { formatDate, type LocalDate, parseLocalDate } from "../../almanac/date.ts";
import type { Event } from "../../almanac/event.ts";
import type { PartyCode } from "../../almanac/party.ts";
import { customId } from "../custom-id.ts";
import type { Language } from "../language.ts";
import { type OwnOfDay, ownOfDayText } from "../own/own-section.ts";
import type { MessagePayload } from "../payload.ts";
import { readerOf } from "../sentence.ts";
import { yearOf } from "../wording.ts";
import { eventEntry } from "./event-entry.ts";
import { areFew, codesText, type Known, readCodes } from "./few.ts";
import type { Inquiry } from "./inquiry.ts";
import { followedText, listingMessage, narrowed } from "./listing.ts";
import { PAGE, pageNote, pageOf, readPage, turns } from "./paging.ts";
import { eventSelect } from "./selects.ts";

/** What /today shows with everything. */
export interface FactsView {
  readonly date: LocalDate;
  /** Empty: everything. */
  readonly following: readonly PartyCode[];
  /** From 1. */
  readonly page: number;
}

/** Opens them in an answer of its own, or turns their pages: actions of /today. All of them where the parties are too many. */
export function factsId(action: "all" | "page", { date, following, page }: FactsView): string {
  return customId("today", action, formatDate(date), codesText(areFew(following) ? following : []), String(page));
}

/** The view of a custom_id's arguments; undefined without a date, or for whom nobody knows. */
export function parseFactsView([dateText = "", codes, page]: readonly string[], known: Known): FactsView | undefined {
  const date = parseLocalDate(dateText);
  const following = readCodes(codes, known);
  return date && following && { date, following, page: readPage(page) };
}

/** Every fact that is marked on a day, each by itself, doubtful ones too, oldest first, in pages; before the first what the server has of its own. */
export function factsAnswer(view: FactsView, { almanac, language }: Inquiry, own: OwnOfDay): MessagePayload {
  const { date, following } = view;
  const reader = readerOf(language, following);
  const facts = almanac
    .anniversariesOn(date, LEAP_DAY)
    .map(({ event }) => event)
    .filter(({ parties }) => following.length === 0 || parties.some((code) => reader.following.has(code)));
  const paged = pageOf(view.page, (offset, limit) => ({
    items: facts.slice(offset, offset + limit),
    total: facts.length,
  }));
  const { selects, buttons } = turns(
    paged,
    language,
    (page) => factsId("page", { ...view, page }),
    (page) => yearOfPage(facts, page, language),
  );
  return listingMessage({
    heading: narrowed(
      language.text("lookup.facts.heading", { date: language.weekday(date) }),
      followedText(following, language),
      language,
    ),
    summary: paged.page === 1 ? ownOfDayText(own, language) : [],
    entries: paged.items.map((event) => eventEntry(event, reader)),
    notes: [paged.total > 0 ? pageNote(paged, language) : language.text("lookup.facts.nothing")],
    selects: [...eventSelect(paged.items, reader), ...selects],
    buttons,
  });
}

/** The year with which a page begins. */
function yearOfPage(facts: readonly Event[], page: number, language: Language): string | undefined {
  const first = facts[(page - 1) * PAGE];
  return first && yearOf(first, language);
}
