import type { DatedOccasion } from "../../almanac/almanac.ts";
import { LEAP_DAY, TIERS, type Tier } from "../../almanac/anniversary.ts";
import type { PartyCode } from "../../almanac/party.ts";
import { type OwnAnniversary, ownTier } from "../../digest/own.ts";
import { customId } from "../custom-id.ts";
import type { Language } from "../language.ts";
import type { OwnOfDay } from "../own/own-section.ts";
import type { MessagePayload } from "../payload.ts";
import { readerOf } from "../sentence.ts";
import { codesText, type Known, readCodes } from "./few.ts";
import type { Inquiry } from "./inquiry.ts";
import { followedText, listingMessage, narrowed } from "./listing.ts";
import { markedEntry } from "./marked-entry.ts";
import { ownEntry } from "./own-entry.ts";
import { pageNote, pageOf, readPage, turns } from "./paging.ts";
import { choiceSelect, eventSelect, type SelectRow } from "./selects.ts";

/** What /jubilees shows. */
export interface JubileesView {
  readonly year: number;
  /** 1 to 12; 0 is what is known to the year only; absent: the whole year, what matters most first. */
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

/** The round anniversaries of a year, first those of a server's own dates, those of a month by date, and those of which no day is known. */
export function jubileesAnswer(view: JubileesView, inquiry: Inquiry, own: OwnOfDay): MessagePayload {
  const { almanac, language, today } = inquiry;
  const { year, month, tier, following } = view;
  const ours = own === "unread" ? [] : own.filter((each) => isAsked(each, view));
  const reader = readerOf(language, following);
  const filter = {
    ...(following.length === 0 ? {} : { parties: following }),
    ...(month === undefined ? {} : { month }),
  };
  const order = month === undefined ? "significance" : "date";
  const paged = pageOf<OwnAnniversary | DatedOccasion>(view.page, (offset, limit) => {
    const first = ours.slice(offset, offset + limit);
    const others = { order, offset: Math.max(0, offset - ours.length), limit: limit - first.length } as const;
    const { items, total } = almanac.jubilees(year, tier, LEAP_DAY, filter, others);
    return { items: [...first, ...items], total: ours.length + total };
  });
  const to = turns(paged, language, (page) => jubileesId("page", { ...view, page }));
  return listingMessage({
    heading: narrowed(
      language.text("lookup.jubilees.heading", { year: periodText(view, language) }),
      followedText(following, language),
      language,
    ),
    summary: [],
    entries: paged.items.map((each) =>
      "occasion" in each ? markedEntry(each, today, reader) : ownEntry(each, today, language),
    ),
    notes: [
      ...(own === "unread" ? [language.text("own.unread")] : []),
      paged.total > 0 ? pageNote(paged, language) : language.text("lookup.jubilees.nothing", { tier }),
    ],
    selects: [
      monthSelect(view, language),
      ...eventSelect(
        paged.items.flatMap((each) => ("occasion" in each ? each.occasion : [])),
        reader,
        following,
      ),
      ...to.selects,
    ],
    buttons: to.buttons,
  });
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
