import { createHash } from "node:crypto";
import type { Claim, Skip, Waiting } from "./ledger.ts";
import type { SkipReason } from "./skips.ts";
import { slotsOn } from "./slots.ts";
import { LONGEST_LATE_WINDOW, type PostAt, type Subscription, type Zone } from "./subscription.ts";
import { addDays, dateOf, existsIn, type Wall, wallAt } from "./wall.ts";

/** A post this much after its hour says that it is late; nothing younger is ever too late. */
export const LATE_AFTER = 15 * 60_000;
/** One whose minute passed while no process was there for it says so from here on. Whoever is there posts within its minute, or the next. */
const MISSED_AFTER = 2 * 60_000;
/** A day missed longer ago than this is not recorded one by one. */
const LONGEST_RECORD = 62;

/** The second (0 to 59) of its minute at which a subscription's turn comes: stable, and spread evenly over all ids. */
function turnOf(id: string): number {
  return createHash("sha256").update(id).digest().readUInt32BE(0) % 60;
}

/** The same for one that has refused, another on each date: where not all get a turn within their window, it is not always the same ones. */
export function turnAmongRefused(id: string, date: string): number {
  return turnOf(`${id} ${date}`);
}

/** When a subscription is due on a local date, as its zone's wall clock. */
export function dueOn(date: string, postAt: PostAt, id: string): Wall {
  return `${date}T${postAt}:${String(turnOf(id)).padStart(2, "0")}`;
}

/** When a new subscription is first due: today where its hour is not over, else tomorrow. Never on a date in taken. */
export function firstDue(
  subscription: { readonly id: string; readonly postAt: PostAt; readonly zone: Zone },
  now: number,
  taken: ReadonlySet<string> = new Set(),
): Wall {
  const wall = wallAt(now, subscription.zone);
  const date = nextFree(dateOf(wall), taken);
  const due = dueOn(date, subscription.postAt, subscription.id);
  return endOfMinute(due) < wall ? dueOn(nextFree(addDays(date, 1), taken), subscription.postAt, subscription.id) : due;
}

/** The first local date from that one on that is not taken. */
export function nextFree(date: string, taken: ReadonlySet<string>): string {
  return taken.has(date) ? nextFree(addDays(date, 1), taken) : date;
}

function endOfMinute(wall: Wall): Wall {
  return `${wall.slice(0, 16)}:59`;
}

export type Timeliness = "early" | "on-time" | "late" | "missed";

/** How far ahead we look for the end of a local date. */
const LOOKAHEAD = 10;
const MINUTE = 60_000;

/**
 * The latest wall clock that may count as due in a zone: this minute, or the whole rest of the date where a change of
 * the clocks is about to cut its end off (Nuuk goes from 22:59 on a Saturday in March to 00:00 on the Sunday).
 */
export function horizon(now: number, zone: Zone): Wall {
  const wall = wallAt(now, zone);
  const cutOff = wall < `${dateOf(wall)}T23:50` && endsSoon(now, zone);
  return cutOff ? `${dateOf(wall)}T23:59:59` : endOfMinute(wall);
}

/** The local date is over within ten minutes: what is due on it has no time to lose. */
export function endsSoon(now: number, zone: Zone): boolean {
  return dateOf(wallAt(now + LOOKAHEAD * MINUTE, zone)) > dateOf(wallAt(now, zone));
}

/** The date of due is over within minutes, and its hour does not come before that. */
function endsBefore(due: Wall, now: number, zone: Zone): boolean {
  for (let minute = 1; minute <= LOOKAHEAD; minute += 1) {
    const wall = wallAt(now + minute * MINUTE, zone);
    if (dateOf(wall) > dateOf(due)) return true;
    if (wall >= due) return false;
  }
  return false;
}

/**
 * How a post that was due at a wall clock stands at an instant. Only clocks on the wall are compared: it is due once the wall
 * shows its minute on that date (or when the date is about to end without it), late once it was already due a quarter of an
 * hour ago, or two minutes where nobody was there for it (overdue), missed once it was due longer ago than the window (and than that quarter of an
 * hour: our own pace and a retry cost nobody a post), or the date is over.
 */
export function timeliness({ zone, lateWindow }: Window, dueAt: Wall, now: number, overdue = false): Timeliness {
  const due = `${dueAt.slice(0, 16)}:00`;
  const wall = wallAt(now, zone);
  if (dateOf(wall) > dateOf(due)) return "missed";
  if (wall < due) return endsBefore(due, now, zone) ? "on-time" : "early";
  if (isOutside({ zone, lateWindow }, due, now, LATE_AFTER)) return "missed";
  return wallAt(now - (overdue ? MISSED_AFTER : LATE_AFTER), zone) >= due ? "late" : "on-time";
}

