import type { Occasion } from "../almanac/anniversary.ts";
import type { Event } from "../almanac/event.ts";
import type { Kind } from "../almanac/kind.ts";
import type { Lineage, PartyCode } from "../almanac/party.ts";
import type { Sequel } from "../digest/digest.ts";
import type { Language } from "./language.ts";
import { properName, type Reader, sentence } from "./sentence.ts";
import { type Telling, tell } from "./telling.ts";

/** An occasion, with what its reader asks next where that is known. */
export type Told = Occasion & { readonly sequel?: Sequel };

/** What is said of an occasion, in plain text: the sentence, then what stands in brackets after it. */
export interface Wording {
  readonly telling: Telling;
  readonly what: string;
  readonly details: readonly string[];
}

/** The words for an occasion, without its count of years and without its date. */
export function wordingOf(occasion: Told, reader: Reader): Wording {
  const { event } = occasion.lead;
  const others = occasion.others.map((other) => other.event);
  const telling = tell(event, others);
  const { sequel } = occasion;
  const details = [
    ...(sequel?.restored === undefined ? [] : [restoration(sequel.restored, reader)]),
    ...otherDates(event, reader),
    ...successors(sequel?.lineage ?? [], telling, reader),
    ...alsoOf(telling, others, reader),
  ];
  return { telling, what: sentence(telling, reader), details };
}

/** One plain line of an anniversary: "75 years: Germany and Indonesia established diplomatic relations (1952)". */
export function anniversaryLine(occasion: Told, reader: Reader): string {
  const { language } = reader;
  const { what, details } = wordingOf(occasion, reader);
  return language.text("post.anniversary", {
    years: language.text("post.years", { years: occasion.lead.years }),
    what,
    when: [yearOf(occasion.lead.event, language), ...details].join("; "),
  });
}

/** One plain dated line of an event by itself: "8–11 March 1992: Andrei Kozyrev, Minister of Foreign Affairs of Russia, visited Belgium". */
export function datedLine(event: Event, reader: Reader): string {
  const { language } = reader;
  const date = event.end === undefined ? language.date(event.date) : language.range(event.date, event.end);
  const what = sentence(tell(event, []), reader);
  const details = otherDates(event, reader).join("; ");
  return details === ""
    ? language.text("post.dated", { date, what })
    : language.text("post.dated-with-details", { date, what, details });
}

/** The year in which it was. */
export function yearOf({ date }: Event, language: Language): string {
  return language.date({ precision: "year", year: date.year });
}

function restoration(event: Event, { language }: Reader): string {
  const year = yearOf(event, language);
  return event.kind === "relations-restored" || event.kind === "relations-established"
    ? language.text("post.restored", { year })
    : language.text("post.peace", { year });
}

/** So many other dates are told; more would say no more than that sources differ. */
const OTHER_DATES = 2;

function otherDates({ otherDates: dates }: Event, { language }: Reader): readonly string[] {
  if (dates.length === 0) return [];
  const told = dates.slice(0, OTHER_DATES).map((date) => language.date(date));
  return [language.text("post.other-dates", { dates: language.list(told) })];
}

/** Beyond so many parties a line is about all of them together, not about who came after whom. */
const FEW = 3;

function successors(
  lineage: readonly Lineage[],
  { firsts, seconds }: Telling,
  { language }: Reader,
): readonly string[] {
  const parties = [...firsts, ...seconds];
  if (parties.length > FEW) return [];
  const successorsOf = Map.groupBy(lineage, ({ former }) => former);
  return parties.flatMap((former) => {
    const found = successorsOf.get(former) ?? [];
    const now = language.list(found.map(({ successor }) => language.nameInText(successor)));
    if (found.length === 0) return [];
    const key = found.every(({ how }) => how === "continuation") ? "post.continued" : "post.succeeded";
    return [language.text(key, { former: language.nameInText(former), now })];
  });
}

/** What a kind already says, so that events of these kinds between the same parties add nothing to the line. */
const IMPLIED: Partial<Record<Kind, readonly Kind[]>> = {
  independence: ["national-day", "state-founded"],
  "state-founded": ["national-day", "independence"],
  "relations-established": ["recognition"],
  "relations-restored": ["recognition"],
  "treaty-signed": ["treaty-in-force", "alliance-formed", "treaty-ratified"],
  "peace-treaty": ["fighting-ended", "treaty-signed"],
  "war-declared": ["war-began"],
};

function alsoOf(telling: Telling, others: readonly Event[], reader: Reader): readonly string[] {
  const parties = new Set<PartyCode>([...telling.firsts, ...telling.seconds]);
  const implied = IMPLIED[telling.event.kind] ?? [];
  const rest = others.filter(
    (other) =>
      !telling.told.includes(other) &&
      !(implied.includes(other.kind) && other.parties.every((party) => parties.has(party))),
  );
  const next = rest.find(({ kind }) => kind !== telling.event.kind) ?? rest[0];
  if (next === undefined) return [];
  const also = tell(
    next,
    rest.filter((other) => other !== next),
  );
  const facts = rest.length - also.told.length;
  const { language } = reader;
  const sameParties = also.seconds.length === 0 && also.firsts.every((party) => parties.has(party));
  const what = (sameParties ? properName(also) : undefined) ?? sentence(also, reader);
  return [language.text(facts === 0 ? "post.also" : "post.also-more", { what, facts })];
}
