import type { Filter, View } from "../almanac/almanac.ts";
import { nearest } from "../almanac/nearest.ts";
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
  showEvents(desk, { ...filterOf(desk, { ...asked, country: [] }), parties: [code] }, asked);
}

/** Events that two parties share. */
export function showBetween(desk: Desk, typed: readonly [string, string], asked: AskedEvents): void {
  const parties = typed.map((name) => partyCalled(desk, name, asked.lang));
  const kinds = filterOf(desk, { ...asked, country: [] });
  showEvents(desk, { ...kinds, parties, match: "all", throughOrganisations: asked.organisations ?? false }, asked);
}

/** Events in which every word of a text is found. */
export function showSearch(desk: Desk, text: string, asked: AskedEvents): void {
  showEvents(desk, { ...filterOf(desk, asked), text }, asked);
}

function showEvents(desk: Desk, filter: Filter, asked: AskedEvents): void {
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
  printRest(total, shown ?? LINES);
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

/** Ids of events of the same year that look alike. */
function idsNear(desk: Desk, id: string): string {
  const year = Number(/(?<!\d)\d{4}(?!\d)/.exec(id)?.[0] ?? 0);
  const { items } = desk.almanac.find({ years: [year, year] }, { order: "date" });
  const ids = items.map((event) => event.id);
  const begun = ids.filter((each) => each.startsWith(id));
  const close = begun.length > 0 ? begun.slice(0, 3) : nearest(id, ids, 3);
  return close.length > 0 ? `Did you mean ${orList(close)}?` : "country, between and search print ids with --json.";
}
