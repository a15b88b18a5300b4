import type { Page } from "../../almanac/almanac.ts";
import { LEAP_DAY, TIERS, type Tier } from "../../almanac/anniversary.ts";
import { dateNumber } from "../../almanac/calendar.ts";
import type { PartialDate } from "../../almanac/date.ts";
import type { PartyCode } from "../../almanac/party.ts";
import { type OwnAnniversary, ownTier } from "../../digest/own.ts";
import { customId } from "../custom-id.ts";
import type { Language } from "../language.ts";
import type { OwnOfDay } from "../own/own-section.ts";
import type { MessagePayload } from "../payload.ts";
import { readerOf } from "../sentence.ts";
import { codesText, type Known, readCodes } from "./few.ts";
import type { Inquiry } from "./inquiry.ts";
import { followedText, listingMessage, narrowed, titled } from "./listing.ts";
import { type Marked, markedEntries, markedSelect } from "./marked-entry.ts";
import { PAGE, pageNote, pageOf, readPage, turns } from "./paging.ts";
import { choiceSelect, type SelectRow } from "./selects.ts";

/** What /jubilees shows. */
export interface JubileesView {
  readonly year: number;
  /** 1 to 12; 0 is what is known to the year only; absent: the whole year by month. */
  readonly month?: number;
  /** How round the counts of years are at least. */
  readonly tier: Tier;
  /** Empty: everything. */
  readonly following: readonly PartyCode[];
  /** From 1. */
  readonly page: number;
}

const WHOLE_YEAR = "all";

function jubileesId(action: "page" | "month", { year, month, tier, following, page }: JubileesView): string {
  const shown = [String(year), String(month ?? WHOLE_YEAR), String(tier), codesText(following), String(page)];
  return customId("jubilees", action, ...shown);
}

/** The view of a custom_id's arguments; undefined without a year or a tier that there is, or for whom nobody knows. */
export function parseJubileesView(args: readonly string[], known: Known): JubileesView | undefined {
  const [year = "", month = "", tierText, codes, page] = args;
  const tier = TIERS.find((each) => String(each) === tierText);
  const following = readCodes(codes, known);
  if (!/^[1-9]\d{0,3}$/.test(year) || tier === undefined || following === undefined) return undefined;
  return { year: Number(year), ...monthOf(month), tier, following, page: readPage(page) };
}

/** A month as the select gives it; anything else is the whole year. */
export function monthOf(value = ""): Pick<JubileesView, "month"> {
  return /^(?:\d|1[0-2])$/.test(value) ? { month: Number(value) } : {};
}

/** Of a year with more than these pages hold, those that matter most are shown; its months have all. */
const BEST = 12 * PAGE;

/** The round anniversaries of a year by month, or all of one month, a server's own dates among them; what is known to the month or the year only in parts of its own. */
export function jubileesAnswer(view: JubileesView, inquiry: Inquiry, own: OwnOfDay): MessagePayload {
  const { language, today } = inquiry;
  const { month, tier, following } = view;
  const reader = readerOf(language, following);
  const ours = own === "unread" ? [] : own.filter((each) => isAsked(each, view));
  const { find, total, dateOfPage } = month === undefined ? ofYear(view, inquiry, ours) : ofMonth(view, inquiry, ours);
  const paged = pageOf(view.page, find);
  const to = turns(paged, language, (page) => jubileesId("page", { ...view, page }), dateOfPage);
  return listingMessage({
    heading: narrowed(
      language.text("lookup.jubilees.heading", { year: periodText(view, language) }),
      followedText(following, language),
      language,
    ),
    summary: [],
    entries: inParts(paged.items, view, language).flatMap(({ title, items }) =>
      titled(title, markedEntries(items, today, reader)),
    ),
    notes: [
      ...(own === "unread" ? [language.text("own.unread")] : []),
      paged.total > 0
        ? pageNote(paged, language)
        : language.text("lookup.jubilees.nothing", { tier, asked: month === undefined ? "year" : "month" }),
      ...(total > paged.total ? [language.text("lookup.jubilees.best", { shown: paged.total, count: total })] : []),
    ],
    selects: [monthSelect(view, language), ...markedSelect(paged.items, reader, following), ...to.selects],
    buttons: to.buttons,
  });
}

