import { type PartialDate, parsePartialDate } from "./date.ts";
import { CONFIDENCES, type Confidence, type Event, type Person } from "./event.ts";
import type { Report } from "./fault.ts";
import { FAMILY_OF_KIND, isKind, type Kind } from "./kind.ts";
import { didYouMean } from "./nearest.ts";
import type { PartyCode } from "./party.ts";

/** The columns of data/events, in order. */
export const EVENT_COLUMNS =
  "id,date,end,kind,parties,names_then,name,people,place,rank,first,note,other_dates,sources,confidence".split(",");

/** Stands between those whom a treaty of many is about and the others: HU / CSHH FR GB IT JP RO YUCS. */
const BAR = " / ";

/** What sort of visit: the words that the column rank may hold. */
const RANKS = ["state-visit", "official", "working", "summit", "private", "other"] as const;

/** An event as its row has it: sources by id. */
export interface EventRow extends Omit<Event, "sources"> {
  readonly sources: readonly [string, ...string[]];
}

/** Most rows have none of these: one is enough for all. */
const NO_DATES: readonly PartialDate[] = [];
const NO_NAMES: EventRow["namesThen"] = {};
const NOBODY: readonly Person[] = [];

/** Reads the cells of one row; undefined where one cannot be read. Every fault is reported. */
export function readEventRow(cells: readonly string[], report: Report): EventRow | undefined {
  const cell = (column: number): string => cells[column] ?? "";
  const date = readDate(cell(1), "date", report);
  const end = cell(2) === "" ? "none" : readDate(cell(2), "end", report);
  const kind = readKind(cell(3), report);
  const [principals, others] = cell(4).split(BAR);
  const codes = others === undefined ? principals : `${principals} ${others}`;
  const parties = readWords(codes ?? "", "party", "write the codes of the parties, separated by a space", report);
  const namesThen = readNamesThen(cell(5), parties, report);
  const rankAndFirst = checkRank(cell(9), report) && checkFirst(cell(10), report);
  const otherDates = readDates(cell(12), report);
  const sources = readWords(cell(13), "source", "write the ids of its sources in data/sources", report);
  const confidence = readConfidence(cell(14), report);
  if (!(date && end && kind && parties && namesThen && rankAndFirst && otherDates && sources && confidence))
    return undefined;
  const event: { -readonly [Key in keyof EventRow]: EventRow[Key] } = {
    id: cell(0),
    date,
    kind,
    parties,
    namesThen,
    people: readPeople(cell(7)),
    first: cell(10) === "yes",
    otherDates,
    sources,
    confidence,
  };
  if (end !== "none") event.end = end;
  if (others !== undefined) event.principals = principals?.split(" ") ?? [];
  if (cell(6) !== "") event.name = cell(6);
  if (cell(8) !== "") event.place = cell(8);
  if (cell(9) !== "") event.rank = cell(9);
  if (cell(11) !== "") event.note = cell(11);
  return event;
}

function readDate(text: string, what: string, report: Report): PartialDate | undefined {
  const date = parsePartialDate(text);
  if (!date)
    report(`no such ${what} as "${text}"`, "write a day that exists as 1992-08-25, a month as 1992-08, a year as 1992");
  return date;
}

function readDates(text: string, report: Report): readonly PartialDate[] | undefined {
  if (text === "") return NO_DATES;
  const dates = text.split(" ").map((date) => readDate(date, "other date", report));
  return dates.every((date) => date !== undefined) ? dates : undefined;
}

function readKind(text: string, report: Report): Kind | undefined {
  if (isKind(text)) return text;
  report(`unknown kind "${text}"`, `use a kind of src/almanac/kind.ts${didYouMean(text, Object.keys(FAMILY_OF_KIND))}`);
  return undefined;
}

function readWords(
  text: string,
  what: string,
  cure: string,
  report: Report,
): readonly [string, ...string[]] | undefined {
  if (text === "") {
    report(`no ${what}`, cure);
    return undefined;
  }
  if (!text.includes(" ")) return [text];
  const words = text.split(" ");
  const twice = words.find((word, index) => words.indexOf(word) !== index);
  if (twice === undefined && isSome(words)) return words;
  report(`${what} "${twice}" is given twice`, "leave one of them out");
  return undefined;
}

function isSome(words: readonly string[]): words is readonly [string, ...string[]] {
  return words.length > 0;
}

/** Reads LK=Ceylon; RU=Russian Empire. Where the parties cannot be read, whose names they are is not asked. */
function readNamesThen(
  text: string,
  parties: readonly PartyCode[] | undefined,
  report: Report,
): Readonly<Record<PartyCode, string>> | undefined {
  if (text === "") return NO_NAMES;
  const names: Record<PartyCode, string> = {};
  for (const part of text.split("; ")) {
    const [code = "", ...rest] = part.split("=");
    if (rest.length === 0 || parties?.includes(code) === false) {
      report(
        `"${part}" names no party of this row`,
        "write names_then as LK=Ceylon; RU=Russian Empire, with codes of the row",
      );
      return undefined;
    }
    names[code] = rest.join("=");
  }
  return names;
}

/** Reads Boris Yeltsin (President); Willy Claes (Deputy Prime Minister). */
function readPeople(text: string): readonly Person[] {
  if (text === "") return NOBODY;
  return text.split("; ").map((part) => {
    const at = part.endsWith(")") ? part.indexOf(" (") : -1;
    return at < 1 ? { name: part } : { name: part.slice(0, at), office: part.slice(at + 2, -1) };
  });
}

function readConfidence(text: string, report: Report): Confidence | undefined {
  const confidence = text === "" ? "high" : CONFIDENCES.find((word) => word === text);
  if (!confidence || text === "high") {
    report(`unknown confidence "${text}"`, "leave it empty for high, else write medium or low");
    return undefined;
  }
  return confidence;
}

function checkRank(text: string, report: Report): boolean {
  if (text === "" || RANKS.some((rank) => rank === text)) return true;
  report(`unknown rank "${text}"`, `use one of ${RANKS.join(", ")}${didYouMean(text, RANKS)}`);
  return false;
}

function checkFirst(text: string, report: Report): boolean {
  if (text === "" || text === "yes") return true;
  report(`unknown mark "${text}" in the column first`, "write yes or leave it empty");
  return false;
}
