import { IANAZone } from "luxon";
import { DEFAULT_SETTINGS } from "../../src/delivery/default-settings.ts";
import { claimsFor, firstDue, horizon } from "../../src/delivery/due.ts";
import { isZone, parsePostAt, type Subscription, type Zone } from "../../src/delivery/subscription.ts";
import { dateOf, type Wall, wallAt } from "../../src/delivery/wall.ts";
import { EVERYTHING } from "../../src/digest/digest.ts";

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

export function zoneOf(name: string): Zone {
  if (!isZone(name)) throw new Error(`Node.js does not know ${name}`);
  return name;
}

/** The instants between two at which a zone's clocks change (UTC offset before and after differ), found by halving. */
export function changesOf(zone: Zone, from: number, to: number): readonly number[] {
  const offset = (instant: number) => IANAZone.create(zone).offset(instant);
  const changes: number[] = [];
  for (let start = from; start < to; start += DAY) {
    if (offset(start) === offset(start + DAY)) continue;
    let [before, after] = [start, start + DAY];
    while (after - before > 60_000) {
      const middle = before + Math.floor((after - before) / 120_000) * 60_000;
      if (offset(middle) === offset(before)) before = middle;
      else after = middle;
    }
    changes.push(after);
  }
  return changes;
}

/** A subscription as the store would hold it, posting at that hour. */
function subscriptionIn(zone: Zone, time: string, now: number): Subscription {
  const postAt = parsePostAt(time);
  if (postAt === undefined) throw new Error(`${time} is no time of day`);
  const id = `${zone}|${time}`;
  const selection = { ...EVERYTHING, families: [] };
  return {
    ...DEFAULT_SETTINGS,
    overviews: { month: false, year: false },
    id,
    guildId: "1",
    channelId: "2",
    channelKind: "text",
    locale: "en-GB",
    postAt,
    zone,
    selection,
    standing: { state: "active", refused: undefined },
    nextDue: firstDue({ id, postAt, zone }, now),
    revision: 0,
    recordedSince: 0,
  };
}

/** All posting times in steps of half an hour. */
export const TIMES = Array.from(
  { length: 48 },
  (_, half) => `${String(Math.floor(half / 2)).padStart(2, "0")}:${half % 2 === 0 ? "00" : "30"}`,
);

export interface Verdict {
  readonly posts: number;
  /** What broke a promise, in words. */
  readonly faults: readonly string[];
}

/**
 * The round's minutes in a zone, one after the other, for a subscription at each of the times: exactly one post on every
 * date that the zone showed (but the first and the last, which are not whole), on that date, and at the first minute that
 * shows its hour or, where its hour never comes, before the date ends.
 */
export function judge(zone: Zone, times: readonly string[], instants: readonly number[]): Verdict {
  const first = instants[0] ?? 0;
  const subscriptions = times.map((time) => ({ now: subscriptionIn(zone, time, first), dates: new Set<string>() }));
  const faults: string[] = [];
  const shown = new Set<string>();
  let before = "";
  for (const now of instants) {
    const wall = wallAt(now, zone);
    const due = horizon(now, zone);
    shown.add(dateOf(wall));
    for (const subscription of subscriptions) {
      if ((subscription.now.nextDue ?? "") > due) continue;
      for (const { localDate, nextDue, state } of claimsFor(subscription.now, now)) {
        const wrong = faultOf(subscription.now, localDate, state, subscription.dates, { before, wall, now });
        if (wrong !== undefined) faults.push(`${zone} ${subscription.now.postAt}, ${localDate} at ${wall}: ${wrong}`);
        subscription.dates.add(localDate);
        subscription.now = { ...subscription.now, nextDue };
      }
    }
    before = wall;
  }
  const whole = [...shown].slice(1, -1);
  for (const { now, dates } of subscriptions)
    for (const date of whole) if (!dates.has(date)) faults.push(`${zone} ${now.postAt}, ${date}: none`);
  return { posts: subscriptions.reduce((sum, { dates }) => sum + dates.size, 0), faults };
}

function faultOf(
  { postAt, zone }: Subscription,
  localDate: string,
  state: string,
  posted: ReadonlySet<string>,
  { before, wall, now }: { readonly before: Wall; readonly wall: Wall; readonly now: number },
): string | undefined {
  const hour = `${localDate}T${postAt}:00`;
  if (state !== "claimed") return "skipped";
  if (posted.has(localDate)) return "a second time";
  if (dateOf(wall) !== localDate) return "on another day";
  if (dateOf(before) === localDate && before >= hour) return "late";
  const ends = dateOf(wallAt(now + 10 * 60_000, zone)) > localDate;
  return wall < hour && !ends ? "early" : undefined;
}

/** Every minute from a day and a half before an instant to a day and a half after it. */
export function minutesAround(instant: number): readonly number[] {
  const from = instant - 1.5 * DAY - (instant % 60_000);
  return Array.from({ length: 3 * 24 * 60 }, (_, minute) => from + minute * 60_000);
}
