import { type Days, daysOf } from "./walls.ts";
import { classesBetween, historyOf, type ZoneClass } from "./zones.ts";

const [MINUTE, HOUR, DAY] = [60_000, 3_600_000, 86_400_000];

/** What the clock of the bot's machine does meanwhile. Discord's own is right. */
export const CLOCKS = ["right", "set back an hour", "a day ahead for an hour", "ten minutes' ticks missing"] as const;
export type ClockFault = (typeof CLOCKS)[number];

/** What brings subscriptions at every half hour of the day in some zones to life, and on which local dates. */
export interface Episode {
  readonly why: "every name" | "a change" | "an odd day" | "a wrong clock";
  readonly stays: readonly Stay[];
  readonly clock: ClockFault;
}

/** A zone, some dates in it, and the minutes of the day at which subscriptions post there. */
export interface Stay extends Days {
  readonly times: readonly number[];
}

/** One instant at which the round runs: what Discord's clock shows, and the bot's. */
export interface Step {
  readonly discord: number;
  readonly bot: number;
}

const FROM = Date.parse("2024-01-01T00:00Z");
const TO = Date.parse("2031-01-01T00:00Z");
const LEAP_DAY = "2028-02-29";
/** Days on which the clocks change nowhere: a leap day, the end of a year, and the end of a half-year, where leap seconds go. */
const ODD_DAYS = ["2024-02-29", "2025-12-31", "2028-06-30"];
const EUROPE_CHANGES = "2026-03-28";
/** What begins within so long is lived through together: a tick costs as much as a post, a day's posts for nothing more than both. */
const TOGETHER = { days: 6 * HOUR, changes: 14 * HOUR };
/** Every half hour of the day. */
const TIMES = Array.from({ length: 48 }, (_, half) => half * 30);
/** A name decides only which rules hold: each is tried at one of so many half hours, by turns, and each rule at all of them. */
const BY_TURNS = 4;
/** Every minute this near to a change is lived through, and in the hours near it every minute before one at which something is due. */
const [AROUND, NEAR] = [10 * MINUTE, 3 * HOUR];
const MOST_SUBSCRIPTIONS = 60 * TIMES.length;

export interface Plan {
  readonly names: readonly string[];
  readonly classes: readonly ZoneClass[];
  readonly episodes: readonly Episode[];
}

/**
 * Every name of a zone on a leap day, at a quarter of the half hours; at all of them: every change of the clocks from 2024 to 2030, on the date before it, the one after it and the next, for
 * one zone of those whose clocks make that change together; odd days, for one zone of those whose clocks show the same on them; the day
 * that Apia left out; and clocks that are wrong, while Europe's change.
 */
export function plan(): Plan {
  const classes = classesBetween(FROM - 3 * DAY, TO + 3 * DAY);
  const names = classes.flatMap((one) => one.names);
  const wrong = CLOCKS.filter((clock) => clock !== "right");
  const episodes = [
    ...together(named(names)).map((stays) => episode("every name", stays)),
    ...wrong.flatMap((clock) =>
      together(distinct(classes, EUROPE_CHANGES, 3)).map((stays) => episode("a wrong clock", stays, clock)),
    ),
    ...together(changes(classes), TOGETHER.changes).map((stays) => episode("a change", stays)),
    ...ODD_DAYS.flatMap((date) => together(distinct(classes, date, 2)).map((stays) => episode("an odd day", stays))),
    episode("a change", [stayIn("Pacific/Apia", "2011-12-29", 3)]),
  ];
  return { names, classes, episodes };
}

function stayIn(zone: string, date: string, count: number): Stay {
  return { ...daysOf(zone, date, count), times: TIMES };
}

function named(names: readonly string[]): readonly Stay[] {
  return names.map((zone, turn) => {
    const times = TIMES.filter((_, half) => half % BY_TURNS === turn % BY_TURNS);
    return { ...stayIn(zone, LEAP_DAY, 1), times };
  });
}

function episode(why: Episode["why"], stays: readonly Stay[], clock: ClockFault = "right"): Episode {
  return { why, stays, clock };
}

/** So many dates for one zone of each history that the clocks have on them. */
function distinct(classes: readonly ZoneClass[], date: string, count: number): readonly Stay[] {
  const all = classes.map(({ names: [zone] }) => stayIn(zone, date, count));
  return [
    ...new Map(all.map((days) => [JSON.stringify(historyOf(days.zone, days.from, days.to, HOUR)), days])).values(),
  ];
}