interface Found {
  readonly find: (offset: number, limit: number) => Page<Marked>;
  /** Of how many what is found is a choice. */
  readonly total: number;
  /** With which date a page begins. */
  readonly dateOfPage?: (page: number) => string | undefined;
}

/** What matters most of a year, month by month: of each first what is known to the month only; after December what is known to the year only. */
function ofYear(view: JubileesView, { almanac, language }: Inquiry, ours: readonly OwnAnniversary[]): Found {
  const { year, tier, following } = view;
  const filter = following.length === 0 ? {} : { parties: following };
  const best = almanac.jubilees(year, tier, LEAP_DAY, filter, { order: "significance", limit: BEST });
  const place = ({ on }: Marked): number => (on.precision === "year" ? (year + 1) * 10_000 : dateNumber(on));
  const inOrder = [...ours, ...best.items].toSorted((one, other) => place(one) - place(other));
  return {
    find: (offset, limit) => ({ items: inOrder.slice(offset, offset + limit), total: inOrder.length }),
    total: ours.length + best.total,
    dateOfPage: (page) => {
      const first = inOrder[(page - 1) * PAGE];
      return first && language.date(first.on);
    },
  };
}

/** All of a month by date, the server's own first; month 0 is what is known to the year only. */
function ofMonth(view: JubileesView, { almanac }: Inquiry, ours: readonly OwnAnniversary[]): Found {
  const { year, month = 0, tier, following } = view;
  const filter = { ...(following.length === 0 ? {} : { parties: following }), month };
  const find: Found["find"] = (offset, limit) => {
    const first = ours.slice(offset, offset + limit);
    const others = { order: "date", offset: Math.max(0, offset - ours.length), limit: limit - first.length } as const;
    const { items, total } = almanac.jubilees(year, tier, LEAP_DAY, filter, others);
    return { items: [...first, ...items], total: ours.length + total };
  };
  return { find, total: find(0, 0).total };
}

/** What follows one another of the same month, or is known as closely, under one heading. */
function inParts(
  marked: readonly Marked[],
  view: JubileesView,
  language: Language,
): readonly { readonly title: string; readonly items: readonly Marked[] }[] {
  const parts = [...Map.groupBy(marked, ({ on }) => titleOf(on, language))];
  // the days of a month alone are what the heading of the answer says
  const isSaid = parts.length === 1 && parts[0]?.[0] === periodText(view, language);
  return parts.map(([title, items]) => ({ title: isSaid ? "" : title, items }));
}

function titleOf(on: PartialDate, language: Language): string {
  if (on.precision === "year") return language.text("lookup.jubilees.year-only");
  const month = language.date({ precision: "month", year: on.year, month: on.month });
  return on.precision === "day" ? month : language.text("lookup.jubilees.month-only", { month });
}

/** Whether it is as round as is asked for, in the month that is shown. */
function isAsked(own: OwnAnniversary, { month, tier }: JubileesView): boolean {
  return (ownTier(own) ?? 0) >= tier && (month === undefined || own.on.month === month);
}

/** The month that is shown, or the year. */
function periodText({ year, month = 0 }: JubileesView, language: Language): string {
  return language.date(month === 0 ? { precision: "year", year } : { precision: "month", year, month });
}

function monthSelect(view: JubileesView, language: Language): SelectRow {
  const labels = [
    [WHOLE_YEAR, language.text("lookup.jubilees.whole-year")],
    ["0", language.text("lookup.jubilees.year-only")],
    ...Array.from({ length: 12 }, (_, index) => [
      String(index + 1),
      language.date({ precision: "month", year: view.year, month: index + 1 }),
    ]),
  ] as const;
  const chosen = String(view.month ?? WHOLE_YEAR);
  return choiceSelect(
    jubileesId("month", { ...view, page: 1 }),
    language.text("lookup.jubilees.choose"),
    labels.map(([value = "", label = ""]) => ({ value, label, default: value === chosen })),
  );
}
