import { classesBetween, historyOf, type ZoneClass } from "./zones.ts";

const [MINUTE, HOUR, DAY] = [60_000, 3_600_000, 86_400_000];

/** What the clock of the bot's machine does meanwhile. Discord's own is right. */
export const CLOCKS = ["right", "set back an hour", "a day ahead for an hour", "ten minutes' ticks missing"] as const;
export type ClockFault = (typeof CLOCKS)[number];

/** A stretch of time that subscriptions at every half hour in some zones live through. */
export interface Episode {
  readonly zones: readonly string[];
  readonly from: number;
  readonly to: number;
  readonly clock: ClockFault;
}

/** One instant at which the round runs: what Discord's clock shows, and the bot's. */
export interface Step {
  readonly discord: number;
  readonly bot: number;
}

const FROM = Date.parse("2024-01-01T00:00Z");
const TO = Date.parse("2031-01-01T00:00Z");
/** Days on which nothing happens to the clocks in most zones: a leap day, the end of a year, and in the middle of one. */
const ODD_DAYS = ["2024-02-29", "2025-12-31", "2028-06-30"];
/** Before and after a change: its date, and the one after it, are whole. */
const [BEFORE, AFTER] = [26 * HOUR, 38 * HOUR];

export interface Plan {
  readonly classes: readonly ZoneClass[];
  readonly episodes: readonly Episode[];
}

/**
 * Every change of the clocks and odd day from 2024 to 2030, each for one zone of those whose clocks show the same throughout; every
 * name there is on the leap day of 2028; the day that Apia left out; and clocks that are wrong, while Europe's change.
 */
export function plan(): Plan {
  const classes = classesBetween(FROM - 3 * DAY, TO + 3 * DAY);
  const first = classes.map(({ names: [name] }) => name);
  const days = (zones: readonly string[], date: string, clock: ClockFault = "right", hours = 28): Episode => {
    const noon = Date.parse(`${date}T12:00Z`);
    return { zones, from: noon - 28 * HOUR, to: noon + hours * HOUR, clock };
  };
  const names = classes.flatMap((one) => one.names);
  const wrong = CLOCKS.filter((clock) => clock !== "right");
  const episodes = [
    days(names.slice(0, names.length / 2), "2028-02-29", "right", -3),
    days(names.slice(names.length / 2), "2028-02-29", "right", -3),
    ...wrong.map((clock) => days(first, "2026-03-29", clock)),
    ...changeEpisodes(classes),
    ...ODD_DAYS.map((date) => days(first, date)),
    { ...days(["Pacific/Apia"], "2011-12-30"), to: Date.parse("2012-01-01T12:00Z") },
  ];
  return { classes, episodes };
}

/** Changes within a day of each other are lived through together. */
function changeEpisodes(classes: readonly ZoneClass[]): readonly Episode[] {
  const changes = classes
    .flatMap(({ names: [zone], changes: all }) => all.map(({ at }) => ({ zone, at })))
    .filter(({ at }) => at >= FROM && at < TO)
    .toSorted((one, other) => one.at - other.at);
  const episodes: { from: number; to: number; zones: string[] }[] = [];
  for (const { zone, at } of changes) {
    const last = episodes.at(-1);
    if (last === undefined || at > last.from + BEFORE + DAY)
      episodes.push({ from: at - BEFORE, to: at + AFTER, zones: [zone] });
    else {
      last.to = at + AFTER;
      if (!last.zones.includes(zone)) last.zones.push(zone);
    }
  }
  return episodes.map((episode) => ({ ...episode, clock: "right" as const }));
}

/**
 * The minutes of an episode at which anything can be due, each with the minute before it, so that what comes too early is seen:
 * where a wall shows a half hour, and the quarter of an hour around every change.
 */
export function stepsOf({ zones, from, to, clock }: Episode): readonly Step[] {
  const histories = zones.map((zone) => historyOf(zone, from - DAY, to + DAY, HOUR));
  const offsets = histories.flatMap(({ offset, changes }) => [offset, ...changes.map((change) => change.offset)]);
  const dueMinutes = new Set(offsets.flatMap((offset) => [-1, 0].map((near) => (((near - offset) % 30) + 30) % 30)));
  const changes = [...new Set(histories.flatMap((history) => history.changes.map(({ at }) => at)))];
  const steps: Step[] = [];
  for (let now = from; now <= to; now += MINUTE) {
    const minute = (now / MINUTE) % 30;
    const isNear = changes.some((at) => Math.abs(now - at) <= 15 * MINUTE);
    const isStep = clock === "ten minutes' ticks missing" ? isTicked(now) : isNear || dueMinutes.has(minute);
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

function shown(now: number, from: number, clock: ClockFault): number {
  const hours = (now - from) / HOUR;
  if (clock === "set back an hour") return hours < 30.2 ? now : now - HOUR;
  if (clock === "a day ahead for an hour") return hours >= 30.2 && hours < 31.2 ? now + DAY : now;
  return now;
}
