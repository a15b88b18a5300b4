import type { ExpressionBuilder, Kysely } from "kysely";
import { LOSSES } from "../delivery/audit.ts";
import { dueOn, firstDue, isOwed, lastChance, nextFree } from "../delivery/due.ts";
import { UNFINISHED } from "../delivery/ledger.ts";
import type { Calendar } from "../delivery/store.ts";
import { type Fault, MOST_CALENDARS, type Subscription, UNFIT } from "../delivery/subscription.ts";
import { dateOf, wallAt } from "../delivery/wall.ts";
import type { Instant } from "../ports.ts";
import { type By, record, recordLoss } from "./audit.ts";
import { firstOpen, recordGap } from "./gap.ts";
import { forgetHeld, letGo } from "./pause.ts";
import { readable } from "./settings.ts";
import type { Tables } from "./tables.ts";
import { takenSince } from "./taken.ts";
import { transition } from "./transition.ts";
import { begun, endUnbegun, isUnbegun, isUntouched } from "./unbegun.ts";

/** Those that an admin has not ended. */
export function standing(db: Kysely<Tables>) {
  return db.selectFrom("subscription").selectAll().where("state", "<>", "ended");
}

/** Of an active one: its channel refused. The first time counts, and the newest fault: what was half mended wants another cure. */
export async function refused(
  db: Kysely<Tables>,
  id: string,
  fault: Fault,
  now: Instant,
  channelId: string,
): Promise<void> {
  await db
    .updateTable("subscription")
    .set((eb) => ({
      fault,
      state_since: eb.case().when("fault", "is", null).then(now).else(eb.ref("state_since")).end(),
      refusals: 1,
    }))
    .where("id", "=", id)
    .where("channel_id", "=", channelId)
    .where("state", "=", "active")
    .execute();
}

/**
 * What of it was still to be tried again today is given up: a target that refused is not asked twice. In a server that the bot has
 * left there is nothing to be due.
 */
export async function suspend(
  db: Kysely<Tables>,
  id: string,
  fault: Fault,
  now: Instant,
  nextDue: string | undefined,
  channelId: string | undefined,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await lock(trx, id);
    const before = await read(trx, id);
    const was = await trx.selectFrom("subscription").select("fault").where("id", "=", id).executeTakeFirst();
    const suspended = await trx
      .updateTable("subscription")
      .set((eb) => ({
        state: "suspended",
        state_since: now,
        fault,
        refusals: eb("refusals", "+", 1),
        next_due: nextDue ?? null,
      }))
      .where("id", "=", id)
      .$if(channelId !== undefined, (query) => query.where("channel_id", "=", channelId ?? ""))
      .where("state", "not in", ["paused", "ended"])
      .where(isPresent)
      .returningAll()
      .executeTakeFirst();
    if (suspended === undefined) return fault === "channel-gone" ? losePaused(trx, id, now, channelId) : undefined;
    const loss = LOSSES.find((each) => each === fault);
    if (loss !== undefined && was?.fault !== fault && suspended.channel_kind !== "direct")
      await recordLoss(trx, now, loss, suspended);
    if (before) await recordGap(trx, before, dateOf(wallAt(now, before.zone)), now);
    await transition(trx, "left-behind")
      .set({ wake_at: null, detail: UNFINISHED, settled_at: now })
      .where("subscription_id", "=", id)
      .where("state", "=", "failed") // one that is claimed is in somebody's hands
      .where("message_id", "is not", null)
      .execute();
    await transition(trx, "given-up")
      .set({ fault, wake_at: null, settled_at: now })
      .where("subscription_id", "=", id)
      .where("uncertain_since", "is", null)
      .execute();
  });
}

/** One that is paused waits for a person in any case; that its channel is gone is kept for that person. One that was only looked at ends. */
async function losePaused(trx: Kysely<Tables>, id: string, now: Instant, channelId: string | undefined): Promise<void> {
  const lost = await trx
    .updateTable("subscription")
    .set({ fault: "channel-gone" })
    .where("id", "=", id)
    .$if(channelId !== undefined, (query) => query.where("channel_id", "=", channelId ?? ""))
    .where("state", "=", "paused")
    .where("fault", "is", null)
    .returningAll()
    .executeTakeFirst();
  if (lost === undefined) return;
  if (isUntouched(lost)) await endUnbegun(trx, id, now);
  else await recordLoss(trx, now, "channel-gone", lost);
}

/** In a server that has the bot. */
function isPresent(row: ExpressionBuilder<Tables, "subscription">) {
  const guild = row.selectFrom("guild").select("guild.id").whereRef("guild.id", "=", "subscription.guild_id");
  return row.exists(guild.where("guild.left_at", "is", null));
}

