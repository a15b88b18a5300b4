import type { Kysely } from "kysely";
import { claimsFor, dueOn, timeliness } from "../delivery/due.ts";
import type { Claim } from "../delivery/ledger.ts";
import type { Subscription } from "../delivery/subscription.ts";
import { dateOf, wallAt } from "../delivery/wall.ts";
import type { Instant } from "../ports.ts";
import { type By, record } from "./audit.ts";
import { write } from "./claims.ts";
import { firstToCome, recordGap } from "./gap.ts";
import { readable } from "./settings.ts";
import type { SubscriptionTable, Tables } from "./tables.ts";
import { transition } from "./transition.ts";

/** SubscriptionStore.pause. One that has not begun is paused, and stays as it is. */
export async function pause(db: Kysely<Tables>, id: string, by: By): Promise<void> {
  await db.transaction().execute(async (trx) => {
    // a write comes first: who claims what is due at the same time waits, and then finds nothing due
    const before = await trx
      .updateTable("subscription")
      .set((eb) => ({ next_due: eb.ref("next_due") }))
      .where("id", "=", id)
      .where("state", "not in", ["paused", "ended"])
      .returningAll()
      .executeTakeFirst();
    if (before === undefined) return;
    await trx
      .updateTable("subscription")
      .set((eb) => ({
        state: "paused",
        state_since: by.now,
        fault: eb.case().when("fault", "=", "channel-gone").then(eb.ref("fault")).else(null).end(),
        next_due: null,
      }))
      .where("id", "=", id)
      .execute();
    await holdBack(trx, before, by.now);
    // what passed while it was suspended and not asked: that it was is not known any more once it is resumed
    for (const subscription of readable(before))
      await recordGap(trx, subscription, firstToCome(subscription, by.now), by.now);
    await record(trx, by, "paused", before);
  });
}

/** The detail of a row that nobody has tried: the pause alone holds it. */
const HELD = "paused before its turn";

/** What is due, and what is still to be tried, waits. What nobody has claimed yet gets its row, or nobody would know of it. */
async function holdBack(trx: Kysely<Tables>, before: SubscriptionTable, now: Instant): Promise<void> {
  const due: Claim[] = [];
  for (const subscription of readable(before))
    due.push(...claimsFor(subscription, now, { seen: await wasSeen(trx, subscription, now), since: now }));
  const open = (await write(trx, due, now, now)).filter(({ state }) => state === "claimed").map(({ key }) => key);
  if (open.length > 0)
    await transition(trx, "failed").set({ wake_at: now, detail: HELD }).where("key", "in", open).execute();
  await trx
    .updateTable("delivery")
    .set({ paused_at: now })
    .where("subscription_id", "=", before.id)
    .where("state", "in", ["claimed", "failed"])
    .where("message_id", "is", null)
    .execute();
}

/** Somebody was there for it in its minute: that is now, or others of that minute were claimed in time and it waits behind them. */
async function wasSeen(trx: Kysely<Tables>, { nextDue, zone }: Subscription, now: Instant): Promise<boolean> {
  if (nextDue === undefined) return false;
  const minute = nextDue.slice(0, 16);
  if (minute >= wallAt(now, zone).slice(0, 16)) return true;
  const other = await trx
    .selectFrom("delivery")
    .innerJoin("subscription", "subscription.id", "delivery.subscription_id")
    .select("delivery.key")
    .where("delivery.local_date", "=", dateOf(nextDue))
    .where("delivery.due", "like", `${minute}%`)
    .where("delivery.overdue", "=", 0)
    .where("delivery.attempts", ">", 0)
    .where("subscription.zone", "=", zone)
    .limit(1)
    .executeTakeFirst();
  return other !== undefined;
}

/** Of today, where its hour is to come once more, what the pause alone held is forgotten: nobody has tried it, and it is due again then. */
export async function forgetHeld(trx: Kysely<Tables>, subscription: Subscription, now: Instant): Promise<void> {
  const { id, postAt, zone } = subscription;
  const wall = wallAt(now, zone);
  if (dueOn(dateOf(wall), postAt, id) <= wall) return;
  await trx
    .deleteFrom("delivery")
    .where("subscription_id", "=", id)
    .where("local_date", "=", dateOf(wall))
    .where("state", "=", "failed")
    .where("attempts", "=", 1)
    .where("paused_at", "is not", null)
    .where("detail", "=", HELD)
    .execute();
}

/** What was held back and can still go out was not given up because of the pause, whatever becomes of it. */
export async function letGo(trx: Kysely<Tables>, subscription: Subscription, now: Instant): Promise<void> {
  const held = await trx
    .selectFrom("delivery")
    .select(["key", "due"])
    .where("subscription_id", "=", subscription.id)
    .where("paused_at", "is not", null)
    .where("state", "in", ["claimed", "failed"])
    .execute();
  const inTime = held.filter(({ due }) => timeliness(subscription, due, now) !== "missed").map(({ key }) => key);
  if (inTime.length > 0)
    await trx.updateTable("delivery").set({ paused_at: null }).where("key", "in", inTime).execute();
}
