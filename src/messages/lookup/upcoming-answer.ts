import type { DatedOccasion } from "../../almanac/almanac.ts";
import { LEAP_DAY } from "../../almanac/anniversary.ts";
import { dateNumber, YEAR_AHEAD } from "../../almanac/calendar.ts";
import { formatDate, type LocalDate, type PartialDate, parseLocalDate } from "../../almanac/date.ts";
import type { PartyCode } from "../../almanac/party.ts";
import { isOwnMilestone } from "../../digest/own.ts";
import { customId } from "../custom-id.ts";
import { allOfButton } from "../day-view.ts";
import type { Language } from "../language.ts";
import type { OwnOfDay } from "../own/own-section.ts";
import type { MessagePayload } from "../payload.ts";
import { readerOf } from "../sentence.ts";
import { codesText, type Known, readCodes } from "./few.ts";
import type { Inquiry } from "./inquiry.ts";
import { followedText, listingMessage, narrowed } from "./listing.ts";
import { markedEntries, markedSelect } from "./marked-entry.ts";
import { PAGE, pageNote, pageOf, readPage, turns } from "./paging.ts";

/** What /upcoming shows. */
export interface UpcomingView {
  /** The first day; it stays when pages are turned after midnight. */
  readonly from: LocalDate;
  /** 1 to 366. */
  readonly days: number;
  /** Only 25, 50, 75 ... years. */
  readonly milestones: boolean;
  /** Empty: everything. */
  readonly following: readonly PartyCode[];
  /** From 1. */
  readonly page: number;
}

/** Of more than these pages hold, those that matter most are shown. */
const BEST = 6 * PAGE;

function upcomingId({ from, days, milestones, following, page }: UpcomingView): string {
  const shown = [formatDate(from), `${days}${milestones ? "+" : ""}`, codesText(following), String(page)];
  return customId("upcoming", "page", ...shown);
}

/** The view of a custom_id's arguments; undefined without a date or days, or for whom nobody knows. */
export function parseUpcomingView(args: readonly string[], known: Known): UpcomingView | undefined {
  const [date = "", shown = "", codes, page] = args;
  const following = readCodes(codes, known);
  const from = parseLocalDate(date);
  const [, days, plus] = /^(\d{1,3})(\+?)$/.exec(shown) ?? [];
  if (from === undefined || following === undefined || days === undefined) return undefined;
  if (Number(days) < 1 || Number(days) > YEAR_AHEAD) return undefined;
  return {
    from,
    days: Number(days),
    milestones: plus === "+",
    following,
    page: readPage(page),
  };
}

/** What is marked in the days to come, day by day, a server's own dates first on each; of very much in the archive, what matters most. */
export function upcomingAnswer(view: UpcomingView, inquiry: Inquiry, own: OwnOfDay): MessagePayload {
  const { almanac, language, today } = inquiry;
  const { from, days, milestones, following } = view;
  const reader = readerOf(language, following);
  const filter = {
    ...(following.length === 0 ? {} : { parties: following }),
    ...(milestones ? { tier: 25 as const } : {}),
  };
  const best = almanac.upcoming(from, days, LEAP_DAY, filter, { order: "significance", limit: BEST });
  const ours = own === "unread" ? [] : own.filter((each) => !milestones || isOwnMilestone(each));
  const inOrder = [...ours, ...best.items].toSorted((one, other) => dateNumber(one.on) - dateNumber(other.on));
  const paged = pageOf(view.page, (offset, limit) => ({
    items: inOrder.slice(offset, offset + limit),
    total: inOrder.length,
  }));
  const to = turns(
    paged,
    language,
    (page) => upcomingId({ ...view, page }),
    (page) => dateOfPage(inOrder, page, language),
  );
  const next =
    paged.total > 0
      ? undefined
      : almanac.upcoming(from, YEAR_AHEAD, LEAP_DAY, filter, { order: "date", limit: 1 }).items[0]?.on;
  return listingMessage({
    heading: narrowed(language.text("lookup.upcoming.heading", { days }), followedText(following, language), language),
    summary: [],
    entries: markedEntries(paged.items, today, reader),
    notes: [
      paged.total > 0 ? pageNote(paged, language) : nothingText(next, language),
      ...(own === "unread" ? [language.text("own.unread")] : []),
      ...(best.total > BEST ? [bestText(best.total, following, language)] : []),
    ],
    selects: [...markedSelect(paged.items, reader, following), ...to.selects],
    buttons: next === undefined ? to.buttons : [allOfButton(next, following, language)],
  });
}

function bestText(count: number, following: readonly PartyCode[], language: Language): string {
  return language.text("lookup.upcoming.best", {
    shown: BEST,
    count,
    following: following.length === 0 ? "all" : "some",
  });
}

function nothingText(next: PartialDate | undefined, language: Language): string {
  return next === undefined
    ? language.text("lookup.upcoming.nothing")
    : language.text("lookup.upcoming.later", { date: language.date(next) });
}

/** The date with which a page begins. */
function dateOfPage(items: readonly Pick<DatedOccasion, "on">[], page: number, language: Language): string | undefined {
  const first = items[(page - 1) * PAGE];
  return first && language.date(first.on);
}
