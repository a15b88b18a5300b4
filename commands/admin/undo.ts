import type { AuditEntry } from "../../src/delivery/audit.ts";
import { before } from "../../src/delivery/settings-undo.ts";
import type { Subscription, SubscriptionSettings } from "../../src/delivery/subscription.ts";

/**
 * The settings as they were before the change with that number (what its button carries); undefined where somebody has done something
 * with the calendar since, or where that change cannot be taken back. The record is the calendar's own.
 */
export function beforeEntry(
  calendar: Subscription,
  number: string | undefined,
  audit: readonly AuditEntry[],
): SubscriptionSettings | undefined {
  const [last] = audit.toSorted((one, other) => other.number - one.number);
  return last?.act === "changed" && String(last.number) === number ? before(calendar, last.changes) : undefined;
}
