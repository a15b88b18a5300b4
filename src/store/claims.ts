import type { Kysely } from "kysely";
import { type Claim, type DeliveryKey, deliveryKey, type Slot } from "../delivery/ledger.ts";
import type { Instant } from "../ports.ts";
import type { DeliveryTable, Tables } from "./tables.ts";

/** A row fills 15 variables, and SQLite takes 32,766 in one statement: months of missed days do not fit. */
const ROWS_AT_ONCE = 500;

/** Of a row whose post is another's: no message bears it. */
export function withheldKey(subscriptionId: string, slot: Slot, localDate: string): DeliveryKey {
  return deliveryKey(subscriptionId, slot, localDate);
}

/**
 * Writes those of the rows that do not exist yet, and returns them. What its channel got from a calendar that has moved away is on record
 * as skipped.
 */
export async function write(
  db: Kysely<Tables>,
  claims: readonly Claim[],
  now: Instant,
  leaseUntil: Instant,
): Promise<readonly DeliveryTable[]> {
  const rows: DeliveryTable[] = [];
  for (let from = 0; from < claims.length; from += ROWS_AT_ONCE)
    rows.push(
      ...(await db
        .insertInto("delivery")
        .values(claims.slice(from, from + ROWS_AT_ONCE).map((row) => rowOf(row, now, leaseUntil)))
        .onConflict((conflict) => conflict.doNothing())
        .returningAll()
        .execute()),
    );
  const written = new Set(rows.map(({ key }) => key));
  const withheld = claims.filter(
    ({ channelId, slot, localDate }) => !written.has(deliveryKey(channelId, slot, localDate)),
  );
  for (const claim of withheld) await withhold(db, claim, now);
  return rows;
}

const HAD_FROM_ANOTHER = { state: "skipped", reason: "had-from-another" } as const;

async function withhold(db: Kysely<Tables>, claim: Claim, now: Instant): Promise<void> {
  const { subscriptionId, slot, localDate } = claim;
  const skipped = claim.state === "skipped" ? claim : ({ ...claim, ...HAD_FROM_ANOTHER } as const);
  await db
    .insertInto("delivery")
    .values({
      ...rowOf(skipped, now, now),
      key: withheldKey(subscriptionId, slot, localDate),
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

function rowOf(claimed: Claim, now: Instant, leaseUntil: Instant): DeliveryTable {
  const open = claimed.state === "claimed";
  return {
    key: deliveryKey(claimed.channelId, claimed.slot, claimed.localDate),
    subscription_id: claimed.subscriptionId,
    slot: claimed.slot,
    local_date: claimed.localDate,
    due: claimed.due,
    overdue: claimed.overdue ? 1 : 0,
    state: claimed.state,
    attempts: open ? 1 : 0,
    claimed_at: now,
    uncertain_since: null,
    wake_at: open ? leaseUntil : null,
    message_id: null,
    fault: null,
    detail: claimed.state === "skipped" ? (claimed.detail ?? null) : null,
    reason: claimed.state === "skipped" ? claimed.reason : null,
    settled_at: open ? null : now,
    left_channel: null,
    paused_at: null,
  };
}
