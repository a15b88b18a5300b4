import type { Episode, Step } from "./episodes.ts";
import { type Wall, wallOf } from "./walls.ts";

const [MINUTE, DAY] = [60_000, 86_400_000];
/** Whose minute passed while nobody looked, by so much, says that it is late. */
const MISSED = 2 * MINUTE;
/** Later than this a post is no use any more (the setting's default). */
const WINDOW = 12 * 60 * MINUTE;
/** Where a date's end is cut off, what is still to come on it comes before that. */
const CUT_OFF = 10 * MINUTE;

/** A post as it was found: of which date, when by the bot's clock, and whether it says that it is late. */
export interface Found {
  readonly date: string;
  readonly bot: number;
  readonly late: boolean;
}

/** What subscriptions in a zone are to get in an episode. */
export interface Standard {
  /** The dates that the bot's clock shows from the first whole one on, each with the instants of that clock that show it. */
  readonly dates: ReadonlyMap<string, readonly Shown[]>;
  readonly wall: (instant: number) => Wall;
}

interface Shown extends Wall {
  readonly instant: number;
}

/**
 * What a zone's wall shows in the bot's time, minute by minute, whether the round runs in it or not; where the bot's clock is wrong or misses
 * ticks, at the steps.
 */
export function standardOf(
  { clock }: Episode,
  { from, to }: { readonly from: number; readonly to: number },
  steps: readonly Step[],
  { zone, date: first }: { readonly zone: string; readonly date: string },
): Standard {
  const wall = wallOf(zone, from - DAY, to + 2 * DAY);
  const instants =
    clock === "right"
      ? Array.from({ length: (to - from) / MINUTE + 1 }, (_, minute) => from + minute * MINUTE)
      : steps.map(({ bot }) => bot);
  const shown = instants.map((instant) => ({ ...wall(instant), instant })).filter(({ date }) => date >= first);
  return { dates: Map.groupBy(shown, ({ date }) => date), wall };
}

/** The first instant at which the post of a date at a minute of the day is due, and can still be sent. */
function dueAt({ wall }: Standard, shown: readonly Shown[], time: number): number | undefined {
  const isDue = ({ instant, date, minute }: Shown) => {
    const before = wall(instant - WINDOW);
    return minute >= time && !(before.date === date && before.minute >= time);
  };
  return shown.find(isDue)?.instant;
}

/** What breaks the promise "one post a local date that exists, on it, at its hour", in words. */
export function faultsOf(standard: Standard, time: number, posts: readonly Found[]): string[] {
  const { dates, wall } = standard;
  const faults: string[] = [];
  const last = [...dates.keys()].toSorted().at(-1);
  for (const [date, shown] of dates) {
    const count = posts.filter((post) => post.date === date).length;
    const isYetToCome = date === last && dueAt(standard, shown, time) === undefined;
    if (count !== 1 && !(isYetToCome && count === 0)) faults.push(`${date}: ${count} posts`);
  }
  for (const { date, bot, late } of posts) {
    const shown = wall(bot);
    const due = dueAt(standard, dates.get(date) ?? [], time);
    const isCutOff = wall(bot + CUT_OFF).date > date && due === undefined;
    const missed = wall(bot - MISSED);
    const isLate = missed.date === date && missed.minute >= time;
    const wrong: string[] = [];
    if (shown.date !== date) wrong.push(`on ${shown.date}`);
    if (shown.minute < time && !isCutOff) wrong.push("early");
    if (due !== undefined && bot !== due) wrong.push("not at once");
    if (late !== isLate) wrong.push(late ? "says that it is late" : "does not say that it is late");
    if (wrong.length > 0) faults.push(`${date}: ${wrong.join(", ")}, at ${new Date(bot).toISOString()}`);
  }
  return faults;
}

/** How many dates the clock shows whose post is due at that minute of the day or is cut off. */
export function datesDue(standard: Standard, time: number): number {
  const all = [...standard.dates].toSorted(([one], [other]) => (one < other ? -1 : 1));
  return all.filter(([, shown], index) => index < all.length - 1 || dueAt(standard, shown, time) !== undefined).length;
}
