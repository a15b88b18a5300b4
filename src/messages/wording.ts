import { isCounted, type Occasion } from "../almanac/anniversary.ts";
import { daysInMonth } from "../almanac/date.ts";
import type { Event } from "../almanac/event.ts";
import { familyOf, type Kind } from "../almanac/kind.ts";
import type { Lineage, Succession } from "../almanac/party.ts";
import type { Sequel } from "../digest/digest.ts";
import { alsoOf, greaterOf } from "./also.ts";
import type { Language } from "./language.ts";
import { type Reader, sentence } from "./sentence.ts";
import { type Telling, tell } from "./telling.ts";

/** An occasion, with what its reader asks next, and of which greater one it is a part, where that is known. */
export type Told = Occasion & { readonly sequel?: Sequel; readonly within?: Occasion };

/** What is said of an occasion, in plain text: the sentence, then what stands in brackets after it. */
export interface Wording {
  readonly telling: Telling;
  readonly what: string;
  readonly details: readonly string[];
  /** The details say that sources differ about the date. */
  readonly datesDiffer: boolean;
  /** Who continues the former states in it, a sentence each. */
  readonly successors: readonly string[];
  /** All that it tells: the sentence, then what the details add. */
  readonly parts: readonly Part[];
}

/** Something that is told, the event whose date it has, and all that say so. */
export interface Part {
  readonly what: string;
  readonly event: Event;
  readonly told: readonly Event[];
}

/** The words for an occasion, without its count of years and without its date. */
export function wordingOf(occasion: Told, reader: Reader): Wording {
  const { event } = occasion.lead;
  const others = occasion.others.map((other) => other.event);
  const telling = tell(event, others);
  const what = sentence(telling, reader);
  const { sequel } = occasion;
  const alone = telling.told.length === 1;
  const restored = alone ? sequel?.restored : undefined;
  const greater = greaterOf(occasion, what, reader);
  const also = greater === undefined ? alsoOf(telling, what, others, reader) : undefined;
  const details = [
    ...(restored === undefined ? [] : [restoration(restored, event, reader)]),
    ...(alone ? otherDates(event, reader) : []),
    ...(also === undefined ? [] : [reader.language.text("post.also", { what: also.what })]),
    ...(greater === undefined ? [] : [reader.language.text("post.within", { what: greater.what })]),
  ];
  return {
    telling,
    what,
    details,
    datesDiffer: alone && event.otherDates.length > 0,
    successors: successors(sequel?.lineage ?? [], telling, reader),
    parts: [
      { what, event, told: telling.told },
      ...(restored === undefined ? [] : [partOf(restored, reader)]),
      ...(also === undefined ? [] : [also]),
      ...(greater === undefined ? [] : [greater]),
    ],
  };
}

/** An event told by itself. */
export function partOf(event: Event, reader: Reader): Part {
  return { what: datedParts(event, reader).what, event, told: [event] };
}

/** One plain line of an anniversary: "75 years: Germany and Indonesia established diplomatic relations (1952)". */
export function anniversaryLine(occasion: Told, reader: Reader): string {
  const { language } = reader;
  const { what, details, successors: former } = wordingOf(occasion, reader);
  const when = whenOf(occasion, [...details, ...former], reader);
  return countedText({ years: yearsOf(occasion, reader), what, when }, language);
}

/** How many years ago it was; empty where they are not counted. */
export function yearsOf({ lead }: Told, { language }: Reader): string {
  return isCounted(lead.event) ? language.years(lead.years) : "";
}

/** The year in which it was, where the years are counted, and the details; of a 29 February that is marked where there is none, the date. */
export function whenOf({ lead: { event, years } }: Told, details: readonly string[], { language }: Reader): string {
  const { date } = event;
  const isMoved = date.precision === "day" && date.day > daysInMonth(date.year + years, date.month);
  const when = isMoved ? language.date(date) : yearOf(event, language);
  return [...(isCounted(event) ? [when] : []), ...details].join("; ");
}

