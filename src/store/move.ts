import type { ExpressionBuilder, Kysely } from "kysely";
import type { Instant } from "../ports.ts";
import type { SubscriptionTable, Tables } from "./tables.ts";
import { transition } from "./transition.ts";

const MOVED = "moved to another channel while it was being posted";

/**
 * Makes room for a subscription in another channel: what the channel got from one that has ended is the moved one's past, so that no
 * date comes there twice. False where another posts there, and nothing is changed.
 */
export async function makeRoom(
  trx: Kysely<Tables>,
  { id, guild_id }: Pick<SubscriptionTable, "id" | "guild_id">,
  channelId: string,
  now: Instant,
): Promise<boolean> {
  const there = await trx
    .selectFrom("subscription")
    .select(["id", "state"])
    .where("guild_id", "=", guild_id)
    .where("channel_id", "=", channelId)
    .where("id", "<>", id)
    .execute();
  if (there.some(({ state }) => state !== "ended")) return false;
  await leaveOpen(trx, id, now);
  for (const ended of there) await inherit(trx, id, ended.id);
  await trx.deleteFrom("notice").where("subscription_id", "=", id).execute();
  return true;
}

/** What is under way goes to the old channel or has gone there: nobody would find it in the new one, and it is not sent twice. */
async function leaveOpen(trx: Kysely<Tables>, id: string, now: Instant): Promise<void> {
  await transition(trx, "left-behind")
    .set({ wake_at: null, detail: MOVED, settled_at: now })
    .where("subscription_id", "=", id)
    .where("message_id", "is not", null)
    .execute();
  await transition(trx, "left-in-doubt")
    .set({ wake_at: null, uncertain_since: null, detail: MOVED, settled_at: now })
    .where("subscription_id", "=", id)
    .where((row) => row.or([row("state", "=", "claimed"), row("uncertain_since", "is not", null)]))
    .execute();
}

/** Of a date that both have rows of, what was sent in the new channel counts, else what the moved one has. */
async function inherit(trx: Kysely<Tables>, id: string, endedId: string): Promise<void> {
  const alike = (db: ExpressionBuilder<Tables, "delivery">, owner: string) =>
    db
      .selectFrom("delivery as other")
      .select("other.key")
      .where("other.subscription_id", "=", owner)
      .whereRef("other.local_date", "=", "delivery.local_date")
      .whereRef("other.slot", "=", "delivery.slot");
  await trx
    .deleteFrom("delivery")
    .where("subscription_id", "=", id)
    .where("state", "<>", "sent")
    .where((row) => row.exists(alike(row, endedId).where("other.state", "=", "sent")))
    .execute();
  await trx
    .updateTable("delivery")
    .set({ subscription_id: id })
    .where("subscription_id", "=", endedId)
    .where((row) => row.not(row.exists(alike(row, id))))
    .execute();
  await trx.deleteFrom("subscription").where("id", "=", endedId).execute();
}
