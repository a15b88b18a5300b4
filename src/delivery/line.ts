import type { Instant } from "../ports.ts";
import type { Waiting } from "./ledger.ts";
import type { SubscriptionId } from "./subscription.ts";

/** Somebody whose post is due, and when their turn comes. */
export interface Turn extends Waiting {
  readonly at: Instant;
}

/** Those who are due, each once, in the order of their turns. */
export interface Line {
  join(turns: readonly Turn[]): void;
  /** Takes out up to so many whose turn has come. */
  take(now: Instant, most: number): readonly Turn[];
  /** Everybody leaves: the clock went back, and the instants of their turns mean nothing. */
  disperse(): void;
  /** When the next turn comes; undefined where nobody waits. */
  next(): Instant | undefined;
}

export function createLine(): Line {
  let waiting: Turn[] = [];
  const known = new Set<SubscriptionId>();
  return {
    join(turns) {
      const fresh = turns.filter(({ id }) => !known.has(id));
      if (fresh.length === 0) return;
      for (const { id } of fresh) known.add(id);
      waiting = [...waiting, ...fresh].toSorted((one, other) => one.at - other.at);
    },
    take(now, most) {
      let count = 0;
      while (count < most && (waiting[count]?.at ?? Number.POSITIVE_INFINITY) <= now) count += 1;
      const taken = waiting.splice(0, count);
      for (const { id } of taken) known.delete(id);
      return taken;
    },
    disperse() {
      waiting = [];
      known.clear();
    },
    next: () => waiting[0]?.at,
  };
}
