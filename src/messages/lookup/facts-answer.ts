import { LEAP_DAY } from "../../almanac/anniversary.ts";
import { formatDate, type LocalDate, parseLocalDate } from "../../almanac/date.ts";
import type { PartyCode } from "../../almanac/party.ts";
import { customId } from "../custom-id.ts";
import { eventLine } from "../line.ts";
import type { MessagePayload } from "../payload.ts";
import { readerOf } from "../sentence.ts";
import { datedLine } from "../wording.ts";
import { codesText, type Known, readCodes } from "./few.ts";
import type { Inquiry } from "./inquiry.ts";
import { followedText, listingMessage, narrowed } from "./listing.ts";
import { pageButtons, pageNote, pageOf, readPage } from "./paging.ts";
import { eventSelect } from "./selects.ts";

/** What /today shows with everything. */
export interface FactsView {
  readonly date: LocalDate;
  /** Empty: everything. */
  readonly following: readonly PartyCode[];
  /** From 1. */
  readonly page: number;
}

/** The view of a custom_id's arguments; undefined without a date, or for whom nobody knows. */
export function parseFactsView([dateText = "", codes, page]: readonly string[], known: Known): FactsView | undefined {
  const date = parseLocalDate(dateText);
  const following = readCodes(codes, known);
  return date && following && { date, following, page: readPage(page) };
}

/** Every fact that is marked on a day, each by itself, doubtful ones too, oldest first, in pages. */
export function factsAnswer(view: FactsView, { almanac, language }: Inquiry): MessagePayload {
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
  return listingMessage({
    heading: narrowed(
      language.text("lookup.facts.heading", { date: language.weekday(date) }),
      followedText(following, language),
      language,
    ),
    summary: [],
    entries: paged.items.map((event) => ({ markdown: eventLine(event, reader), plain: datedLine(event, reader) })),
    notes: [paged.total > 0 ? pageNote(paged, language) : language.text("lookup.facts.nothing")],
    selects: eventSelect(paged.items, reader),
    buttons: pageButtons(paged, language, (page) =>
      customId("today", "page", formatDate(date), codesText(following), String(page)),
    ),
  });
}
