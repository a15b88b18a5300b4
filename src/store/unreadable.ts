import type { Kysely } from "kysely";
import { claimsFor } from "../delivery/due.ts";
import type { Instant } from "../ports.ts";
import { write } from "./claims.ts";
import { UNTOLD } from "./notices.ts";
import { faultIn, subscriptionOf } from "./settings.ts";
import type { SubscriptionTable, Tables } from "./tables.ts";
import { transition } from "./transition.ts";

const FAULT = "settings-unreadable";

/**
 * Those of the rows that this version cannot read get nothing any more, and their admins are to be told, in the transaction that has found it. A
 * post of today is on record as refused: chosen anew, or read again, it goes out like any other that was. Answers their ids.
 */
export async function suspendUnreadable(
  trx: Kysely<Tables>,
  rows: readonly SubscriptionTable[],
  now: Instant,
): Promise<readonly string[]> {
  const unreadable = rows.filter((row) => faultIn(row) === FAULT);
  for (const row of unreadable) {
    const { id, guild_id, channel_id } = row;
    await refuseDue(trx, row, now);
    await trx
      .updateTable("subscription")
      .set({ state: "suspended", state_since: now, fault: FAULT, next_due: null })
      .where("id", "=", id)
      .execute();
    await trx
      .insertInto("notice")
      .values({ guild_id, subscription_id: id, channel_id, fault: FAULT, at: now, tried: UNTOLD, asked_at: null })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
  return unreadable.map(({ id }) => id);
}

/** Which other posts it has on a date only its settings would tell. */
async function refuseDue(trx: Kysely<Tables>, row: SubscriptionTable, now: Instant): Promise<void> {
  const due = claimsFor({ ...subscriptionOf(row), nextDue: row.next_due ?? undefined }, now);
  const written = await write(
    trx,
    due.filter(({ slot }) => slot === "daily"),
    now,
    now,
  );
  await transition(trx, "rejected")
    .set({ fault: FAULT, wake_at: null, settled_at: now })
    .where(
      "key",
      "in",
      written.map(({ key }) => key),
    )
    .execute();
}
