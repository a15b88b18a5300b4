import { type LeapDayRule, type Tier, tierOf } from "../anniversary.ts";
import { listAt } from "../archive/lists.ts";
import { dayKey, type Index } from "../archive/shape.ts";
import { addDays, dateNumber, dateOfNumber, localDate, markedIn, markedOn } from "../calendar.ts";
import type { LocalDate } from "../date.ts";
import { roundness } from "../significance.ts";
import type { Ranked } from "./page.ts";

/** An occasion seen from a year, before it is read: the row of its lead, and when it is marked (dateNumber). */
export interface MarkedRow extends Ranked {
  readonly lead: number;
  readonly years: number;
}

/** The rows, oldest first, of everything known to the day that is marked on a local date of a later year. */
export function rowsMarkedOn(index: Index, date: LocalDate, leapDay: LeapDayRule): readonly number[] {
  const rows: number[] = [];
  for (const { month, day } of markedOn(date, leapDay))
    for (const row of listAt(index.rowsOfDay, dayKey(month * 100 + day)))
      if (yearsAt(index, row, date.year) > 0) rows.push(row);
  return rows.sort((a, b) => a - b);
}

/** How many years before that year the row's event was. */
export function yearsAt(index: Index, row: number, year: number): number {
  return year - Math.floor((index.dates[row] ?? 0) / 10_000);
}

/** The occasions whose leads are marked with 1, of so many days from a date on. */
export function markedInDays(
  index: Index,
  from: LocalDate,
  days: number,
  leapDay: LeapDayRule,
  leads: Uint8Array,
): MarkedRow[] {
  const marked: MarkedRow[] = [];
  for (let date = from, left = days; left > 0; date = addDays(date, 1), left--)
    for (const { month, day } of markedOn(date, leapDay))
      for (const row of listAt(index.rowsOfDay, dayKey(month * 100 + day)))
        if (leads[row] === 1 && yearsAt(index, row, date.year) > 0)
          marked.push(markedRow(index, row, date.year, dateNumber(date)));
  return marked;
}

/** The occasions of a year whose leads are marked with 1 and whose count of years is of at least that tier. */
export function milestonesIn(
  index: Index,
  year: number,
  tier: Tier,
  leapDay: LeapDayRule,
  leads: Uint8Array,
): MarkedRow[] {
  const marked: MarkedRow[] = [];
  for (let row = 0; row < index.dates.length; row++) {
    const years = yearsAt(index, row, year);
    if (years < 1) break;
    if (tierOf(years) < tier || leads[row] !== 1) continue;
    marked.push(markedRow(index, row, year, dateIn(year, index.dates[row] ?? 0, leapDay)));
  }
  return marked;
}

function markedRow(index: Index, lead: number, year: number, date: number): MarkedRow {
  const years = yearsAt(index, lead, year);
  return { lead, years, date, significance: (index.occasionWeights[lead] ?? 0) * roundness(years) };
}

/** The day, month or year (dateNumber) of a year on which an event of that date is marked. */
function dateIn(year: number, date: number, leapDay: LeapDayRule): number {
  const was = dateOfNumber(date);
  if (was.precision !== "day") return year * 10_000 + (date % 10_000);
  return dateNumber(
    was.month === 2 && was.day === 29 ? markedIn(year, was, leapDay) : localDate(year, was.month, was.day),
  );
}
