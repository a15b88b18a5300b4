import type { Instant } from "../ports.ts";
import { deliver } from "./deliver.ts";
import { endsSoon, horizon, turnAmongRefused } from "./due.ts";
import type { Gate } from "./gate.ts";
import { inLog } from "./in-log.ts";
import { type Delivery, NOT_SENT } from "./ledger.ts";
import type { Line, Turn } from "./line.ts";
import type { Nap } from "./nap.ts";
import type { Needs } from "./needs.ts";
import { NotNow } from "./pacer.ts";
import { settle } from "./settle.ts";
import type { Fault, Subscription } from "./subscription.ts";
import { afterRefusal, type Suspender } from "./suspender.ts";
import { dateOf, wallAt } from "./wall.ts";

/** A claim not settled by then is taken up by anybody. No request of a claim starts when less than a request's time is left. */
export const LEASE = 60_000;
/** Claimed ahead of the sending by half a second's worth, so that a crash leaves few rows in doubt. */
const BATCH = 20;
const MINUTE = 60_000;
/** Before whoever is due only now, come those who were due before; and before them those whose date is about to end. */
const OVERDUE = 0;
const FIRST = -1;

export interface RoundParts {
  readonly line: Line;
  readonly gate: Gate;
  readonly suspender: Suspender;
  /** Between turns; each minute's look wakes from it. */
  readonly nap: Nap;
  /** Within so many seconds of their minute the posts go out, each at its own stable moment (0: all at once). */
  readonly spread: number;
}

/** Who is due at an instant, and when in this minute their turn comes: by zone, each with one look into the index. */
export async function whoIsDue(
  { store }: Pick<Needs, "store">,
  spread: number,
  now: Instant,
): Promise<readonly Turn[]> {
  const turns: Turn[] = [];
  const minute = now - (now % MINUTE);
  for (const zone of await store.ledger.zones()) {
    const wall = wallAt(now, zone).slice(0, 16);
    const hurry = endsSoon(now, zone);
    for (const { id, nextDue, isRefused } of await store.ledger.due(zone, horizon(now, zone))) {
      const seen = nextDue.slice(0, 16) >= wall;
      const place = (isRefused ? turnAmongRefused(id, dateOf(nextDue)) : Number(nextDue.slice(17))) / 60;
      const at = hurry ? FIRST + place : seen ? minute + place * spread * 1_000 : OVERDUE + place;
      turns.push({ id, at, seen, since: now, isRefused });
    }
  }
  return turns;
}

/** Claims and delivers for everybody in the line, as their turns come, until nobody is left. */
export async function serve(needs: Needs, parts: RoundParts): Promise<void> {
  const { clock } = needs;
  await needs.record.known();
  for (let next = parts.line.next(); next !== undefined; next = parts.line.next()) {
    const now = clock.now();
    const from = Math.max(next, needs.pacer.pausedUntil());
    if (from > now) await parts.nap.take(from - now);
    else await claimAndDeliver(needs, parts, parts.line.take(now, BATCH));
  }
}

/** Takes up what waits for another try, or was left open by a crash. */
export async function retake(needs: Needs, parts: RoundParts): Promise<void> {
  const { clock, pacer, signal, wake } = needs;
  await needs.record.known();
  for (;;) {
    signal.throwIfAborted();
    const now = clock.now();
    if (pacer.pausedUntil() > now) return wake(pacer.pausedUntil());
    const rows = await needs.store.ledger.reclaim(now, now + LEASE, BATCH, [...needs.inHand]);
    if (rows.length === 0) break;
    await launch(needs, parts, rows);
  }
  const next = await needs.store.ledger.nextWake([...needs.inHand]); // what is in hand, however overdue, is left alone
  if (next !== undefined && next < clock.now() + MINUTE) wake(Math.max(next, clock.now() + 1_000));
}

async function claimAndDeliver(needs: Needs, parts: RoundParts, turns: readonly Turn[]): Promise<void> {
  const now = needs.clock.now();
  await launch(needs, parts, await needs.store.ledger.claim(turns, now, now + LEASE));
}

/** Rows of one subscription go out one after the other, those of different ones at the same time. */
async function launch(needs: Needs, parts: RoundParts, rows: readonly Delivery[]): Promise<void> {
  const bySubscription = Map.groupBy(rows, (row) => row.subscriptionId);
  const subscriptions = await needs.store.subscriptions.findAll([...bySubscription.keys()]);
  for (const subscription of subscriptions) {
    await parts.gate.enter();
    void deliverAll(needs, parts, bySubscription.get(subscription.id) ?? [], subscription).finally(() =>
      parts.gate.leave(),
    );
  }
}

async function deliverAll(
  needs: Needs,
  { suspender }: RoundParts,
  rows: readonly Delivery[],
  subscription: Subscription,
): Promise<void> {
  for (const { key } of rows) needs.inHand.add(key);
  try {
    let fault: Fault | undefined;
    for (const row of rows)
      if (fault === undefined) fault = await deliver(needs, suspender, row, subscription).catch(releasing(needs, row));
      else await settle(needs, row, afterRefusal(row, fault, "its channel refused the post before it"));
  } catch (error) {
    if (needs.signal.aborted) return;
    needs.log.error(
      { err: error, ...inLog(subscription) },
      "this delivery broke off: it is taken up again in a minute",
    );
  } finally {
    for (const { key } of rows) needs.inHand.delete(key);
  }
}

/** A row that was claimed but not sent, because delivery stops or pauses, is free again; any other error goes on. */
function releasing(needs: Needs, row: Delivery): (error: unknown) => Promise<undefined> {
  return async (error) => {
    if (!(error instanceof NotNow)) throw error;
    const { uncertainSince } = row;
    return settle(needs, row, {
      state: "failed",
      wakeAt: error.until,
      uncertainSince,
      detail: NOT_SENT,
    });
  };
}
