import { basename, dirname } from "node:path";
import { formatDate } from "../date.ts";
import type { Source } from "../event.ts";
import { agrees, compareCodes, eventIdOf, slug } from "../event-id.ts";
import { type EventRow, readEventRow } from "../event-row.ts";
import type { Fault, Report } from "../fault.ts";
import { witnesses } from "../independence.ts";
import { familyOf, isAtWar, isDirected } from "../kind.ts";
import { didYouMean } from "../nearest.ts";
import { firstDayOf, lastDayOf } from "../parties/existence.ts";
import type { Register } from "../parties/register.ts";
import { checkName } from "./event-name.ts";
import { mayName } from "./existence.ts";
import { checkOrder, type PlacedRow, placeOf, reportAt } from "./table.ts";

/** What an event of data/ may refer to. */
export interface Known {
  readonly parties: Register;
  readonly codes: readonly string[];
  readonly sources: ReadonlySet<string>;
  /** The pages among them that could be read, by id. */
  readonly pages: ReadonlyMap<string, Source>;
  /** YYYY-MM-DD. */
  readonly today: string;
}

/** An event that could be read and whose own content is right. */
export interface CheckedEvent {
  readonly row: PlacedRow;
  readonly event: EventRow;
}

/** Checks every row of one file of events by itself; answers those without a fault. */
export function checkEventRows(rows: readonly PlacedRow[], known: Known, faults: Fault[]): readonly CheckedEvent[] {
  const right = rows.flatMap((row) => {
    const before = faults.length;
    const event = checkEventRow(row, known, reportAt(row, faults));
    return event && faults.length === before ? [{ row, event }] : [];
  });
  const keys = right.map(({ row, event }) => ({ row, key: `${formatDate(event.date)} ${event.id}` }));
  checkOrder(keys, "order the rows of a file by date, then by id", faults);
  return right;
}

function checkEventRow(row: PlacedRow, known: Known, report: Report): EventRow | undefined {
  const event = readEventRow(row.cells, report);
  if (!event) return undefined;
  checkSources(event, known, report);
  checkWitnesses(event, known, report);
  const isPast = checkDates(event, known, report);
  checkSides(event, known, report);
  checkPrincipals(event, report);
  checkName(event, report);
  // A wrong code or date would be found a second time in the id and in the name of the file.
  if (!(checkCodes(event, known, report) && checkThen(event, known, report) && isPast)) return event;
  const content = eventIdOf(event);
  if (!agrees(event.id, content))
    report(
      `the id is "${event.id}"`,
      `make it ${content}, as the row says, and redirect the old id in data/redirects.csv if it was published`,
    );
  checkPlace(row.file, event, report);
  return event;
}

function checkSources({ sources }: EventRow, known: Known, report: Report): void {
  for (const id of sources)
    if (!known.sources.has(id))
      report(
        `unknown source "${id}"`,
        `add it to data/sources, or use an id from there${didYouMean(id, known.sources)}`,
      );
}

/** What only copies, posts, nameless pages or references that nobody followed say is not sure. */
function checkWitnesses({ sources, confidence }: EventRow, { pages }: Known, report: Report): void {
  const cited = sources.flatMap((id) => pages.get(id) ?? []);
  if (confidence !== "high" || cited.length < sources.length || witnesses(cited) > 0) return;
  const publishers = [...new Set(cited.map(({ publisher }) => publisher))].join(", ");
  report(
    `no source carries it alone (${publishers}: a copy, a post, a nameless page or one that nobody read)`,
    "name a page that was read and is none of these, or make the confidence medium",
  );
}