/** What was refused today is tried again at that instant, or before it while it is still in its window. True where there is any. */
export async function reopenToday(
  db: Kysely<Tables>,
  subscription: Subscription,
  now: Instant,
  at: Instant,
): Promise<boolean> {
  const refusals = await db
    .selectFrom("delivery")
    .select(["key", "due"])
    .where("subscription_id", "=", subscription.id)
    .where("local_date", "=", dateOf(wallAt(now, subscription.zone)))
    .where("state", "=", "rejected")
    .execute();
  const chances = refusals.flatMap(({ key, due }) => {
    const chance = lastChance(subscription, due, now, at);
    return chance === undefined ? [] : [{ key, chance }];
  });
  for (const { key, chance } of chances)
    await transition(db, "asked-again")
      .set({ wake_at: chance, settled_at: null, detail: "refused before: tried again" })
      .where("key", "=", key)
      .execute();
  return chances.length > 0;
}

/** SubscriptionStore.probe. */
export async function probe(db: Kysely<Tables>, id: string, now: Instant, at: Instant | undefined): Promise<void> {
  const subscription = await read(db, id);
  if (subscription === undefined) return;
  if (at !== undefined && (await reopenToday(db, subscription, now, at))) return;
  const { zone, postAt } = subscription;
  const today = dateOf(wallAt(now, zone));
  const due = dueOn(nextFree(today, await takenSince(db, id, today)), postAt, id);
  await db
    .updateTable("subscription")
    .set({ next_due: due })
    .where("id", "=", id)
    .where("state", "=", "suspended")
    .where("next_due", ">", due)
    .execute();
}

/** SubscriptionStore.recover, within a transaction. One that could not be read or timed gets today's post still, inside its window: nobody has refused it. */
export async function recover(trx: Kysely<Tables>, { id, channelId }: Calendar, now: Instant): Promise<void> {
  const row = await trx
    .updateTable("subscription")
    .set((eb) => ({ refusals: eb.ref("refusals") }))
    .where("id", "=", id)
    .where("channel_id", "=", channelId)
    .where("state", "not in", ["paused", "ended"])
    .where("fault", "is not", null)
    .where(isPresent)
    .returning("fault")
    .executeTakeFirst();
  if (row === undefined) return;
  await reactivate(
    trx,
    id,
    now,
    UNFIT.some((fault) => fault === row.fault),
  );
  const subscription = await read(trx, id);
  if (subscription) await reopenToday(trx, subscription, now, now);
}

/** SubscriptionStore.resume, with what the admin's record says of it. */
export async function resume(db: Kysely<Tables>, id: string, by: By): Promise<boolean> {
  const { now } = by;
  return db.transaction().execute(async (trx) => {
    const row = await trx
      .updateTable("subscription")
      .set({ refusals: 0 })
      .where("id", "=", id)
      .where("state", "<>", "ended")
      .returningAll()
      .executeTakeFirst();
    if (row === undefined) return true;
    if (isUnbegun(row)) {
      const all = await trx.selectFrom("subscription").selectAll().where("guild_id", "=", row.guild_id).execute();
      if (begun(all).length >= MOST_CALENDARS) return false;
    }
    if (row.state !== "active" || row.fault !== null) {
      await record(trx, by, isUnbegun(row) ? "begun" : "resumed", row);
      const before = await read(trx, id);
      if (before) await forgetHeld(trx, before, now);
      await reactivate(trx, id, now);
    }
    const subscription = await read(trx, id);
    if (subscription) {
      await letGo(trx, subscription, now);
      await reopenToday(trx, subscription, now, now);
    }
    return true;
  });
}

/** Active again, from its next hour on. One that cannot be read stays as it is. */
async function reactivate(db: Kysely<Tables>, id: string, now: Instant, catchesUp = false): Promise<void> {
  const subscription = await read(db, id);
  if (subscription === undefined) return;
  const today = dateOf(wallAt(now, subscription.zone));
  const taken = await takenSince(db, id, today);
  const hour = dueOn(today, subscription.postAt, id);
  const isInTime = catchesUp && !taken.has(today) && isOwed(subscription, hour, now);
  const due = isInTime ? hour : firstDue(subscription, now, taken);
  await recordGap(db, subscription, firstOpen(due, now, subscription), now);
  await db
    .updateTable("subscription")
    .set({ state: "active", state_since: now, fault: null, refusals: 0, next_due: due })
    .where("id", "=", id)
    .execute();
}

/** A transaction's first statement is a write, so that another's waits here. */
async function lock(trx: Kysely<Tables>, id: string): Promise<void> {
  await trx
    .updateTable("subscription")
    .set((eb) => ({ refusals: eb.ref("refusals") }))
    .where("id", "=", id)
    .execute();
}

async function read(db: Kysely<Tables>, id: string): Promise<Subscription | undefined> {
  const row = await standing(db).where("id", "=", id).executeTakeFirst();
  return row && readable(row)[0];
}
