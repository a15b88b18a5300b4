import { join } from "node:path";
import { csvFilesIn } from "../archive/data-files.ts";
import { SOURCE_COLUMNS } from "../archive/reader.ts";
import { REDIRECT_COLUMNS } from "../archive/redirects.ts";
import { formatDate, type LocalDate } from "../date.ts";
import type { Source } from "../event.ts";
import { eventIdOf } from "../event-id.ts";
import { EVENT_COLUMNS, readEventRow } from "../event-row.ts";
import type { Fault } from "../fault.ts";
import { readPartyData } from "../parties/load.ts";
import { readPresets } from "../parties/presets.ts";
import { createRegister } from "../parties/register.ts";
import { PUBLISHER_COLUMNS, type Publishers, publishersOf } from "../publishers.ts";
import { USUAL_NAME_COLUMNS } from "../usual-names.ts";
import { checkEventRows, checkTwins, type Known } from "./events.ts";
import { checkJudgement } from "./judgement.ts";
import { checkPublishers } from "./publishers.ts";
import { checkRedirects } from "./redirects.ts";
import { checkRepeats } from "./repeats.ts";
import { checkSources } from "./sources.ts";
import { type CheckedTable, readForCheck } from "./table.ts";
import { checkUsualNames } from "./usual-names.ts";

/**
 * Everything that is wrong with the facts in a data directory (events, sources, publishers, redirects, usual names, parties, what an editor judged), by file and line: one
 * fault for one mistake; nothing may be dated after today. Throws where a folder is missing or a file cannot be read.
 */
export function checkData(dataDir: string, today: LocalDate): readonly Fault[] {
  const faults: Fault[] = [];
  const readFolder = (folder: string, columns: readonly string[]): readonly CheckedTable[] =>
    csvFilesIn(join(dataDir, folder)).map((file) => readForCheck(file, columns, faults));
  const sources = readFolder("sources", SOURCE_COLUMNS);
  const ofSources = faults.length;
  const events = readFolder("events", EVENT_COLUMNS);
  const publishers = readForCheck(join(dataDir, "publishers.csv"), PUBLISHER_COLUMNS, faults);
  checkPublishers(publishers.rows, faults);
  const redirects = readForCheck(join(dataDir, "redirects.csv"), REDIRECT_COLUMNS, faults);

  const { data, faults: ofParties } = readPartyData(dataDir);
  const known: Known = {
    parties: createRegister(data),
    codes: data.parties.map(({ code }) => code),
    sources: firstCells(sources),
    pages: pagesOf(sources, publishersOf(publishers.rows.map(({ cells }) => cells))),
    today: formatDate(today),
  };
  const checked = events.map(({ rows, cells }) => {
    const right = checkEventRows(rows, known, faults);
    const lines = new Set(right.map(({ row }) => row.line));
    // The first cells are those of the second line
    return { right, faulty: cells.filter((_, index) => !lines.has(index + 2)) };
  });
  const right = checked.flatMap((file) => file.right);
  const faulty = checked.flatMap((file) => file.faulty);
  checkTwins(right, faults);
  checkRepeats(right, faulty, faults);
  checkSources(
    sources.map(({ rows }) => rows),
    faults.length > ofSources ? undefined : new Set(right.flatMap(({ event }) => event.sources)),
    faults,
  );
  readPresets(dataDir, known.parties, faults);
  checkJudgement(dataDir, { parties: known.parties, events: namesOf(events), faulty, sources: known.sources }, faults);
  const ids = new Set([...firstCells(events), ...faulty.flatMap(idMeant)]);
  checkRedirects(redirects.rows, ids, faults);
  const usualNames = readForCheck(join(dataDir, "usual-names.csv"), USUAL_NAME_COLUMNS, faults);
  checkUsualNames(usualNames.rows, new Set([...ids, ...firstCells([redirects])]), faults);
  return [...faults, ...ofParties].toSorted(byPlace);
}

/** The ids of the rows; an empty line has none. */
function firstCells(tables: readonly CheckedTable[]): ReadonlySet<string> {
  return new Set(tables.flatMap(({ cells }) => cells.flatMap(([first = ""]) => (first === "" ? [] : [first]))));
}

/** The id that the other cells of a row at fault ask for: what leads there is no second fault. */
function idMeant(cells: readonly string[]): readonly string[] {
  const event = readEventRow(cells, () => undefined);
  return event ? [eventIdOf(event)] : [];
}

/** The names and ids of events, each behind its date. */
function namesOf(tables: readonly CheckedTable[]): ReadonlySet<string> {
  const [date, name] = [EVENT_COLUMNS.indexOf("date"), EVENT_COLUMNS.indexOf("name")];
  const named = (row: readonly string[]): readonly string[] => [`${row[date]} ${row[name]}`, `${row[date]} ${row[0]}`];
  return new Set(tables.flatMap(({ cells }) => cells.flatMap(named)));
}

function pagesOf(tables: readonly CheckedTable[], publishers: Publishers): ReadonlyMap<string, Source> {
  const rows = tables.flatMap((table) => table.rows).filter(({ cells: [, , url = ""] }) => URL.canParse(url));
  return new Map(
    rows.map(({ cells: [id = "", name = "", url = ""] }) => {
      const { name: publisher, grade } = publishers(url);
      return [id, { id, name, url, publisher, ...(grade === undefined ? {} : { grade }) }];
    }),
  );
}

function byPlace(a: Fault, b: Fault): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return (a.line ?? 0) - (b.line ?? 0);
}
