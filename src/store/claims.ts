import type { Kysely } from "kysely";
import { type Claim, deliveryKey } from "../delivery/ledger.ts";
import type { Instant } from "../ports.ts";
import type { DeliveryTable, Tables } from "./tables.ts";

/** A row fills 15 variables, and SQLite takes 32,766 in one statement: months of missed days do not fit. */
const ROWS_AT_ONCE = 500;

/** Writes those of the rows that do not exist yet, and returns them. */
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
  return rows;
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
    detail: claimed.detail ?? null,
    settled_at: open ? null : now,
  };
}
