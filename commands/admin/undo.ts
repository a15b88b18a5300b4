import type { AuditEntry } from "../../src/delivery/audit.ts";
import { before } from "../../src/delivery/settings-undo.ts";
import type { Subscription, SubscriptionSettings } from "../../src/delivery/subscription.ts";

/**
 * The settings as they were before the change under that id (what its button carries); undefined where somebody has done something
 * with the calendar since, or where that change cannot be taken back. The record is the calendar's own, newest first.
 */
export function beforeEntry(
  calendar: Subscription,
  entry: string | undefined,
  audit: readonly AuditEntry[],
): SubscriptionSettings | undefined {
  const [last] = audit;
  return last?.act === "changed" && last.id === entry ? before(calendar, last.changes) : undefined;
}
