import type { Kysely } from "kysely";
import { claimsFor, dueOn, firstDue, isOwed, skipsFor, timeliness } from "../delivery/due.ts";
import type { Subscription } from "../delivery/subscription.ts";
import { addDays, dateOf, wallAt } from "../delivery/wall.ts";
import type { Instant } from "../ports.ts";
import { write } from "./claims.ts";
import { readable } from "./settings.ts";
import type { SubscriptionTable, Tables } from "./tables.ts";
import { takenSince } from "./taken.ts";
import { transition, undoSkipped } from "./transition.ts";
import { suspendUnreadable } from "./unreadable.ts";

const REMOVED = { state: "skipped", reason: "removed" } as const;

/** Nothing is posted to the server any more. What was due and not yet claimed is on record. */
export async function left(db: Kysely<Tables>, guildId: string, now: Instant): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const gone = await trx
      .updateTable("guild")
      .set({ left_at: now })
      .where("id", "=", guildId)
      .where("left_at", "is", null)
      .executeTakeFirst();
    if (gone.numUpdatedRows === 0n) return;
    for (const subscription of (await rowsOf(trx, guildId)).flatMap((row) => readable(row))) {
      const due = claimsFor(subscription, now, { seen: false, since: undefined });
      const skipped = due.map((claim) => (claim.state === "skipped" ? claim : { ...claim, ...REMOVED }));
      await write(trx, skipped, now, now);
    }
    await trx.updateTable("subscription").set({ next_due: null }).where("guild_id", "=", guildId).execute();
  });
}

/** The bot is in the server again: posts go on, and what was missed meanwhile is on record. False where it had not left. */
export async function joined(db: Kysely<Tables>, guildId: string, now: Instant): Promise<boolean> {
  return db.transaction().execute((trx) => bringBack(trx, guildId, now));
}

/** The same within a transaction. */
export async function bringBack(trx: Kysely<Tables>, guildId: string, now: Instant): Promise<boolean> {
  // a write comes first; and it alone decides which of two processes brings the server back
  const away = await trx
    .updateTable("guild")
    .set((eb) => ({ setup_locale: eb.ref("setup_locale") }))
    .where("id", "=", guildId)
    .where("left_at", "is not", null)
    .returning("left_at")
    .executeTakeFirst();
  if (away === undefined || away.left_at === null) return false;
  await trx.updateTable("guild").set({ left_at: null }).where("id", "=", guildId).execute();
  const rows = await rowsOf(trx, guildId);
  for (const row of rows)
    if (isStanding(row)) for (const subscription of readable(row)) await comeBack(trx, subscription, away.left_at, now);
  await suspendUnreadable(trx, rows.filter(isStanding), now);
  return true;
}

function isStanding({ state }: SubscriptionTable): boolean {
  return state !== "paused" && state !== "ended";
}

async function rowsOf(db: Kysely<Tables>, guildId: string): Promise<readonly SubscriptionTable[]> {
  return db.selectFrom("subscription").selectAll().where("guild_id", "=", guildId).execute();
}

/** What was still to be tried when the bot was removed, and is too late by now: that is why. Of one in doubt it is looked first whether it is out. */
async function giveUpTried(
  db: Kysely<Tables>,
  subscription: Subscription,
  leftAt: Instant,
  now: Instant,
): Promise<void> {
  const tried = await db
    .selectFrom("delivery")
    .select(["key", "due"])
    .where("subscription_id", "=", subscription.id)
    .where("state", "=", "failed")
    .where("uncertain_since", "is", null)
    .where("message_id", "is", null)
    .where("fault", "is", null)
    .where("paused_at", "is", null)
    .execute();
  const isMissed = (due: string, at: Instant) => timeliness(subscription, due, at) === "missed";
  for (const { key, due } of tried.filter((row) => !isMissed(row.due, leftAt) && isMissed(row.due, now)))
    await transition(db, "away-too-long")
      .set({
        wake_at: null,
        settled_at: now,
        reason: dateOf(due) < dateOf(wallAt(now, subscription.zone)) ? "removed" : "away-too-late",
      })
      .where("key", "=", key)
      .execute();
}

/** As it was: one whose channel refuses still does, until its next post shows otherwise. */
async function comeBack(db: Kysely<Tables>, subscription: Subscription, leftAt: Instant, now: Instant): Promise<void> {
  const { id, zone, postAt } = subscription;
  const [wallLeft, wall] = [wallAt(leftAt, zone), wallAt(now, zone)];
  const [today, hour] = [dateOf(wall), dueOn(dateOf(wall), postAt, id)];
  await giveUpTried(db, subscription, leftAt, now);
  const firstMissed = dueOn(dateOf(wallLeft), postAt, id) > wallLeft ? dateOf(wallLeft) : addDays(dateOf(wallLeft), 1);
  await write(db, skipsFor(subscription, firstMissed, today, { reason: "away" }), now, now);
  await db
    .updateTable("subscription")
    .set({ next_due: firstDue(subscription, now, await takenSince(db, id, today)) })
    .where("id", "=", id)
    .execute();
  const wasDue = await undoSkipped(db)
    .where("subscription_id", "=", id)
    .where("local_date", "=", today)
    .where("settled_at", "=", leftAt)
    .executeTakeFirst();
  const missedMeanwhile = firstMissed <= today && hour <= wall && !(await takenSince(db, id, today)).has(today);
  if (wasDue.numDeletedRows === 0n && !missedMeanwhile) return;
  if (isOwed(subscription, hour, now))
    await db.updateTable("subscription").set({ next_due: hour }).where("id", "=", id).execute();
  else await write(db, skipsFor(subscription, today, addDays(today, 1), { reason: "away-too-late" }), now, now);
}
