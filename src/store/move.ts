import type { ExpressionBuilder, Kysely } from "kysely";
import { type Delivery, deliveryKey, type Settlement } from "../delivery/ledger.ts";
import type { Instant } from "../ports.ts";
import { withheldKey } from "./claims.ts";
import type { SubscriptionTable, Tables } from "./tables.ts";
import { transition } from "./transition.ts";
import { isUntouched } from "./unbegun.ts";

/** What was posted, or may have been. */
const OUT = ["sent", "unknown"] as const;
const MOVED = "moved to another channel while it was being posted";
const RETRIED = "moved to another channel while it was being posted, and not out there";
/** So long after the move every request that was under way has ended: none of a claim begins after its lease. */
const ENDED_AFTER = 60_000;
/** Of a refused one in doubt longer ago than this nobody asks any more. */
const DAY = 86_400_000;

/** Its key is that of a channel in which it is, or may be, out. */
function mayBeOut(row: ExpressionBuilder<Tables, "delivery">) {
  return row.or([row("state", "in", OUT), row("left_channel", "is not", null)]);
}

/**
 * Makes room for a subscription in another channel: what the channel got from one that has ended is the moved one's past, so that no
 * date comes there twice; one that was only looked at there ends. False where there is another, and nothing is changed.
 */
export async function makeRoom(
  trx: Kysely<Tables>,
  { id, guild_id, channel_id }: Pick<SubscriptionTable, "id" | "guild_id" | "channel_id">,
  channelId: string,
  now: Instant,
): Promise<boolean> {
  const there = await trx
    .selectFrom("subscription")
    .select(["id", "state", "state_since", "revision"])
    .where("guild_id", "=", guild_id)
    .where("channel_id", "=", channelId)
    .where("id", "<>", id)
    .execute();
  if (there.some((row) => row.state !== "ended" && !isUntouched(row))) return false;
  await leaveOpen(trx, { id, channel_id }, channelId, now);
  for (const former of there) await inherit(trx, id, former.id, now);
  await takeKeysAlong(trx, id, channelId, now);
  await trx.deleteFrom("notice").where("subscription_id", "=", id).execute();
  return true;
}

/**
 * How a request ended during which its calendar moved: out, it stays in the old channel; not out, by this attempt or one before, the new one gets the
 * post; in doubt, it is looked for. True where there is such a row.
 */
export async function settleMoved(
  db: Kysely<Tables>,
  { key, attempts, uncertainSince }: Pick<Delivery, "key" | "attempts" | "uncertainSince">,
  settlement: Settlement,
  now: Instant,
): Promise<boolean> {
  const messageId = "messageId" in settlement ? settlement.messageId : undefined;
  // out as well where only its publishing or its thread is put off
  const isOut = settlement.state === "sent" || messageId !== undefined;
  if (!isOut && (uncertainSince !== undefined || isInDoubt(settlement))) return false;
  return db.transaction().execute(async (trx) => {
    const row = await transition(trx, isOut ? "learned-out" : "learned-not-out")
      .set(isOut ? { wake_at: null, message_id: messageId ?? null, settled_at: now } : notOut(now))
      .where("key", "=", key)
      .where("attempts", "=", attempts)
      .where("left_channel", "is not", null)
      .returning("subscription_id")
      .executeTakeFirst();
    if (row !== undefined && !isOut) await handOn(trx, row.subscription_id, now);
    return row !== undefined;
  });
}

function isInDoubt(settlement: Settlement): boolean {
  return settlement.state === "unknown" || (settlement.state === "failed" && settlement.uncertainSince !== undefined);
}

/** It was looked for in the channel that its calendar has left, and is not there: the new one gets it. False where it is another's claim by now. */
export async function settleNotOut(
  db: Kysely<Tables>,
  { key, attempts }: Pick<Delivery, "key" | "attempts">,
  now: Instant,
): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const row = await transition(trx, "failed")
      .set(notOut(now))
      .where("key", "=", key)
      .where("attempts", "=", attempts)
      .returning("subscription_id")
      .executeTakeFirst();
    if (row !== undefined) await handOn(trx, row.subscription_id, now);
    return row !== undefined;
  });
}

function notOut(now: Instant) {
  const open = { wake_at: now, settled_at: null, fault: null, detail: RETRIED };
  return { ...open, uncertain_since: null, left_channel: null };
}

async function handOn(trx: Kysely<Tables>, id: string, now: Instant): Promise<void> {
  const { channel_id } = await trx
    .selectFrom("subscription")
    .select("channel_id")
    .where("id", "=", id)
    .executeTakeFirstOrThrow();
  await takeKeysAlong(trx, id, channel_id, now);
}

