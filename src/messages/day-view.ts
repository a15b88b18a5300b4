import type { APIButtonComponent } from "discord-api-types/v10";
import { formatDate, type PartialDate, parsePartialDate } from "../almanac/date.ts";
import type { PartyCode } from "../almanac/party.ts";
import { customId } from "./custom-id.ts";
import type { Language } from "./language.ts";
import { areFew, codesText, type Known, readCodes } from "./lookup/few.ts";
import { readPage } from "./lookup/paging.ts";
import { button, LIMITS } from "./payload.ts";
import { shorten } from "./plain.ts";

/**
 * What a button of a day leads to: a page of the day, of what these parties (and what they continue) did, or of everything. With a
 * month or a year, a page of what is known to it and no closer.
 */
export interface DayView {
  readonly date: PartialDate;
  /** From 1. */
  readonly page: number;
  /** Empty: everything. */
  readonly following: readonly PartyCode[];
}

/**
 * What a button of a day does: open the day in an answer of its own, turn the answer's pages in place, or go to another day: in place
 * where the asker alone sees it, else in an answer of its own. Actions of /on.
 */
export type DayAction = "day" | "page" | "step";

/** The custom_id of a button that leads to the view; to everything of the day where the parties are too many. */
export function dayViewId(action: DayAction, { date, page, following }: DayView): string {
  const short = areFew(following) ? following : [];
  return customId("on", action, formatDate(date), String(page), codesText(short));
}

/**
 * The inverse, from the custom_id's arguments; what is missing follows everything, on page 1. Undefined without a date, or for parties
 * that nobody knows.
 */
export function parseDayView(args: readonly string[], known: Known): DayView | undefined {
  const [dateText = "", page, followed] = args;
  const date = parsePartialDate(dateText);
  const following = readCodes(followed, known);
  if (date === undefined || following === undefined) return undefined;
  return { date, page: readPage(page), following };
}

/** "All of 25 August 2026". */
export function allOfButton(
  date: PartialDate,
  following: readonly PartyCode[],
  language: Language,
): APIButtonComponent {
  return viewButton(language.text("lookup.event.day", { date: language.date(date) }), date, following);
}

/** The button of a post that opens all of a day, a month or a year. */
export function viewButton(label: string, date: PartialDate, following: readonly PartyCode[]): APIButtonComponent {
  return button(shorten(label, LIMITS.label), dayViewId("day", { date, page: 1, following }));
}
