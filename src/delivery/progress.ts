import type { Clock, Instant, Store } from "../ports.ts";
import { LATE_AFTER } from "./due.ts";
import { NOT_SENT } from "./ledger.ts";
import { isZone, type Zone } from "./subscription.ts";
import { shownSince, wallAt } from "./wall.ts";

/** Posts that wait for the same, though they have been due for a quarter of an hour, so that they will say that they are late. */
export interface Overdue {
  readonly posts: number;
  /** In how many servers, at most. */
  readonly servers: number;
  /** Since when the first of them is due. */
  readonly since: Instant;
  /** What the last try of most of them came to; undefined where their turn has not come. */
  readonly why: string | undefined;
}

/** How far the round has come, for whoever looks after it. */
export interface Progress {
  /** A look at who is due has gone through. */
  looked(overdue: readonly Overdue[]): void;
  /** A post is out. */
  sent(): void;
  /** When the last look went through; before the first, when delivery began. */
  lookedAt(): Instant;
  sentAt(): Instant | undefined;
  /** As the last look found it. */
  overdue(): readonly Overdue[];
}

export function createProgress(clock: Clock): Progress {
  let lookedAt = clock.now();
  let sentAt: Instant | undefined;
  let found: readonly Overdue[] = [];
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

/** What is due and was not claimed in time, and what was and is not out. Counted by the store: there may be many. */
export async function findOverdue({ ledger }: Pick<Store, "ledger">, now: Instant): Promise<readonly Overdue[]> {
  const waits: Overdue[] = [];
  for (const { zone, due, posts, servers, detail } of await ledger.open())
    if (isZone(zone) && due <= longAgo(now, zone)) {
      const why = detail === NOT_SENT ? undefined : detail;
      waits.push({ posts, servers, since: shownSince(`${due}:00`, zone, now), why });
    }
  for (const zone of await ledger.zones()) {
    const found = await ledger.waiting(zone, `${longAgo(now, zone)}:59`);
    if (found)
      waits.push({
        posts: found.posts,
        servers: found.posts,
        since: shownSince(found.since, zone, now),
        why: undefined,
      });
  }
  return [...together(waits.filter(({ why }) => why === undefined)), ...together(waits.filter(({ why }) => why))];
}

function together(waits: readonly Overdue[]): readonly Overdue[] {
  const [most] = waits.toSorted((one, other) => other.servers - one.servers);
  if (most === undefined) return [];
  const sum = (count: "posts" | "servers") => waits.reduce((all, each) => all + each[count], 0);
  const since = Math.min(...waits.map((each) => each.since));
  return [{ posts: sum("posts"), servers: sum("servers"), since, why: most.why }];
}

function longAgo(now: Instant, zone: Zone): string {
  return wallAt(now - LATE_AFTER, zone).slice(0, 16);
}