/** The count, what it was, and what stands in brackets behind it; each as far as there is any. */
export function countedText(parts: { years: string; what: string; when: string }, language: Language): string {
  if (parts.years !== "") return language.text("post.anniversary", parts);
  return parts.when === "" ? parts.what : language.text("post.milestone", { what: parts.what, when: parts.when });
}

/** One plain dated line of an event by itself: "8–11 March 1992: Andrei Kozyrev, Minister of Foreign Affairs of Russia, visited Belgium". */
export function datedLine(event: Event, reader: Reader): string {
  return datedText(datedParts(event, reader), reader.language);
}

/** When an event was, what it was, and what else must be said of it: plain text, or markdown once each part is escaped. */
export interface DatedParts {
  readonly date: string;
  readonly what: string;
  /** Empty where there is nothing to add. */
  readonly details: string;
}

/** What a dated line of an event says, part by part. */
export function datedParts(event: Event, reader: Reader): DatedParts {
  return {
    date: dateOf(event, reader.language),
    what: sentence(tell(event, []), reader),
    details: [...otherDates(event, reader), ...doubtOf(event, reader)].join("; "),
  };
}

/** The parts as one line. */
export function datedText({ date, what, details }: DatedParts, language: Language): string {
  return details === ""
    ? language.text("post.dated", { date, what })
    : language.text("post.dated-with-details", { date, what, details });
}

/** The day, or the days from the first to the last; of what is kept each year, without a year. */
export function dateOf(event: Event, language: Language): string {
  const { date, end } = event;
  if (!isCounted(event) && date.precision === "day") return language.dayOfYear(date);
  return end === undefined ? language.date(date) : language.range(date, end);
}

/** The year in which it was. */
export function yearOf({ date }: Event, language: Language): string {
  return language.date({ precision: "year", year: date.year });
}

function restoration(event: Event, broken: Event, { language }: Reader): string {
  return language.text(mendedBy(event.kind, broken.kind), { year: yearOf(event, language) });
}

function mendedBy(kind: Kind, broken: Kind): MendedKey {
  if (kind === "embassy-opened") return "post.reopened";
  if (kind === "joined") return "post.rejoined";
  if (kind === "armistice") return "post.armistice";
  if (kind === "peace-treaty") return "post.peace";
  return familyOf(broken) === "relations" ? "post.restored" : "post.relations-restored";
}

type MendedKey = `post.${"restored" | "relations-restored" | "reopened" | "rejoined" | "armistice" | "peace"}`;

/** So many other dates are told; more would say no more than that sources differ. */
const OTHER_DATES = 2;

function otherDates({ otherDates: dates }: Event, { language }: Reader): readonly string[] {
  if (dates.length === 0) return [];
  const told = dates.slice(0, OTHER_DATES).map((date) => language.date(date));
  return [language.text("post.other-dates", { dates: language.list(told) })];
}

/** That what is of low confidence is doubtful, in every line of a list. */
function doubtOf({ confidence }: Event, { language }: Reader): readonly string[] {
  return confidence === "low" ? [language.text("post.doubtful")] : [];
}

/** Beyond so many parties, or so many successors, who came after whom is not said in one breath. */
const FEW = 3;

function successors(lineage: readonly Lineage[], telling: Telling, { language }: Reader): readonly string[] {
  const parties = [...telling.firsts, ...telling.seconds];
  if (parties.length > FEW) return [];
  return parties.flatMap((former) => {
    const all = lineage.filter((each) => each.former === former);
    const same = all.filter(({ how }) => how === "continuation");
    const found = same.length > 0 ? same : all;
    const [only] = found;
    if (only === undefined || found.length > FEW || all.some(({ successor }) => parties.includes(successor))) return [];
    const now = language.list(found.map(({ successor }) => language.nameInText(successor)));
    return [language.text(SUCCESSION_KEY[only.how], { former: language.nameInText(former), now })];
  });
}

const SUCCESSION_KEY = {
  continuation: "post.continued",
  split: "post.split",
  government: "post.split",
  merger: "post.merged",
  succession: "post.succeeded",
} as const satisfies Record<Succession, string>;
