import { type LeapDayRule, type Tier, tierOf } from "../anniversary.ts";
import { listAt } from "../archive/lists.ts";
import { dayKey, type Index } from "../archive/shape.ts";
import { addDays, dateNumber, markedIn, markedOn } from "../calendar.ts";
import type { LocalDate } from "../date.ts";
import { significanceOf } from "../significance.ts";
import { firstRowFrom } from "./rows.ts";

/** Occasions seen from a year, before they are read: the rows of their leads, and when each is marked (dateNumber). */
export interface Marked {
  readonly leads: number[];
  readonly dates: number[];
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

/** The occasions whose leads are marked with 1, of so many days from a date on, at least as round as the tier. */
export function markedInDays(
  index: Index,
  { from, days, tier }: { readonly from: LocalDate; readonly days: number; readonly tier: Tier },
  leapDay: LeapDayRule,
  isLead: Uint8Array,
): Marked {
  const leads: number[] = [];
  const dates: number[] = [];
  for (let date = from, left = days; left > 0; date = addDays(date, 1), left--) {
    for (const { month, day } of markedOn(date, leapDay)) {
      for (const row of listAt(index.rowsOfDay, dayKey(month * 100 + day))) {
        if (isLead[row] !== 1) continue;
        const years = yearsAt(index, row, date.year);
        if (years < 1 || (tier > 1 && tierOf(years) < tier)) continue;
        leads.push(row);
        dates.push(dateNumber(date));
      }
    }
  }
  return { leads, dates };
}

/** The occasions of a year, or of a month of it, whose leads are marked with 1, at least as round as the tier. */
export function milestonesIn(
  index: Index,
  { year, tier, month }: { readonly year: number; readonly tier: Tier; readonly month: number | undefined },
  leapDay: LeapDayRule,
  isLead: Uint8Array,
): Marked {
  const leads: number[] = [];
  const dates: number[] = [];
  for (let years = yearsAt(index, 0, year); years > 0; years--) {
    if (tierOf(years) < tier) continue;
    const end = firstRowFrom(index.dates, (year - years + 1) * 10_000);
    for (let row = firstRowFrom(index.dates, (year - years) * 10_000); row < end; row++) {
      if (isLead[row] !== 1) continue;
      const date = dateIn(year, index.dates[row] ?? 0, leapDay);
      if (month !== undefined && monthOf(date) !== month) continue;
      leads.push(row);
      dates.push(date);
    }
  }
  return { leads, dates };
}

/** The month of a dateNumber; 0 where it is known to the year only. */
function monthOf(date: number): number {
  return Math.floor(date / 100) % 100;
}

/** How much an occasion matters in a year. */
export function significanceIn(index: Index, lead: number, year: number): number {
  return significanceOf(index.occasionWeights[lead] ?? 0, yearsAt(index, lead, year));
}

/** The day, month or year (dateNumber) of a year on which an event of that date is marked. */
function dateIn(year: number, date: number, leapDay: LeapDayRule): number {
  const dayOfYear = date % 10_000;
  if (dayOfYear !== 229) return year * 10_000 + dayOfYear;
  return dateNumber(markedIn(year, { month: 2, day: 29 }, leapDay));
}
