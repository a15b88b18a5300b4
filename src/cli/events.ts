import type { Filter, View } from "../almanac/almanac.ts";
import { nearest } from "../almanac/nearest.ts";
import type { PartyCode } from "../almanac/party.ts";
import { words } from "../almanac/words.ts";
import { datedLine } from "../messages/wording.ts";
import { type Asked, countCalled, filterOf, orList, partyCalled } from "./asked.ts";
import { printRest } from "./day.ts";
import { type Desk, readerOf, UsageError } from "./desk.ts";
import { eventJson, printJson } from "./json.ts";

const LINES = 40;
const ORDERS = ["date", "latest", "significance"] as const;

/** How the events of a lookup are told, beside what every subcommand has. */
export interface AskedEvents extends Asked {
  readonly order?: string;
  /** Commander's --no-lineage. */
  readonly lineage?: boolean;
  readonly organisations?: boolean;
}

/** Events of a country or an organisation. */
export function showCountry(desk: Desk, typed: string, asked: AskedEvents): void {
  const code = partyCalled(desk, typed, asked.lang);
  const filter = { ...filterOf(desk, { ...asked, country: [] }), parties: [code] };
  showEvents(desk, filter, asked, "Nothing of that is recorded of this country: ask with fewer conditions.");
}

/** Events that two parties share. */
export function showBetween(desk: Desk, typed: readonly [string, string], asked: AskedEvents): void {
  const parties = typed.map((name) => partyCalled(desk, name, asked.lang));
  refuseOne(desk, parties, asked.lang);
  const organisations = asked.organisations ?? false;
  const kinds = filterOf(desk, { ...asked, country: [] });
  const wider = organisations ? "" : " --organisations looks in conventions and organisations of both, too.";
  showEvents(
    desk,
    { ...kinds, parties, match: "all", throughOrganisations: organisations },
    asked,
    `Nothing between the two is recorded.${wider}`,
  );
}

/** Two names of one, or two of which one continues the other, have no events between them. */
function refuseOne({ almanac }: Desk, [one = "", other = ""]: readonly PartyCode[], locale: string): void {
  const { parties } = almanac;
  const called = (code: PartyCode): string => parties.name(code, locale, "article");
  if (one === other)
    throw new UsageError(`Both are ${called(one)}. Name two, or ask for all its events: attache country ${one}.`);
  const former = [other, one].find((code) => parties.lineageOf(code === one ? other : one).has(code));
  if (former === undefined) return;
  throw new UsageError(
    `The events of ${called(former)} are told as those of ${called(former === one ? other : one)} too: nothing is between the two. Ask for one: attache country ${former}.`,
  );
}

/** Events in which every word of a text is found. */
export function showSearch(desk: Desk, text: string, asked: AskedEvents): void {
  if (words(text).length === 0)
    throw new UsageError(
      `There is no word in "${text}". Write names, people, places, countries, kinds or years: attache search "elysee treaty".`,
    );
  const cure = "Try fewer or other words: a name, a country, a place, a year.";
  showEvents(desk, { ...filterOf(desk, asked), text }, asked, `No event has all of these words. ${cure}`);
}

function showEvents(desk: Desk, filter: Filter, asked: AskedEvents, nothing: string): void {
  const limit = asked.limit === undefined ? undefined : countCalled(asked.limit, "--limit");
  const shown = asked.json ? limit : (limit ?? LINES);
  const view: View = { order: orderCalled(asked.order ?? "date"), ...(shown === undefined ? {} : { limit: shown }) };
  const { items, total } = desk.almanac.find({ ...filter, lineage: asked.lineage ?? true }, view);
  if (asked.json) {
    printJson(items.map((event) => eventJson(event, desk)));
    return;
  }
  const reader = readerOf(desk, asked.lang, filter.parties ?? []);
  for (const event of items) console.log(datedLine(event, reader));
  printRest(total, shown ?? LINES, nothing);
}

function orderCalled(typed: string): View["order"] {
  const order = ORDERS.find((each) => each === typed);
  if (order) return order;
  throw new UsageError(`There is no order "${typed}". Use ${orList(ORDERS)}.`);
}

/** One event with all that is known of it. */
export function showEvent(desk: Desk, id: string, asked: Asked): void {
  const event = desk.almanac.event(id);
  if (!event) throw new UsageError(`No event has the id "${id}". ${idsNear(desk, id)}`);
  if (asked.json) {
    printJson([eventJson(event, desk)]);
    return;
  }
  const reader = readerOf(desk, asked.lang, []);
  console.log(datedLine(event, reader));
  const { name, place, note, confidence } = event;
  for (const [what, text] of Object.entries({ id: event.id, name, place, note, confidence }))
    if (text !== undefined) console.log(`${what.padEnd(11)} ${text}`);
  for (const source of event.sources) console.log(`source      ${source.name}\n            ${source.url}`);
}

/** Ids of events of the same year that look alike; else those of the parties that it begins with, of that year if it names one. */
function idsNear(desk: Desk, id: string): string {
  const year = /(?<!\d)\d{4}(?!\d)/.exec(id)?.[0];
  const years = year === undefined ? {} : { years: [Number(year), Number(year)] as const };
  const ids = year === undefined ? [] : idsFound(desk, years);
  const begun = ids.filter((each) => each.startsWith(id));
  const alike = begun.length > 0 ? begun : nearest(id, ids, SUGGESTED);
  const parties = partiesIn(desk, id.slice(0, year === undefined ? undefined : id.indexOf(year)));
  const close = alike.length > 0 || parties.length === 0 ? alike : idsFound(desk, { ...years, parties, match: "all" });
  return close.length > 0
    ? `Did you mean ${orList(close.slice(0, SUGGESTED))}?`
    : "country, between and search print ids with --json.";
}

const SUGGESTED = 3;

function idsFound(desk: Desk, filter: Filter): readonly string[] {
  return desk.almanac.find(filter, { order: "date" }).items.map(({ id }) => id);
}

/** The parties with whose codes an id begins, as long as can be: be-korean-empire. */
function partiesIn({ almanac: { parties } }: Desk, text: string): readonly PartyCode[] {
  const parts = text.split("-").filter((part) => part !== "");
  const found: PartyCode[] = [];
  for (let from = 0, until = parts.length; until > from; until--) {
    const slug = parts.slice(from, until).join("-");
    const party = parties.party(slug.toUpperCase()) ?? parties.party(slug);
    if (party === undefined) continue;
    found.push(party.code);
    [from, until] = [until, parts.length + 1];
  }
  return found;
}