/** Due longer ago than its window, and than the least that is granted. The longest window is the whole date, also where that has 25 hours. */
function isOutside({ zone, lateWindow }: Window, due: Wall, now: number, least: number): boolean {
  return lateWindow < LONGEST_LATE_WINDOW && wallAt(now - Math.max(lateWindow * MINUTE, least), zone) >= due;
}

type Window = Pick<Subscription, "zone" | "lateWindow">;

/** Nobody was there for a post in its minute, and somebody only at an instant when its window had passed: one of no minutes, after two. */
function isTooLateFor(window: Window, dueAt: Wall, since: number): boolean {
  return isOutside(window, `${dueAt.slice(0, 16)}:00`, since, MISSED_AFTER);
}

/** Whether a post whose hour passed while it was not to go out is still to go out, with the next round. */
export function isOwed(window: Window, due: Wall, now: number): boolean {
  return lastChance(window, due, now, now) !== undefined && !isTooLateFor(window, due, now + MINUTE);
}

/** The latest instant up to one at which a post that is due can still go out, with a minute to spare; undefined where there is none. */
export function lastChance(subscription: Window, due: Wall, now: number, at: number): number | undefined {
  const isInTime = (instant: number) => ["on-time", "late"].includes(timeliness(subscription, due, instant));
  for (let instant = at; instant > now; instant -= MINUTE)
    if (isInTime(instant) && isInTime(instant + MINUTE)) return instant;
  return isInTime(now) ? now : undefined;
}

/**
 * What to write into the ledger for a subscription at an instant: every date since its last that has passed, as
 * skipped, and today's posts once they are due. Empty where nothing is due. Dates that the zone left out get nothing.
 * What nobody was there for in its minute is judged by when somebody was: how long it waited then for its turn counts against nobody.
 */
export function claimsFor(
  subscription: Subscription,
  now: number,
  { seen, since }: Waited = IN_TIME,
): readonly Claim[] {
  const { nextDue, zone } = subscription;
  if (nextDue === undefined) return [];
  const today = dateOf(wallAt(now, zone));
  const claims: Claim[] = [];
  for (let date = latest(dateOf(nextDue), addDays(today, -LONGEST_RECORD)); date <= today; date = addDays(date, 1)) {
    const first = date === dateOf(nextDue);
    const inTime = seen && first;
    const due = first ? nextDue : dueOn(date, subscription.postAt, subscription.id);
    const stands = timeliness(subscription, due, now);
    if (stands === "early") break;
    if (!existsIn(date, zone)) continue;
    const tooLate = stands === "missed" || (!inTime && since !== undefined && isTooLateFor(subscription, due, since));
    const missed = tooLate ? { reason: reasonOf(date < today, inTime) } : undefined;
    claims.push(...claimsOn(subscription, due, missed, inTime));
  }
  return claims;
}

/** Since when somebody has waited for their turn; undefined where that is not what decides. */
type Waited = Pick<Waiting, "seen"> & { readonly since: number | undefined };
const IN_TIME: Waited = { seen: true, since: undefined };

/** Rows for dates from the first one up to but not including the last one that are given up, for that reason. */
export function skipsFor(subscription: Subscription, from: string, until: string, skip: Skip): readonly Claim[] {
  const claims: Claim[] = [];
  for (let date = latest(from, addDays(until, -LONGEST_RECORD)); date < until; date = addDays(date, 1))
    if (existsIn(date, subscription.zone))
      claims.push(...claimsOn(subscription, dueOn(date, subscription.postAt, subscription.id), skip, false));
  return claims;
}

function latest(one: string, other: string): string {
  return one > other ? one : other;
}

function claimsOn(
  { id, channelId, postAt, ...settings }: Subscription,
  due: Wall,
  missed: Skip | undefined,
  seen: boolean,
): readonly Claim[] {
  const localDate = dateOf(due);
  return slotsOn(localDate, settings).map((slot) => ({
    subscriptionId: id,
    channelId,
    slot,
    localDate,
    due,
    overdue: !seen,
    ...(missed === undefined ? CLAIMED : { state: "skipped", ...missed }),
    nextDue: dueOn(addDays(localDate, 1), postAt, id),
  }));
}

const CLAIMED = { state: "claimed" } as const;

function reasonOf(isOver: boolean, seen: boolean): SkipReason {
  if (isOver) return seen ? "crowded-out" : "not-running";
  return seen ? "crowded-out-too-late" : "not-running-too-late";
}
