import type { Almanac, Filter } from "../almanac.ts";
import { anniversaryIn, type Occasion, tierOf } from "../anniversary.ts";
import { countsOf } from "../archive/counts.ts";
import { rowOfId } from "../archive/ids.ts";
import { eventReader } from "../archive/reader.ts";
import type { Index } from "../archive/shape.ts";
import { formatDate } from "../date.ts";
import type { EventId } from "../event.ts";
import type { Register } from "../parties/register.ts";
import { type MarkedRow, markedInDays, milestonesIn, rowsMarkedOn } from "./marked.ts";
import { datedOccasion, occasionIn } from "./occasions.ts";
import { overviewOf } from "./overview.ts";
import { pageOf, pageOfRows } from "./page.ts";
import { recent } from "./recent.ts";
import { selectFrom } from "./select.ts";

/** What the archive is made of once it is loaded. */
export interface Archive {
  readonly index: Index;
  /** All tables of data/: events are read out of them. */
  readonly bytes: Buffer;
  /** Of those tables (SHA-256, hexadecimal). */
  readonly digest: string;
  readonly parties: Register;
  /** From ids that events once had to those that they have. */
  readonly redirects: ReadonlyMap<EventId, EventId>;
}

/** Today in all zones under both leap-day rules, and what people page through. */
const RECENT_DAYS = 12;

/** Answers questions from an archive in memory. */
export function almanacOf({ index, bytes, digest, parties, redirects }: Archive): Almanac {
  const read = eventReader(index, bytes);
  const select = selectFrom(index, parties);
  const rowOf = (id: EventId): number | undefined => rowOfId(index, redirects.get(id) ?? id, (row) => read(row).id);
  const recentDays = recent<readonly Occasion[]>(RECENT_DAYS);
  const everyLead = markLeads(index, index.dates.keys());
  const leadsOf = (filter: Filter): Uint8Array =>
    Object.keys(filter).length === 0 ? everyLead : markLeads(index, select(filter));
  const show = (marked: MarkedRow): ReturnType<typeof datedOccasion> => datedOccasion(marked, index, read);
  return {
    ...countsOf(index),
    size: index.dates.length,
    edition: digest.slice(0, 8),
    parties,
    event(id) {
      const row = rowOf(id);
      return row === undefined ? undefined : read(row);
    },
    occasionOf(id) {
      const row = rowOf(id);
      return row === undefined ? undefined : read(index.leads[row] ?? row).id;
    },
    anniversariesOn: (date, leapDay) =>
      rowsMarkedOn(index, date, leapDay).map((row) => anniversaryIn(date.year, read(row))),
    occasionsOn: (date, leapDay) =>
      recentDays(`${formatDate(date)} ${leapDay}`, () =>
        markedInDays(index, date, 1, leapDay, everyLead).map(({ lead }) => occasionIn(date.year, lead, index, read)),
      ),
    find: (filter, view) => pageOfRows(select(filter), index.ranking, view, read),
    upcoming: (from, days, leapDay, { tier = 1, ...filter }, view) => {
      const marked = markedInDays(index, from, days, leapDay, leadsOf(filter));
      return pageOf(tier === 1 ? marked : marked.filter(({ years }) => tierOf(years) >= tier), view, show);
    },
    jubilees: (year, tier, leapDay, { month, ...filter }, view) => {
      const marked = milestonesIn(index, year, tier, leapDay, leadsOf(filter));
      return pageOf(month === undefined ? marked : marked.filter(({ date }) => monthOf(date) === month), view, show);
    },
    monthOverview: (year, month) =>
      overviewOf(index, year, year * 10_000 + month * 100, 1).map((row) => anniversaryIn(year, read(row))),
    yearOverview: (year, tier) =>
      overviewOf(index, year, year * 10_000, tier).map((row) => anniversaryIn(year, read(row))),
  };
}

/** The month of a dateNumber; 0 where it is known to the year only. */
function monthOf(date: number): number {
  return Math.floor(date / 100) % 100;
}

/** 1 at the lead of every occasion of which one of the rows is a part; what has low confidence is no occasion. */
function markLeads({ leads, low, dates }: Index, rows: Iterable<number>): Uint8Array {
  const marks = new Uint8Array(dates.length);
  for (const row of rows) if (low[row] === 0) marks[leads[row] ?? 0] = 1;
  return marks;
}
