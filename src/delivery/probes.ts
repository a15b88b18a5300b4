import type { Clock, Instant } from "../ports.ts";
import type { SubscriptionId } from "./subscription.ts";

const HOUR = 3_600_000;
/** Turns that are over are forgotten when there are more than this. */
const MOST = 10_000;

/** Spaces what is asked of a channel that refuses: an admin who moves roles about sets off many events, each of which may mean a mending. */
export interface Probes {
  /** When the channel may be asked again: now, or an hour after the last time. Asked twice for the same hour it says the same. */
  next(id: SubscriptionId): Instant;
}

export function createProbes(clock: Clock): Probes {
  const turns = new Map<SubscriptionId, Instant>();
  return {
    next(id) {
      const now = clock.now();
      const last = turns.get(id);
      if (last !== undefined && last > now && last <= now + HOUR) return last;
      if (turns.size > MOST) for (const [known, at] of turns) if (at <= now - HOUR) turns.delete(known);
      const next = last === undefined || last > now ? now : Math.max(now, last + HOUR);
      turns.set(id, next);
      return next;
    },
  };
}