/** What is out stays there. What is under way goes to the channel that is left, or has gone there: it is looked for, once it has ended. */
async function leaveOpen(
  trx: Kysely<Tables>,
  { id, channel_id }: Pick<SubscriptionTable, "id" | "channel_id">,
  channelId: string,
  now: Instant,
): Promise<void> {
  await transition(trx, "left-behind")
    .set({ wake_at: null, detail: MOVED, settled_at: now })
    .where("subscription_id", "=", id)
    .where("message_id", "is not", null)
    .execute();
  await transition(trx, "left-to-look-for")
    .set((eb) => ({
      wake_at: now + ENDED_AFTER,
      settled_at: null,
      fault: null,
      detail: MOVED,
      uncertain_since: eb.fn.coalesce("uncertain_since", "claimed_at"),
      left_channel: eb.fn.coalesce("left_channel", eb.val(channel_id)),
    }))
    .where("subscription_id", "=", id)
    .where((row) => row.or([row("state", "=", "claimed"), row("uncertain_since", "is not", null)]))
    .where((row) => row.or([row("state", "<>", "rejected"), row("uncertain_since", ">", now - DAY)]))
    .execute();
  await trx
    .updateTable("delivery")
    .set((eb) => ({ left_channel: eb.fn.coalesce("left_channel", eb.val(channel_id)) }))
    .where("subscription_id", "=", id)
    .where("state", "in", ["unknown", "rejected"])
    .where("uncertain_since", "is not", null)
    .execute();
  // back where it was being posted it is looked for like any other
  await trx
    .updateTable("delivery")
    .set({ left_channel: null })
    .where("subscription_id", "=", id)
    .where("left_channel", "=", channelId)
    .execute();
}

/**
 * A row's key is its channel's: what was not posted in the old one, nor may have been, frees the key there. A date that the new one has got
 * from another calendar is not posted there again.
 */
async function takeKeysAlong(trx: Kysely<Tables>, id: string, channelId: string, now: Instant): Promise<void> {
  const rows = await trx
    .selectFrom("delivery")
    .select(["key", "slot", "local_date"])
    .where("subscription_id", "=", id)
    .where((row) => row.not(mayBeOut(row)))
    .execute();
  for (const { key, slot, local_date: date } of rows) {
    const there = deliveryKey(channelId, slot, date);
    const other = await trx
      .selectFrom("delivery")
      .select("key")
      .where("key", "=", there)
      .where("key", "<>", key)
      .executeTakeFirst();
    const own = other ? withheldKey(id, slot, date) : there;
    await trx.updateTable("delivery").set({ key: own }).where("key", "=", key).execute();
    if (other)
      await transition(trx, "withheld")
        .set({ wake_at: null, fault: null, detail: null, reason: "had-from-another", settled_at: now })
        .where("key", "=", own)
        .execute();
  }
}

/** Of a date that both have rows of, what the moved one posted counts, or may have, then what the new channel got, else what the moved one has. */
async function inherit(trx: Kysely<Tables>, id: string, formerId: string, now: Instant): Promise<void> {
  const alike = (db: ExpressionBuilder<Tables, "delivery">, owner: string) =>
    db
      .selectFrom("delivery as other")
      .select("other.key")
      .where("other.subscription_id", "=", owner)
      .whereRef("other.local_date", "=", "delivery.local_date")
      .whereRef("other.slot", "=", "delivery.slot");
  const hadThere = (db: ExpressionBuilder<Tables, "delivery">) =>
    db.exists(
      alike(db, formerId).where((row) =>
        row.or([row("other.state", "in", OUT), row("other.left_channel", "is not", null)]),
      ),
    );
  await transition(trx, "left-in-doubt")
    .set({ wake_at: null, uncertain_since: null, detail: MOVED, settled_at: now })
    .where("subscription_id", "=", id)
    .where("left_channel", "is not", null)
    .where(hadThere)
    .execute();
  await trx
    .deleteFrom("delivery")
    .where("subscription_id", "=", id)
    .where((row) => row.not(mayBeOut(row)))
    .where(hadThere)
    .execute();
  await trx
    .updateTable("delivery")
    .set({ subscription_id: id })
    .where("subscription_id", "=", formerId)
    .where((row) => row.not(row.exists(alike(row, id))))
    .execute();
  await trx.deleteFrom("subscription").where("id", "=", formerId).execute();
}