/** The dates around each change of the clocks; a change that several zones make at one instant, from and to the same, is one. */
function changes(classes: readonly ZoneClass[]): readonly Stay[] {
  const all = new Map<string, Stay>();
  for (const { names, offset, changes: of } of classes)
    for (const [index, change] of of.entries()) {
      if (change.at < FROM || change.at >= TO) continue;
      const before = of[index - 1]?.offset ?? offset;
      const date = new Date(change.at - MINUTE + before * MINUTE).toISOString().slice(0, 10);
      const after = new Date(change.at + change.offset * MINUTE).toISOString().slice(0, 10);
      const count = date === after ? 2 : 3;
      all.set(`${change.at} ${before} ${change.offset}`, stayIn(names[0], date, count));
    }
  return [...all.values()];
}

/** In the order in which they begin, those that begin within hours of each other at a time. */
function together(stays: readonly Stay[], within = TOGETHER.days): readonly (readonly Stay[])[] {
  const groups: Stay[][] = [];
  for (const stay of stays.toSorted((one, other) => one.from - other.from)) {
    const last = groups.at(-1);
    const isRoom = subscriptionsIn(last ?? []) + stay.times.length <= MOST_SUBSCRIPTIONS;
    const fits = last !== undefined && isRoom && stay.from < (last[0]?.from ?? 0) + within;
    if (fits && last.every(({ zone }) => zone !== stay.zone)) last.push(stay);
    else groups.push([stay]);
  }
  return groups;
}

export function subscriptionsIn(stays: readonly Stay[]): number {
  return stays.reduce((sum, { times }) => sum + times.length, 0);
}

/** From when to when an episode lasts. */
export function spanOf({ stays }: Episode): { readonly from: number; readonly to: number } {
  return { from: Math.min(...stays.map(({ from }) => from)), to: Math.max(...stays.map(({ to }) => to)) };
}

/**
 * The minutes of an episode at which anything can be due: where a wall shows a half hour, and the minutes around every change. The minute
 * before each is one too, so that what comes too early is seen; around changes in the hours near them, elsewhere throughout.
 */
export function stepsOf(one: Episode): readonly Step[] {
  const { why, stays, clock } = one;
  const { from, to } = spanOf(one);
  const histories = stays.map(({ zone }) => historyOf(zone, from - DAY, to + DAY, HOUR));
  const offsets = histories.flatMap(({ offset, changes: all }) => [offset, ...all.map((change) => change.offset)]);
  const dueMinutes = new Set(offsets.map((offset) => ((-offset % 30) + 30) % 30));
  const changesAt = [...new Set(histories.flatMap((history) => history.changes.map(({ at }) => at)))];
  const steps: Step[] = [];
  for (let now = from; now <= to; now += MINUTE) {
    const minute = (now / MINUTE) % 30;
    const near = Math.min(...changesAt.map((at) => Math.abs(now - at)));
    const isBefore = dueMinutes.has((minute + 1) % 30) && (why !== "a change" || near <= NEAR);
    const isDue = near <= AROUND || dueMinutes.has(minute) || isBefore;
    const isStep = clock === "ten minutes' ticks missing" ? isTicked(now) : isDue;
    if (isStep) steps.push({ discord: now, bot: shown(now, from, clock) });
  }
  return steps;
}

/** No tick from five minutes before to five after the hour, or the half hour, by turns. */
function isTicked(now: number): boolean {
  const minute = (now / MINUTE) % 60;
  const missing = Math.floor(now / HOUR + 0.5) % 2 === 0 ? 0 : 30;
  const away = Math.abs(((minute - missing + 90) % 60) - 30);
  return away >= 5 && (away <= 6 || minute % 15 === 0 || minute % 15 === 14);
}

/** Thirty hours on, in the middle of the second day, the clock is set. */
function shown(now: number, from: number, clock: ClockFault): number {
  const hours = (now - from) / HOUR;
  if (clock === "set back an hour") return hours < 30.2 ? now : now - HOUR;
  if (clock === "a day ahead for an hour") return hours >= 30.2 && hours < 31.2 ? now + DAY : now;
  return now;
}
