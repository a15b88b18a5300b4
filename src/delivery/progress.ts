import type { Clock, Instant, Store } from "../ports.ts";
import { LATE_AFTER } from "./due.ts";
import { isZone, type Zone } from "./subscription.ts";
import { shownSince, wallAt } from "./wall.ts";

/** Posts that wait though they have been due for a quarter of an hour, so that they will say that they are late. */
export interface Overdue {
  readonly posts: number;
  /** Since when the first of them is due. */
  readonly since: Instant;
}

/** How far the round has come, for whoever looks after it. */
export interface Progress {
  /** A look at who is due has gone through. */
  looked(overdue: Overdue | undefined): void;
  /** A post is out. */
  sent(): void;
  /** When the last look went through; before the first, when delivery began. */
  lookedAt(): Instant;
  sentAt(): Instant | undefined;
  /** As the last look found it. */
  overdue(): Overdue | undefined;
}

export function createProgress(clock: Clock): Progress {
  let lookedAt = clock.now();
  let sentAt: Instant | undefined;
  let found: Overdue | undefined;
  return {
    looked(overdue) {
      lookedAt = clock.now();
      found = overdue;
    },
    sent() {
      sentAt = clock.now();
    },
    lookedAt: () => lookedAt,
    sentAt: () => sentAt,
    overdue: () => found,
  };
}

/** What is due and was not claimed in time, or was and is not out. */
export async function findOverdue({ ledger }: Pick<Store, "ledger">, now: Instant): Promise<Overdue | undefined> {
  const open = await ledger.open();
  const waits = open.flatMap(({ zone, due, posts }) =>
    isZone(zone) && due <= longAgo(now, zone) ? [{ posts, since: shownSince(`${due}:00`, zone, now) }] : [],
  );
  for (const zone of await ledger.zones()) {
    const due = await ledger.due(zone, `${longAgo(now, zone)}:59`);
    const [first] = due;
    if (first) waits.push({ posts: due.length, since: shownSince(first.nextDue, zone, now) });
  }
  if (waits.length === 0) return undefined;
  return {
    posts: waits.reduce((sum, { posts }) => sum + posts, 0),
    since: Math.min(...waits.map(({ since }) => since)),
  };
}

function longAgo(now: Instant, zone: Zone): string {
  return wallAt(now - LATE_AFTER, zone).slice(0, 16);
}
