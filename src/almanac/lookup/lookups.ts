import type { Almanac } from "../almanac.ts";
import { anniversaryIn, type Occasion } from "../anniversary.ts";
import { countsOf } from "../archive/counts.ts";
import { rowOfId } from "../archive/ids.ts";
import { Grouping } from "../archive/occasions.ts";
import { eventReader } from "../archive/reader.ts";
import { dayKey, type Index, NO_DAY } from "../archive/shape.ts";
import { dateNumber } from "../calendar.ts";
import { formatDate } from "../date.ts";
import type { Event, EventId } from "../event.ts";
import type { Judgement } from "../judgement.ts";
import type { Register } from "../parties/register.ts";
import type { Publishers } from "../publishers.ts";
import type { UsualNames } from "../usual-names.ts";
import { datesOfDays, datesOfYear, keysMarkedOn, rowsMarkedOn } from "./marked.ts";
import { markedPages, occasionIn, occasionsOf } from "./occasions.ts";
import { overviewOf } from "./overview.ts";
import { pageOfNamed, pageOfRows } from "./page.ts";
import { readingOf } from "./reading.ts";
import { recent } from "./recent.ts";
import { respelled } from "./respelled.ts";
import { RowSet } from "./row-set.ts";
import { rowsOf } from "./rows.ts";
import { namedIn, ofTextIn, type Select, selectFrom } from "./select.ts";
import { usuallyCalled } from "./usual.ts";

/** What the archive is made of once it is loaded. */
export interface Archive {
  readonly index: Index;
  /** All tables of data/: events are read out of them. */
  readonly bytes: Buffer;
  /** Of those tables (SHA-256, hexadecimal). */
  readonly digest: string;
  readonly parties: Register;
  readonly judgement: Judgement;
  readonly publishers: Publishers;
  /** From ids that events once had to those that they have. */
  readonly redirects: ReadonlyMap<EventId, EventId>;
  readonly usualNames: UsualNames;
}

/** What becomes of an index that is not complete yet. */
export interface Completion {
  /** Called when the last day was grouped here. */
  readonly save: () => void;
  /** Has the same index completed elsewhere; undefined where that cannot be. */
  readonly elsewhere: () => Promise<Index | undefined>;
}

/** Today in all zones under both leap-day rules, and what people page through. */
const RECENT_DAYS = 12;
/** What the pages of one answer, and what stands beside them, are chosen from. */
const RECENT_FILTERS = 16;

/** Answers questions from an archive in memory. */
export function almanacOf(
  { index, bytes, digest, redirects, usualNames, parties, judgement, publishers }: Archive,
  completion: Completion,
): Almanac {
  const reading = readingOf(index, eventReader(index, bytes, publishers));
  const { event: read } = reading;
  const known = { ...countsOf(index), parties, judgement };
  const grouping = new Grouping(index, read, known, completion.save);
  const rows = rowsOf(index);
  const rowOf = (id: EventId): number | undefined => rowOfId(index, redirects.get(id) ?? id, (row) => read(row).id);
  const ofText = ofTextIn(index, parties, rows);
  const called = usuallyCalled(usualNames, rowOf, ofText);
  const selected = selectFrom(index, parties, rows, ofText, called);
  const pageOfMarked = markedPages(index, reading);
  const recentSets = recent<RowSet>(RECENT_FILTERS);
  const select: Select = (filter) => recentSets(JSON.stringify(filter), () => selected(filter));
  const recentDays = recent<readonly Occasion[]>(RECENT_DAYS);
  return {
    ...known,
    size: index.dates.length,
    edition: digest.slice(0, 8),
    prepare: () => grouping.prepare(completion.elsewhere),
    ...byReference(index, rowOf, grouping, read),
    anniversariesOn: (date, leapDay) =>
      rowsMarkedOn(index, date, leapDay).map((row) => anniversaryIn(date.year, read(row))),
    occasionsOn: (date, leapDay) =>
      recentDays(`${formatDate(date)} ${leapDay}`, () => {
        for (const key of keysMarkedOn(date, 1, leapDay)) grouping.day(key);
        const leads = rowsMarkedOn(index, date, leapDay).filter((row) => isLead(index, row));
        return leads.map((lead) => occasionIn(date.year, lead, index, reading));
      }),
    occasionsOf(date, filter) {
      grouping.day(dayKey(dateNumber(date)));
      const leads = leadsOf(index, select({ ...filter, years: [date.year, date.year] }));
      return occasionsOf(date, leads.slice(0, leads.count()), index, reading);
    },
    find(filter, view) {
      if (view.order === "significance") grouping.all();
      const found = select(filter);
      if (filter.text === undefined || view.order !== "significance")
        return pageOfRows(found, index.ranking, view, read);
      const meant = called(filter.text, filter.isBegun).filter((row) => found.has(row));
      return pageOfNamed(found, meant, index.ranking, filter, view, read);
    },
    respelled: (text) => respelled(text, usualNames.words, index, rows, namedIn(parties)),
    upcoming(from, days, leapDay, { tier = 1, ...filter }, view) {
      const keys = keysMarkedOn(from, days, leapDay);
      for (const key of keys) grouping.day(key);
      const wanted = { dates: datesOfDays(from, days, leapDay), tier };
      return pageOfMarked(leadsOf(index, select(filter).and(rows.ofDays(keys))), wanted, view);
    },
    jubilees(year, tier, leapDay, { month, ...filter }, view) {
      grouping.all();
      const wanted = { dates: datesOfYear(year, month, leapDay), tier };
      return pageOfMarked(leadsOf(index, select(filter).and(rows.ofRound(year, tier))), wanted, view);
    },
    ...overviewsFrom(index, grouping, read),
  };
}

/** What is asked of one event by its id. */
function byReference(
  index: Index,
  rowOf: (id: EventId) => number | undefined,
  grouping: Pick<Grouping, "dayOf">,
  read: (row: number) => Event,
): Pick<Almanac, "event" | "occasionOf"> {
  return {
    event(id) {
      const row = rowOf(id);
      return row === undefined ? undefined : read(row);
    },
    occasionOf(id) {
      const row = rowOf(id);
      if (row === undefined) return undefined;
      grouping.dayOf(row);
      return read(index.leads[row] ?? row).id;
    },
  };
}

/** What is known to the month or to the year only. */
function overviewsFrom(
  index: Index,
  grouping: Pick<Grouping, "day">,
  read: (row: number) => Event,
): Pick<Almanac, "monthOverview" | "yearOverview"> {
  return {
    monthOverview(year, month) {
      grouping.day(NO_DAY);
      return overviewOf(index, year, year * 10_000 + month * 100, 1).map((row) => anniversaryIn(year, read(row)));
    },
    yearOverview(year, tier) {
      grouping.day(NO_DAY);
      return overviewOf(index, year, year * 10_000, tier).map((row) => anniversaryIn(year, read(row)));
    },
  };
}

/** The lead of every occasion of which one of the rows is a part; what has low confidence is no occasion. */
function leadsOf({ leads, low, dates }: Index, rows: RowSet): RowSet {
  const found = RowSet.of(dates.length, []);
  rows.each((row) => {
    if (low[row] === 0) found.add(leads[row] ?? row);
  });
  return found;
}

function isLead({ leads, low }: Index, row: number): boolean {
  return leads[row] === row && low[row] === 0;
}
