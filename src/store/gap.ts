import type { Kysely } from "kysely";
import { dueOn, skipsFor } from "../delivery/due.ts";
import type { Skip } from "../delivery/ledger.ts";
import { type Fault, isBegun, type Subscription } from "../delivery/subscription.ts";
import { addDays, dateOf, wallAt } from "../delivery/wall.ts";
import type { Instant } from "../ports.ts";
import { write } from "./claims.ts";
import type { Tables } from "./tables.ts";
import { undoSkipped } from "./transition.ts";

/** The dates before one whose hour passed while it was paused, or suspended and not asked, are put on record. */
export async function recordGap(
  trx: Kysely<Tables>,
  subscription: Subscription,
  until: string,
  now: Instant,
): Promise<void> {
  const { standing } = subscription;
  if (standing.state === "active" || !isBegun(subscription)) return;
  const from = firstToCome(subscription, standing.since);
  const skip = standing.state === "paused" ? ({ reason: "paused" } as const) : skipOf(standing.fault);
  await write(trx, skipsFor(subscription, from, until, skip), now, now);
}

function skipOf(fault: Fault): Skip {
  if (fault === "zone-unknown" || fault === "settings-unreadable") return { reason: fault };
  return { reason: "refused-before", detail: fault };
}

/**
 * Of one that is changed: today is open again where only a pause had taken it and its new hour is to come; the dates before it are put on
 * record.
 */
export async function endGap(
  trx: Kysely<Tables>,
  subscription: Subscription,
  today: string,
  now: Instant,
  isToCome: boolean,
): Promise<void> {
  if (isToCome)
    await undoSkipped(trx)
      .where("subscription_id", "=", subscription.id)
      .where("local_date", "=", today)
      .where("reason", "=", "paused")
      .execute();
  await recordGap(trx, subscription, today, now);
}

/** The first date whose hour has not come. */
export function firstToCome({ id, postAt, zone }: Subscription, now: Instant): string {
  const wall = wallAt(now, zone);
  const today = dateOf(wall);
  return dueOn(today, postAt, id) > wall ? today : addDays(today, 1);
}

/** The first date that is not to be put on record yet: today while its hour is to come, else tomorrow. */
export function firstOpen(nextDue: string, now: Instant, { zone }: Pick<Subscription, "zone">): string {
  const tomorrow = addDays(dateOf(wallAt(now, zone)), 1);
  return dateOf(nextDue) < tomorrow ? dateOf(nextDue) : tomorrow;
}
