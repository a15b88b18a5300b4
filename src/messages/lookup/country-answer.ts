import { LEAP_DAY } from "../../almanac/anniversary.ts";
import { dateNumber, YEAR_AHEAD } from "../../almanac/calendar.ts";
import type { PartyCode } from "../../almanac/party.ts";
import type { Language } from "../language.ts";
import { button, LIMITS, type MessagePayload } from "../payload.ts";
import { shorten } from "../plain.ts";
import { readerOf } from "../sentence.ts";
import { hasMembers, partnersPage } from "./country-partners.ts";
import { partnersOf } from "./country-relations.ts";
import { summaryOf } from "./country-summary.ts";
import { type CountryView, countryId } from "./country-view.ts";
import { eventEntry } from "./event-entry.ts";
import { eventPages } from "./event-pages.ts";
import type { Inquiry } from "./inquiry.ts";
import { type Listing, listingMessage, narrowed, titled } from "./listing.ts";
import { markedEntry } from "./marked-entry.ts";
import { pageNote } from "./paging.ts";
import { eventSelect, familySelect, familyText } from "./selects.ts";

/** A party: in outline (what comes next, the latest, with whom), its events, or its relations. */
export function countryAnswer(view: CountryView, inquiry: Inquiry): MessagePayload {
  const { language } = inquiry;
  const flag = language.flag(view.code);
  const name = language.name(view.code);
  const listing = TAB[view.tab](view, inquiry);
  const tabs = tabsOf(view.code, inquiry).filter((tab) => tab !== view.tab);
  return listingMessage({
    ...listing,
    heading: narrowed(flag === undefined ? name : `${flag} ${name}`, shownOf(view, language), language),
    selects: [
      ...(view.tab === "outline" || view.tab === "events"
        ? [
            familySelect(
              countryId("family", { ...view, tab: "events" }),
              view.tab === "events" ? (view.family ?? "all") : undefined,
              language,
            ),
          ]
        : []),
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
  relations: partnersPage,
  without: partnersPage,
  members: partnersPage,
};

/** Which of them there are of a party: with whom it has relations, or none, is no question where none are known, as of a territory. */
function tabsOf(code: PartyCode, inquiry: Inquiry): readonly CountryView["tab"][] {
  const party = inquiry.almanac.parties.party(code);
  if (party !== undefined && hasMembers(party)) return ["outline", "events", "members"];
  const { lasting, doubtful, resumed } = partnersOf(code, inquiry);
  const asksWith = lasting.length + doubtful.length + resumed.length > 0;
  const asksWithout = party?.type === "state" && lasting.length > 0;
  return [
    "outline",
    "events",
    ...(asksWith ? (["relations"] as const) : []),
    ...(asksWithout ? (["without"] as const) : []),
  ];
}

/** What of the party is shown, for the heading; nothing of the outline. */
function shownOf({ tab, family }: CountryView, language: Language): string {
  if (family !== undefined) return familyText(family, language);
  return tab === "outline" ? "" : language.text(`lookup.country.${tab}`);
}

const FEW = 3;
/** How many days ahead the next anniversaries are looked for: soon, else within a year. */
const SOON = 60;

function outline({ code }: CountryView, inquiry: Inquiry): Part {
  const { almanac, language, today } = inquiry;
  const reader = readerOf(language, [code]);
  const filter = { parties: [code] };
  const ahead = (days: number) =>
    almanac.upcoming(today, days, LEAP_DAY, filter, { order: "significance", limit: FEW }).items;
  const soon = ahead(SOON);
  const best = soon.length < FEW ? ahead(YEAR_AHEAD) : soon;
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
    entries: titled(
      language.text("lookup.newest-first"),
      paged.items.map((event) => eventEntry(event, reader)),
    ),
    notes: [paged.total > 0 ? pageNote(paged, language) : language.text("lookup.nothing")],
    selects: [...eventSelect(paged.items, reader), ...to.selects],
    buttons: to.buttons,
  };
}
