import { addDays } from "../../src/delivery/wall.ts";
import { historyOf } from "./zones.ts";

const [MINUTE, HOUR, DAY] = [60_000, 3_600_000, 86_400_000];

/** What the wall shows: the date, and the minute of the day. */
export interface Wall {
  readonly date: string;
  readonly minute: number;
}

/** The wall clock of a zone between two instants, to the minute, as luxon has it. */
export function wallOf(zone: string, from: number, to: number): (instant: number) => Wall {
  const { offset, changes } = historyOf(zone, from - HOUR, to + HOUR, HOUR);
  return (instant) => {
    const present = changes.findLast(({ at }) => at <= instant)?.offset ?? offset;
    const local = Math.floor(instant / MINUTE) + present;
    return { date: new Date(local * MINUTE).toISOString().slice(0, 10), minute: local % (24 * 60) };
  };
}

/** A local date and those after it in a zone: from a quarter of an hour before it begins to the last minute of the last. */
export interface Days {
  readonly zone: string;
  readonly date: string;
  readonly count: number;
  readonly from: number;
  readonly to: number;
}

export function daysOf(zone: string, date: string, count: number): Days {
  const noon = Date.parse(`${date}T12:00Z`);
  const wall = wallOf(zone, noon - 3 * DAY, noon + (count + 3) * DAY);
  const begins = (wanted: string, around: number) => {
    let instant = around - 30 * HOUR;
    while (wall(instant).date < wanted) instant += MINUTE;
    return instant;
  };
  const from = begins(date, noon) - 15 * MINUTE;
  return { zone, date, count, from, to: begins(addDays(date, count), noon + count * DAY) - MINUTE };
}
