import type { Filter, View } from "../almanac/almanac.ts";
import { successionOf } from "../almanac/parties/lines.ts";
import type { PartyCode } from "../almanac/party.ts";
import { words } from "../almanac/words.ts";
import { eventsNear } from "../messages/lookup/near-events.ts";
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
  const former = [other, one].find(
    (code) => successionOf(code, code === one ? other : one, parties) === "continuation",
  );
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
  const near = desk.almanac.respelled(text);
  const cure =
    near === undefined
      ? "Try fewer or other words: a name, a country, a place, a year."
      : `Try: attache search ${near}`;
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

function idsNear({ almanac }: Desk, id: string): string {
  const near = eventsNear(id, almanac, SUGGESTED).map((event) => event.id);
  return near.length > 0 ? `Did you mean ${orList(near)}?` : "country, between and search print ids with --json.";
}

const SUGGESTED = 3;
