import { addDays as daysAfter } from "../../src/almanac/calendar.ts";
import { type LocalDate, parseLocalDate } from "../../src/almanac/date.ts";
import type { OwnEvent } from "../../src/almanac/own-event.ts";
import { dueOn, firstDue, lastChance, nextFree } from "../../src/delivery/due.ts";
import { type Delivery, EVERY_DAY } from "../../src/delivery/ledger.ts";
import type { Subscription } from "../../src/delivery/subscription.ts";
import { addDays, dateOf, wallAt } from "../../src/delivery/wall.ts";
import { digestFor } from "../../src/digest/compose.ts";
import type { Needs } from "../needs.ts";
import { ownOfCalendar } from "../own/why.ts";

/** When a calendar posts next, or would if it were started now. */
export interface NextPosting {
  /** The next date on which it looks for something to post. */
  readonly on: LocalDate;
  /** The first date from that one on which has something for it; undefined where none of those looked at has. */
  readonly withLines: LocalDate | undefined;
  /** So many dates were looked at, at most. */
  readonly looked: number;
  /** Its hour on that date has passed: the post comes at once. */
  readonly isNow: boolean;
  /** What becomes of today's post, where that is begun and not settled: it is being sent, or did not go out and is tried again. */
  readonly today: "claimed" | "failed" | undefined;
}

export interface Known {
  readonly calendar: Subscription;
  readonly almanac: Needs["almanac"];
  /** The server's own dates. */
  readonly own: readonly OwnEvent[];
  /** The newest rows of its ledger: what a channel got today does not come again. */
  readonly history: readonly Delivery[];
  readonly now: number;
}

/** A digest takes some milliseconds, so a month takes a tenth of a second where nothing is found. */
const AHEAD = 31;

/** Looks at most so many dates ahead for the first that has something of what a calendar follows. */
export function nextPosting({ calendar, almanac, own, history, now }: Known, ahead = AHEAD): NextPosting {
  const due = dueNext(calendar, takenBy(history), now);
  const on = parseLocalDate(dateOf(due));
  if (on === undefined) throw new RangeError(`${calendar.id} has no next date`);
  const hasLines = (date: LocalDate) =>
    digestFor(almanac, calendar.selection, date).lines.length > 0 ||
    ownOfCalendar(own, calendar, date, almanac).shown.length > 0;
  const dates = Array.from({ length: ahead }, (_, days) => daysAfter(on, days));
  const isNow = calendar.standing.state === "active" && due <= wallAt(now, calendar.zone);
  const today = openToday(history, dateOf(wallAt(now, calendar.zone)));
  return { on, withLines: dates.find(hasLines), looked: ahead, isNow, today };
}

/** The local date of the next post: today's where that is not out yet. */
export function nextDate({ calendar, history, now }: Pick<Known, "calendar" | "history" | "now">): string {
  const today = dateOf(wallAt(now, calendar.zone));
  return openToday(history, today) ? today : dateOf(dueNext(calendar, takenBy(history), now));
}

/** By the calendar's own clock. */
export function todayOf({ zone }: Pick<Subscription, "zone">, { now }: { readonly now: number }): LocalDate {
  const text = dateOf(wallAt(now, zone));
  const today = parseLocalDate(text);
  if (today === undefined) throw new RangeError(`${text} is no date`);
  return today;
}

function openToday(history: Known["history"], today: string): NextPosting["today"] {
  const row = history.find(
    ({ slot, localDate, messageId }) => EVERY_DAY.includes(slot) && localDate === today && messageId === undefined,
  );
  return row?.state === "claimed" || row?.state === "failed" ? row.state : undefined;
}

function takenBy(history: Known["history"]): ReadonlySet<string> {
  return new Set(history.filter(({ slot }) => EVERY_DAY.includes(slot)).map(({ localDate }) => localDate));
}

/** The next wall clock at which it posts: what was missed while nobody was there comes no more once its window has passed. */
function dueNext(calendar: Subscription, taken: ReadonlySet<string>, now: number): string {
  const { nextDue, id, postAt, zone } = calendar;
  const wall = wallAt(now, zone);
  if (nextDue === undefined) return firstDue(calendar, now, taken);
  if (nextDue > wall) return nextDue;
  const today = dateOf(wall);
  const due = dateOf(nextDue) === today ? nextDue : dueOn(today, postAt, id);
  return due > wall || lastChance(calendar, due, now, now) !== undefined
    ? due
    : dueOn(nextFree(addDays(today, 1), taken), postAt, id);
}
