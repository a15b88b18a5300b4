import type { Kysely } from "kysely";
import type { Calendar } from "../delivery/store.ts";
import { REFUSALS } from "../delivery/subscription.ts";
import type { Instant } from "../ports.ts";
import { recover } from "./standing.ts";
import type { Tables } from "./tables.ts";

/** SubscriptionStore.opened. */
export async function opened(
  db: Kysely<Tables>,
  of: Calendar,
  now: Instant,
  refusedBefore = Number.POSITIVE_INFINITY,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    // a write comes first: a refusal at the same time waits, and is then newer than what this ends
    const row = await trx
      .updateTable("subscription")
      .set((eb) => ({ refusals: eb.ref("refusals") }))
      .where("id", "=", of.id)
      .where("channel_id", "=", of.channelId)
      .returning(["fault", "state_since"])
      .executeTakeFirst();
    if (row === undefined || (row.fault !== null && row.state_since >= refusedBefore)) return;
    if (await hasRefusedSince(trx, of, refusedBefore)) return;
    await trx.deleteFrom("notice").where("subscription_id", "=", of.id).where("fault", "in", REFUSALS).execute();
    if (row.fault !== null) await recover(trx, of, now);
  });
}

/** A standing says when it refused first, its posts when it did last. */
async function hasRefusedSince(trx: Kysely<Tables>, { id }: Calendar, since: Instant): Promise<boolean> {
  const refusal = await trx
    .selectFrom("delivery")
    .select("key")
    .where("subscription_id", "=", id)
    .where("state", "=", "rejected")
    .where("fault", "in", REFUSALS)
    .where("settled_at", ">=", since)
    .limit(1)
    .executeTakeFirst();
  return refusal !== undefined;
}
