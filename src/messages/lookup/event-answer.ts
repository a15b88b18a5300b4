import type { APIButtonComponent } from "discord-api-types/v10";
import { isCounted, LEAP_DAY } from "../../almanac/anniversary.ts";
import { daysBetween, markedIn } from "../../almanac/calendar.ts";
import type { LocalDate } from "../../almanac/date.ts";
import type { Event } from "../../almanac/event.ts";
import { allOfButton } from "../day-view.ts";
import type { Language } from "../language.ts";
import { bold, escapeMarkdown, link, linkTarget } from "../markdown.ts";
import { linkButton, type MessagePayload } from "../payload.ts";
import { clean, shorten } from "../plain.ts";
import { readerOf, sinceThen } from "../sentence.ts";
import { pairButton } from "../timeline-button.ts";
import { datedParts } from "../wording.ts";
import { doubtText } from "./doubt.ts";
import { heirsOf, pairOfToday } from "./heirs.ts";
import type { Inquiry } from "./inquiry.ts";
import { listingMessage } from "./listing.ts";
import { remindOfEvent } from "./remind-buttons.ts";
import { reportUrl } from "./report.ts";
import { fromNow } from "./timestamp.ts";

/** One event with all that is known of it, the id by which it can be quoted, and where to go from it. */
export function eventAnswer(event: Event, inquiry: Inquiry, more: readonly APIButtonComponent[] = []): MessagePayload {
  const { language } = inquiry;
  const { date, what } = datedParts(event, readerOf(language, []));
  return listingMessage({
    heading: date,
    summary: [bold(escapeMarkdown(what)), fieldsOf(event, inquiry).join("\n")],
    entries: [],
    notes: [language.text("lookup.event.quote", { id: event.id })],
    selects: [],
    buttons: [...more, ...buttonsOf(event, inquiry)],
  });
}

type FieldName =
  `lookup.event.${"parties" | "name" | "people" | "place" | "note" | "other-dates" | "sources" | "doubt" | "next"}`;

function fieldsOf(event: Event, inquiry: Inquiry): readonly string[] {
  const { language } = inquiry;
  const next = nextOf(event, inquiry.today);
  const field = (name: FieldName, markdown: string): readonly string[] =>
    markdown === ""
      ? []
      : [language.text("lookup.field", { name: bold(escapeMarkdown(language.text(name))), value: markdown })];
  const plain = (text = ""): string => escapeMarkdown(clean(text));
  return [
    ...field(
      "lookup.event.parties",
      few(event.parties, (code) => partyOf(code, event, inquiry), language),
    ),
    ...field("lookup.event.name", plain(event.name)),
    ...field(
      "lookup.event.people",
      few(event.people, (person) => personOf(person, language), language),
    ),
    ...field("lookup.event.place", plain(event.place)),
    ...field("lookup.event.note", plain(event.note)),
    ...field("lookup.event.other-dates", plain(language.list(event.otherDates.map(language.date)))),
    ...field("lookup.event.sources", event.sources.map(namedSource).join(" · ")),
    ...field("lookup.event.doubt", plain(doubtText(event, language))),
    ...(next === undefined ? [] : field("lookup.event.next", nextText(event, next, inquiry))),
  ];
}

/** So many parties or people are named of an event: those whom it is about stand first. */
const NAMED = 40;

/** What is told of each, in markdown; of very many the first ones, and how many others. */
function few<Item>(items: readonly Item[], tell: (item: Item) => string, language: Language): string {
  const names = items.slice(0, NAMED).map(tell).join(", ");
  const others = items.length - NAMED;
  return others <= 0 ? names : language.text("post.others", { names, others });
}

function partyOf(code: string, { namesThen }: Event, { almanac, language }: Inquiry): string {
  const then = Object.hasOwn(namesThen, code) ? namesThen[code] : undefined;
  const heirs = heirsOf(code, almanac.parties).map(language.name);
  const former = then === undefined ? language.name(code) : language.formerName(clean(then));
  const since = [
    ...(then === undefined ? [] : [sinceThen(code, language.name(code), language)]),
    ...(heirs.length === 0 ? [] : [language.text("post.name-today", { now: language.list(heirs) })]),
  ].join(", ");
  const name = since === "" ? former : language.text("post.name-then", { former, since });
  return escapeMarkdown([language.flag(code) ?? "", name].filter((part) => part !== "").join(" "));
}

function personOf({ name, office }: Event["people"][number], language: Language): string {
  const text =
    office === undefined ? clean(name) : language.text("post.person", { name: clean(name), office: clean(office) });
  return escapeMarkdown(text);
}

/** So much of a source's name says which it is. */
const SOURCE = 80;

/** A source by its name, as a link where it has an address that Discord takes. */
export function namedSource({ name, url }: Event["sources"][number]): string {
  const label = shorten(clean(name), SOURCE);
  const target = linkTarget(url);
  return target === undefined ? escapeMarkdown(label) : link(label, target);
}

/** When an event is marked next, today or later; never where it is doubtful, not counted, or known less closely than to the day. */
export function nextOf(event: Event, today: LocalDate): LocalDate | undefined {
  const { date, confidence } = event;
  if (confidence === "low" || !isCounted(event)) return undefined;
  if (date.precision !== "day" || date.year >= today.year + 1) return undefined;
  const years = [today.year, today.year + 1].filter((year) => year > date.year);
  return years.map((year) => markedIn(year, date, LEAP_DAY)).find((day) => daysBetween(today, day) >= 0);
}

function nextText({ date }: Event, next: LocalDate, { language, today }: Inquiry): string {
  return language.text("lookup.event.marked", {
    date: escapeMarkdown(language.date(next)),
    years: language.years(next.year - date.year),
    fromNow: fromNow(next, today, language),
  });
}

function buttonsOf(event: Event, inquiry: Inquiry): readonly APIButtonComponent[] {
  const { almanac, language, today } = inquiry;
  const [one, other, ...others] = event.parties;
  const next = nextOf(event, today);
  const report = reportUrl(event, inquiry);
  return [
    ...(other === undefined || others.length > 0
      ? []
      : [pairButton(pairOfToday([one, other], almanac.parties) ?? [one, other], language)]),
    ...(next === undefined ? [] : [allOfButton(next, [], language)]),
    ...(next === undefined ? [] : [remindOfEvent(event, language)]),
    ...(report === undefined ? [] : [linkButton(language.text("lookup.event.wrong"), report)]),
  ];
}
