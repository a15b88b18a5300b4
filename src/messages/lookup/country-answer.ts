import { LEAP_DAY } from "../../almanac/anniversary.ts";
import { dateNumber } from "../../almanac/calendar.ts";
import { button, LIMITS, type MessagePayload } from "../payload.ts";
import { shorten } from "../plain.ts";
import { readerOf } from "../sentence.ts";
import { relationsPage } from "./country-relations.ts";
import { summaryOf } from "./country-summary.ts";
import { type CountryView, countryId, TABS } from "./country-view.ts";
import { eventEntry } from "./event-entry.ts";
import { eventPages } from "./event-pages.ts";
import type { Inquiry } from "./inquiry.ts";
import { type Entry, type Listing, listingMessage, narrowed } from "./listing.ts";
import { markedEntry } from "./marked-entry.ts";
import { pageNote, turns } from "./paging.ts";
import { eventSelect, familySelect, familyText } from "./selects.ts";

/** A party: in outline (what comes next, the latest, with whom), its events, or its relations. */
export function countryAnswer(view: CountryView, inquiry: Inquiry): MessagePayload {
  const { language } = inquiry;
  const flag = language.flag(view.code);
  const name = language.name(view.code);
  const listing = TAB[view.tab](view, inquiry);
  const tabs = TABS.filter((tab) => tab !== view.tab && (tab !== "relations" || isState(view, inquiry)));
  return listingMessage({
    ...listing,
    heading: narrowed(flag === undefined ? name : `${flag} ${name}`, familyText(view.family, language), language),
    selects: [
      ...(view.tab === "relations"
        ? []
        : [familySelect(countryId("family", { ...view, tab: "events" }), view.family, language)]),
      ...listing.selects,
    ],
    buttons: [
      ...listing.buttons,
      ...tabs.map((tab) =>
        button(
          shorten(language.text(`lookup.country.${tab}`), LIMITS.label),
          countryId("page", { code: view.code, tab, page: 1 }),
        ),
      ),
    ],
  });
}

type Part = Omit<Listing, "heading">;

const TAB: Readonly<Record<CountryView["tab"], (view: CountryView, inquiry: Inquiry) => Part>> = {
  outline,
  events,
  relations: (view, inquiry) => {
    const { paged, ...part } = relationsPage(view, inquiry);
    return { ...part, ...turns(paged, inquiry.language, (page) => countryId("page", { ...view, page })) };
  },
};

const FEW = 3;
/** How many days ahead the next anniversaries are looked for: soon, else within a year. */
const SOON = 60;
const YEAR = 366;

function outline({ code }: CountryView, inquiry: Inquiry): Part {
  const { almanac, language, today } = inquiry;
  const reader = readerOf(language, [code]);
  const filter = { parties: [code] };
  const ahead = (days: number) =>
    almanac.upcoming(today, days, LEAP_DAY, filter, { order: "significance", limit: FEW }).items;
  const soon = ahead(SOON);
  const best = soon.length < FEW ? ahead(YEAR) : soon;
  const next = best.toSorted((one, other) => dateNumber(one.on) - dateNumber(other.on));
  const latest = almanac.find(filter, { order: "latest", limit: FEW }).items;
  return {
    summary: summaryOf(code, inquiry),
    entries: [
      ...titled(
        language.text("lookup.country.next"),
        next.map((each) => markedEntry(each, today, reader)),
      ),
      ...titled(
        language.text("lookup.country.latest"),
        latest.map((event) => eventEntry(event, reader)),
      ),
    ],
    notes: latest.length === 0 ? [language.text("lookup.nothing")] : [],
    selects: eventSelect([...next.map(({ occasion }) => occasion), ...latest], reader, [code]),
    buttons: [],
  };
}

function events(view: CountryView, inquiry: Inquiry): Part {
  const { almanac, language } = inquiry;
  const reader = readerOf(language, [view.code]);
  const families = view.family === undefined ? {} : { families: [view.family] };
  const { paged, to } = eventPages(
    view.page,
    (offset, limit) => almanac.find({ parties: [view.code], ...families }, { order: "latest", offset, limit }),
    language,
    (page) => countryId("page", { ...view, page }),
  );
  return {
    summary: [],
    entries: paged.items.map((event) => eventEntry(event, reader)),
    notes: [paged.total > 0 ? pageNote(paged, language) : language.text("lookup.nothing")],
    selects: [...eventSelect(paged.items, reader), ...to.selects],
    buttons: to.buttons,
  };
}

function isState({ code }: CountryView, { almanac }: Inquiry): boolean {
  return almanac.parties.party(code)?.type === "state";
}

function titled(title: string, entries: readonly Entry[]): readonly Entry[] {
  return entries.length === 0 ? [] : [{ markdown: `### ${title}`, plain: title }, ...entries];
}
