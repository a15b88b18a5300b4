import type { Kysely } from "kysely";
import { dueOn, nextFree } from "../delivery/due.ts";
import type { Zone } from "../delivery/subscription.ts";
import { addDays, dateOf, UTC, wallAt } from "../delivery/wall.ts";
import type { Instant } from "../ports.ts";
import { isKnownZone, readable } from "./settings.ts";
import type { Tables } from "./tables.ts";
import { takenSince } from "./taken.ts";
import { undoSkipped } from "./transition.ts";
import { zonesInUse } from "./zones.ts";

/** A suspended subscription is probed at least this often, in days. */
const PROBED_WITHIN = 7;

/**
 * Undoes what a clock that was ahead left behind: days recorded as skipped at instants still to come are open again,
 * rows taken up at such instants do not wait for them, and whoever's next post lies further ahead than a clock
 * that shows now would have put it is due on the first date since today that has no row. What admins are to be told since such an instant they
 * are to be told since now.
 */
export async function rewind(db: Kysely<Tables>, now: Instant, leaseUntil: Instant): Promise<number> {
  return db.transaction().execute(async (trx) => {
    const gone = await undoSkipped(trx)
      .where("settled_at", ">", now)
      .returning(["subscription_id", "local_date"])
      .execute();
    const earliest = new Map<string, string>();
    for (const { subscription_id: id, local_date: date } of gone)
      if (date < (earliest.get(id) ?? "9999")) earliest.set(id, date);
    for (const [id, date] of earliest) await dueAgain(trx, id, date);
    await trx
      .updateTable("delivery")
      .set({ wake_at: leaseUntil })
      .where("wake_at", ">", leaseUntil)
      .where("claimed_at", ">", now)
      .where("local_date", "<=", addDays(dateOf(wallAt(now, UTC)), 1))
      .execute();
    await trx.updateTable("notice").set({ at: now }).where("at", ">", now).execute();
    for (const zone of (await zonesInUse(trx)).filter(isKnownZone)) await pullBack(trx, zone, now);
    return gone.length;
  });
}

async function dueAgain(db: Kysely<Tables>, id: string, date: string): Promise<void> {
  await db
    .updateTable("subscription")
    .set((eb) => ({
      next_due: eb.fn<string>("concat", [eb.val(`${date}T`), eb.fn("substr", ["next_due", eb.val(12)])]),
    }))
    .where("id", "=", id)
    .where("next_due", "is not", null)
    .execute();
}

async function pullBack(db: Kysely<Tables>, zone: Zone, now: Instant): Promise<void> {
  const today = dateOf(wallAt(now, zone));
  const tooFar = (days: number) => `${addDays(today, days + 1)}T00:00:00`;
  const rows = await db
    .selectFrom("subscription")
    .selectAll()
    .where("zone", "=", zone)
    .where("next_due", ">=", tooFar(1))
    .where((eb) => eb.or([eb("state", "=", "active"), eb("next_due", ">=", tooFar(PROBED_WITHIN))]))
    .execute();
  for (const { id, postAt } of rows.flatMap((row) => readable(row))) {
    const due = dueOn(nextFree(today, await takenSince(db, id, today)), postAt, id);
    await db.updateTable("subscription").set({ next_due: due }).where("id", "=", id).execute();
  }
}
