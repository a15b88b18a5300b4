import type { Kysely } from "kysely";
import { claimsFor, timeliness } from "../delivery/due.ts";
import type { Subscription } from "../delivery/subscription.ts";
import type { Instant } from "../ports.ts";
import { type By, record } from "./audit.ts";
import { write } from "./claims.ts";
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
    await record(trx, by, "paused", before);
  });
}

/** What is due, and what is still to be tried, waits. What nobody has claimed yet gets its row, or nobody would know of it. */
async function holdBack(trx: Kysely<Tables>, before: SubscriptionTable, now: Instant): Promise<void> {
  const due = readable(before).flatMap((subscription) => claimsFor(subscription, now));
  const open = (await write(trx, due, now, now)).filter(({ state }) => state === "claimed").map(({ key }) => key);
  if (open.length > 0)
    await transition(trx, "failed")
      .set({ wake_at: now, detail: "paused before its turn" })
      .where("key", "in", open)
      .execute();
  await trx
    .updateTable("delivery")
    .set({ paused_at: now })
    .where("subscription_id", "=", before.id)
    .where("state", "in", ["claimed", "failed"])
    .where("message_id", "is", null)
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
