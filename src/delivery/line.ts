import type { Instant } from "../ports.ts";
import type { Budget } from "./budget.ts";
import type { Waiting } from "./ledger.ts";
import type { SubscriptionId } from "./subscription.ts";

/** Somebody whose post is due, and when their turn comes. */
export interface Turn extends Waiting {
  readonly at: Instant;
  /** Its channel has refused: it comes behind all whose turn has come, and only as the budget of such allows. */
  readonly isRefused: boolean;
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

export function createLine(budget: Budget): Line {
  let waiting: Turn[] = [];
  let refused: Turn[] = [];
  const known = new Set<SubscriptionId>();
  const turnOfRefused = () => Math.max(refused[0]?.at ?? Number.POSITIVE_INFINITY, budget.from());

  function taken(now: Instant, most: number): readonly Turn[] {
    let count = 0;
    while (count < most && (waiting[count]?.at ?? Number.POSITIVE_INFINITY) <= now) count += 1;
    if (count > 0) return waiting.splice(0, count);
    if (turnOfRefused() > now) return [];
    budget.spend(now);
    return refused.splice(0, 1);
  }

  return {
    join(turns) {
      const fresh = turns.filter(({ id }) => !known.has(id));
      if (fresh.length === 0) return;
      for (const { id } of fresh) known.add(id);
      const [refusing = [], others = []] = [true, false].map((kind) => fresh.filter((turn) => turn.isRefused === kind));
      waiting = inOrder([...waiting, ...others]);
      refused = inOrder([...refused, ...refusing]);
    },
    take(now, most) {
      const turns = taken(now, most);
      for (const { id } of turns) known.delete(id);
      return turns;
    },
    disperse() {
      waiting = [];
      refused = [];
      known.clear();
      budget.renew();
    },
    next() {
      const next = Math.min(waiting[0]?.at ?? Number.POSITIVE_INFINITY, turnOfRefused());
      return next === Number.POSITIVE_INFINITY ? undefined : next;
    },
  };
}

function inOrder(turns: readonly Turn[]): Turn[] {
  return turns.toSorted((one, other) => one.at - other.at);
}
