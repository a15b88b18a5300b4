import type { Episode, Step } from "./episodes.ts";
import { historyOf } from "./zones.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const A_DAY = 24 * 60;

/** What the wall shows: the date, and the minute of the day. */
interface Wall {
  readonly date: string;
  readonly minute: number;
}

/** The wall clock of a zone, to the minute, as luxon has it. */
export function wallOf(zone: string, from: number, to: number): (instant: number) => Wall {
  const { offset, changes } = historyOf(zone, from - HOUR, to + HOUR, HOUR);
  return (instant) => {
    const present = changes.findLast(({ at }) => at <= instant)?.offset ?? offset;
    const local = Math.floor(instant / MINUTE) + present;
    return { date: new Date(local * MINUTE).toISOString().slice(0, 10), minute: local % A_DAY };
  };
}

/** A post as it was found: of which date, when by the bot's clock, and whether it says that it is late. */
export interface Found {
  readonly date: string;
  readonly bot: number;
  readonly late: boolean;
}

/** What a subscription at a time of day in a zone is to get in an episode. */
export interface Standard {
  /** For each date: at the first minute of the bot's clock that shows its hour or more; undefined where that never comes. */
  readonly dates: ReadonlyMap<string, number | undefined>;
  readonly wall: (instant: number) => Wall;
}

/**
 * The dates that the bot's clock shows, from the one on which the subscription is made (if its hour is not over) to the last (if its
 * hour comes), by looking at every minute of its time; where ticks are missing, at the steps.
 */
export function standardOf({ from, to, clock }: Episode, steps: readonly Step[], zone: string, time: number): Standard {
  const wall = wallOf(zone, from, to + A_DAY * MINUTE);
  const instants =
    clock === "right"
      ? Array.from({ length: (to - from) / MINUTE + 1 }, (_, minute) => from + minute * MINUTE)
      : steps.map(({ bot }) => bot);
  const dates = new Map<string, number | undefined>();
  const first = wall(from);
  const last = wall(clock === "right" ? to : (steps.at(-1)?.bot ?? to)).date;
  for (const instant of instants) {
    const { date, minute } = wall(instant);
    if (date > last || (date === first.date && first.minute > time)) continue;
    if (!dates.has(date)) dates.set(date, undefined);
    if (minute >= time && dates.get(date) === undefined) dates.set(date, instant);
  }
  if (dates.get(last) === undefined) dates.delete(last);
  return { dates, wall };
}

/** What breaks the promise "one post a local date that exists, on it, at its hour", in words. */
export function faultsOf(standard: Standard, time: number, posts: readonly Found[], clock: Episode["clock"]): string[] {
  const { dates, wall } = standard;
  const faults: string[] = [];
  for (const date of dates.keys()) {
    const count = posts.filter((post) => post.date === date).length;
    if (count !== 1) faults.push(`${date}: ${count} posts`);
  }
  for (const { date, bot, late } of posts) {
    const { date: shown, minute } = wall(bot);
    const due = dates.get(date);
    const wrong: string[] = [];
    if (!dates.has(date)) wrong.push("not to be posted");
    if (shown !== date) wrong.push(`on ${shown}`);
    if (due === undefined ? wall(bot + 10 * MINUTE).date === date : minute < time) wrong.push("early");
    if (clock !== "a day ahead for an hour" && due !== undefined && bot > due) wrong.push("not at once");
    if (clock !== "a day ahead for an hour" && late) wrong.push("says that it is late");
    if (wrong.length > 0) faults.push(`${date}: ${wrong.join(", ")}, at ${new Date(bot).toISOString()}`);
  }
  return faults;
}
