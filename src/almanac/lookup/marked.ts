import { type LeapDayRule, type Tier, tierOf } from "../anniversary.ts";
import { listAt } from "../archive/lists.ts";
import { dayKey, type Index } from "../archive/shape.ts";
import { addDays, DAYS_OF_YEAR, dateNumber, markedIn, markedOn } from "../calendar.ts";
import type { LocalDate } from "../date.ts";

/** Occasions seen from a year, before they are read: the rows of their leads, when each is marked (dateNumber), and after how many years. */
export interface Marked {
  readonly leads: Uint32Array;
  readonly dates: Uint32Array;
  readonly years: Uint16Array;
}

/** The rows, oldest first, of everything known to the day that is marked on a local date of a later year. */
export function rowsMarkedOn(index: Index, date: LocalDate, leapDay: LeapDayRule): readonly number[] {
  const days = markedOn(date, leapDay);
  const rows: number[] = [];
  for (const { month, day } of days)
    for (const row of listAt(index.rowsOfDay, dayKey(month * 100 + day)))
      if (yearsAt(index, row, date.year) > 0) rows.push(row);
  return days.length === 1 ? rows : rows.sort((a, b) => a - b);
}

/** How many years before that year the row's event was. */
export function yearsAt(index: Index, row: number, year: number): number {
  return year - Math.floor((index.dates[row] ?? 0) / 10_000);
}

/** The keys of the days of which something is marked on one of so many days from a date on. */
export function keysMarkedOn(from: LocalDate, days: number, leapDay: LeapDayRule): ReadonlySet<number> {
  const keys = new Set<number>();
  for (let date = from, left = days; left > 0; date = addDays(date, 1), left--)
    for (const { month, day } of markedOn(date, leapDay)) keys.add(dayKey(month * 100 + day));
  return keys;
}

/**
 * When what happened on a day of the year (month times 100 plus day; less precise: month times 100, or 0) is marked in one
 * year (dateNumber); 0 where it is not asked for.
 */
type MarkedDates = Uint32Array;

const NONE = 1232;

/** Of those leads the ones marked on one of so many days from a date on, at least as round as the tier. */
export function markedInDays(
  index: Index,
  { from, days, tier }: { readonly from: LocalDate; readonly days: number; readonly tier: Tier },
  leapDay: LeapDayRule,
  leads: Uint32Array,
): Marked {
  const ofYears = new Map<number, MarkedDates>();
  for (let date = from, left = days; left > 0; date = addDays(date, 1), left--) {
    const dates = ofYears.get(date.year) ?? new Uint32Array(NONE);
    ofYears.set(date.year, dates);
    for (const { month, day } of markedOn(date, leapDay)) dates[month * 100 + day] = dateNumber(date);
  }
  return marked(index, leads, tier, ofYears);
}

/** Of those leads the ones marked in a year, or in a month of it, at least as round as the tier. */
export function milestonesIn(
  index: Index,
  { year, tier, month }: { readonly year: number; readonly tier: Tier; readonly month: number | undefined },
  leapDay: LeapDayRule,
  leads: Uint32Array,
): Marked {
  const dates = new Uint32Array(NONE);
  const mark = (dayOfYear: number, date: number): void => {
    if (month === undefined || Math.floor(date / 100) % 100 === month) dates[dayOfYear] = date;
  };
  for (let each = 0; each <= 12; each++) mark(each * 100, year * 10_000 + each * 100);
  for (const day of DAYS_OF_YEAR) mark(day.month * 100 + day.day, dateNumber(markedIn(year, day, leapDay)));
  return marked(index, leads, tier, new Map([[year, dates]]));
}

/**
 * Of leads, which are in order of their dates, those that are marked in those years on days that are asked for. This looks at
 * every lead, so it divides no date and writes whether or not the place is kept.
 */
function marked(index: Index, leads: Uint32Array, tier: Tier, ofYears: ReadonlyMap<number, MarkedDates>): Marked {
  const rows = new Uint32Array(leads.length * ofYears.size + 1);
  const dates = new Uint32Array(rows.length);
  const years = new Uint16Array(rows.length);
  let count = 0;
  for (const [year, markedOf] of ofYears) {
    let [since, isRound, start] = [0, false, -NEXT];
    for (let at = 0; at < leads.length; at++) {
      const lead = leads[at] ?? 0;
      const date = index.dates[lead] ?? 0;
      if (date - start >= NEXT) {
        since = yearsAt(index, lead, year);
        if (since < 1) break;
        [start, isRound] = [date - (date % NEXT), tierOf(since) >= tier];
      }
      const on = markedOf[date - start] ?? 0;
      rows[count] = lead;
      dates[count] = on;
      years[count] = since;
      if (on !== 0 && isRound) count++;
    }
  }
  return { leads: rows.subarray(0, count), dates: dates.subarray(0, count), years: years.subarray(0, count) };
}

/** From a dateNumber to the same of the next year. */
const NEXT = 10_000;
