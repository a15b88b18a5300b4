import type { Clock, Instant } from "../ports.ts";
import type { Budget } from "./budget.ts";
import type { SubscriptionId } from "./subscription.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** What is set off by news of a channel comes so long after the one before it: an admin who mends it in steps has it mended soon. */
const APART = [0, MINUTE, 5 * MINUTE, 15 * MINUTE] as const;
/** Turns that are over are forgotten when there are more than this. */
const MOST = 10_000;

/** Spaces what is asked of a channel that refuses, or cannot be read: an admin who moves roles about sets off many events, each of which may mean a mending. */
export interface Probes {
  /**
   * When the channel may be asked again: now, then 1, 5 and 15 minutes and from there an hour after the last time, until a day passes without.
   * Asked twice for the same turn it says the same. Where many may be asked now, one after the other as their budget allows.
   */
  next(id: SubscriptionId): Instant;
}

interface Turn {
  readonly at: Instant;
  readonly count: number;
}

export function createProbes(clock: Clock, budget: Budget): Probes {
  const turns = new Map<SubscriptionId, Turn>();

  /** The last turn, unless that is long ago, or still to come by a clock that was ahead. */
  function lastOf(id: SubscriptionId, now: Instant): Turn | undefined {
    const last = turns.get(id);
    return last !== undefined && last.at > now - DAY && last.at <= now + HOUR ? last : undefined;
  }

  return {
    next(id) {
      const now = clock.now();
      const last = lastOf(id, now);
      if (last !== undefined && last.at > now) return last.at;
      if (turns.size > MOST)
        for (const known of turns.keys()) if (lastOf(known, now) === undefined) turns.delete(known);
      const count = last?.count ?? 0;
      const own = last === undefined ? now : Math.max(now, last.at + (APART[count] ?? HOUR));
      const next = own > now ? own : Math.max(now, budget.from());
      if (own <= now) budget.spend(next);
      turns.set(id, { at: next, count: count + 1 });
      return next;
    },
  };
}
