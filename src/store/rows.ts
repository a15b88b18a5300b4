import type { Delivery } from "../delivery/ledger.ts";
import type { DeliveryTable } from "./tables.ts";

export function deliveryOf(row: DeliveryTable): Delivery {
  return {
    key: row.key,
    subscriptionId: row.subscription_id,
    slot: row.slot,
    localDate: row.local_date,
    due: row.due,
    overdue: row.overdue === 1,
    state: row.state,
    attempts: row.attempts,
    claimedAt: row.claimed_at,
    uncertainSince: row.uncertain_since ?? undefined,
    wakeAt: row.wake_at ?? undefined,
    messageId: row.message_id ?? undefined,
    fault: row.fault ?? undefined,
    detail: row.detail ?? undefined,
    reason: row.reason ?? undefined,
    leftChannel: row.left_channel ?? undefined,
    pausedAt: row.paused_at ?? undefined,
  };
}