/** Whether it lies in the past; what else is wrong with its dates is reported. */
function checkDates({ date, end, otherDates }: EventRow, { today }: Known, report: Report): boolean {
  const isPast = formatDate(date) <= today;
  if (!isPast) report(`${formatDate(date)} is still to come`, "correct the date: data/ holds what has happened");
  else if (end && (lastDayOf(end) < firstDayOf(date) || formatDate(end) === formatDate(date)))
    report(
      `it ends on ${formatDate(end)} and starts on ${formatDate(date)}`,
      "write the last day, or leave the end empty for a single day",
    );
  const others = otherDates.map(formatDate);
  const repeated = others.find((other, index) => other === formatDate(date) || others.indexOf(other) !== index);
  if (repeated !== undefined) report(`${repeated} is given twice`, "keep in other_dates only what other sources say");
  return isPast;
}

/** A code that nobody has is no party to count: it is a fault of its own. */
function checkSides({ kind, parties }: EventRow, { parties: register }: Known, report: Report): void {
  if (isAtWar(kind) && parties.filter((code) => isCode(code, register)).length > 2)
    report(`${kind} names ${parties.length} parties`, "write a row for each two that fought each other");
}

/** With up to three parties the id names them in their order; a kind with an order says by it who did what. */
function checkPrincipals({ kind, parties, principals }: EventRow, report: Report): void {
  if (principals !== undefined && (parties.length <= 3 || isDirected(kind)))
    report(
      "a bar parts the parties of an event that does not need it",
      "write the codes without it: the bar is for treaties of more than three",
    );
}

function isCode(code: string, register: Register): boolean {
  return register.party(code)?.code === code;
}

function checkCodes({ parties }: EventRow, { parties: register, codes }: Known, report: Report): boolean {
  const unknown = parties.filter((code) => !isCode(code, register));
  for (const code of unknown) report(`unknown code "${code}"`, `use a code of data/parties${didYouMean(code, codes)}`);
  return unknown.length === 0;
}

/** Whether there were all these parties then; one fault names all that were not. Of days to come it is not asked. */
function checkThen({ parties, date, kind }: EventRow, { parties: register, today }: Known, report: Report): boolean {
  const missing = parties.filter((code) => {
    const party = register.party(code);
    return party !== undefined && !mayName(party, date, kind);
  });
  const isWrong = missing.length > 0 && formatDate(date) <= today;
  if (isWrong)
    report(
      `${missing.map((code) => `"${code}"`).join(" and ")} did not exist on ${formatDate(date)}`,
      "name the party of that time, correct the date, or correct its years in data/parties",
    );
  return !isWrong;
}

function checkPlace(file: string, { kind, parties }: EventRow, report: Report): void {
  const folder = basename(dirname(file));
  const family = familyOf(kind);
  const [holder = ""] = parties.toSorted(compareCodes);
  const isThere =
    (folder === family || folder.startsWith(`${family}-`)) && basename(file) === `${holder.toLowerCase()}.csv`;
  if (!isThere)
    report(
      "the row is in the wrong file",
      `move it to ${family}/${holder.toLowerCase()}.csv, or to such a file of a collection`,
    );
}

/** Ids are unique, and no two rows say the same fact: a row that does both wrong is reported once. */
export function checkTwins(events: readonly CheckedEvent[], faults: Fault[]): void {
  const byFact = new Map<string, PlacedRow>();
  const byId = new Map<string, PlacedRow>();
  for (const { row, event } of events) {
    const report = reportAt(row, faults);
    const fact = factOf(event);
    const same = byFact.get(fact);
    const namesake = byId.get(event.id);
    if (same) report(`this is the same fact as in ${placeOf(same)}`, "keep one row, with the sources of both");
    else if (namesake)
      report(`the id "${event.id}" is also in ${placeOf(namesake)}`, `end this one in -2, or in the next free number`);
    byFact.set(fact, same ?? row);
    byId.set(event.id, namesake ?? row);
  }
}

/** Two rows with the same text here say the same. */
function factOf({ kind, parties, date, name, people }: EventRow): string {
  const who = isDirected(kind) ? parties : parties.toSorted(compareCodes);
  return [
    kind,
    formatDate(date),
    who.join(" "),
    slug(name ?? ""),
    people.map((person) => slug(person.name)).join(" "),
  ].join("|");
}
