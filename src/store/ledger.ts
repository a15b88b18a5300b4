import type { Kysely } from "kysely";
import type { Alert } from "../delivery/alerts.ts";
import { claimsFor } from "../delivery/due.ts";
import { type Delivery, EVERY_DAY, type Settlement, type Waiting } from "../delivery/ledger.ts";
import type { Instant, Ledger } from "../ports.ts";
import { write } from "./claims.ts";
import type { Database } from "./database.ts";
import { settleMoved, settleNotOut } from "./move.ts";
import { inDoubt, lookAgain, nextWake, open, reclaim, reopen } from "./reclaim.ts";
import { rewind } from "./rewind.ts";
import { deliveryOf } from "./rows.ts";
import { isKnownZone, readable } from "./settings.ts";
import type { Tables } from "./tables.ts";
import { transition } from "./transition.ts";
import { suspendUnreadable } from "./unreadable.ts";
import { zonesInUse } from "./zones.ts";

const UNREADABLE =
  "the settings of a calendar cannot be read, as after a step back from a newer version: it gets nothing, and its admins are told";

export function createLedger(database: Database, alert: Alert): Ledger {
  return {
    zones: async () => (await database.run(zonesInUse)).filter(isKnownZone),
    due: (zone, wall) =>
      database.run(async (db) => {
        const rows = await db
          .selectFrom("subscription")
          .select(["id", "next_due", "fault"])
          .where("zone", "=", zone)
          .where("next_due", "is not", null)
          .where("next_due", "<=", wall)
          .orderBy("next_due")
          .execute();
        return rows.flatMap(({ id, next_due, fault }) =>
          next_due === null ? [] : [{ id, nextDue: next_due, isRefused: fault !== null }],
        );
      }),
    waiting: (zone, wall) => database.run((db) => waiting(db, zone, wall)),
    claim: (turns, now, leaseUntil) => database.run((db) => claim(db, turns, now, leaseUntil, alert)),
    reclaim: (now, leaseUntil, limit, except) => database.run((db) => reclaim(db, now, leaseUntil, limit, except)),
    reopen: (id, dates, now, leaseUntil) => database.run((db) => reopen(db, id, dates, now, leaseUntil)),
    inDoubt: (ids, since) => database.run((db) => inDoubt(db, ids, since)),
    lookAgain: (id, since, at) => database.run((db) => lookAgain(db, id, since, at)),
    isCurrent: ({ key, attempts }, { id, revision }) =>
      database.run(async (db) => {
        const row = await db
          .selectFrom("delivery")
          .innerJoin("subscription", "subscription.id", "delivery.subscription_id")
          .select("delivery.key")
          .where("delivery.key", "=", key)
          .where("delivery.attempts", "=", attempts)
          .where("delivery.state", "=", "claimed")
          .where("subscription.id", "=", id)
          .where("subscription.revision", "=", revision)
          .where("subscription.state", "not in", ["paused", "ended"])
          .executeTakeFirst();
        return row !== undefined;
      }),
    settle: (delivery, settlement, now) => database.run((db) => settle(db, delivery, settlement, now)),
    history: (id, limit) =>
      database.run(async (db) => {
        const rows = await db
          .selectFrom("delivery")
          .selectAll()
          .where("subscription_id", "=", id)
          .orderBy("local_date", "desc")
          .orderBy("slot")
          .limit(limit)
          .execute();
        return rows.map(deliveryOf);
      }),
    open: () => database.run(open),
    nextWake: (except) => database.run((db) => nextWake(db, except)),
    rewind: (now, leaseUntil) => database.run((db) => rewind(db, now, leaseUntil)),
    prune: (before, kept) => database.run((db) => prune(db, before, kept)),
  };
}

/** Ledger.waiting. Few are overdue. */
async function waiting(db: Kysely<Tables>, zone: string, wall: string) {
  const { posts, since } = await db
    .selectFrom("subscription")
    .select((eb) => [eb.fn.countAll<number>().as("posts"), eb.fn.min("next_due").as("since")])
    .where("zone", "=", zone)
    .where("next_due", "is not", null)
    .where("next_due", "<=", wall)
    .where("fault", "is", null)
    .executeTakeFirstOrThrow();
  return since === null ? undefined : { posts, since };
}

/** A row is the only proof that its date is done. The newest stay, so that a clock months ahead for a moment deletes none that counts. */
async function prune(db: Kysely<Tables>, before: string, kept: number): Promise<number> {
  const result = await db
    .deleteFrom("delivery")
    .where("local_date", "<", before)
    .where("local_date", "<", (eb) =>
      eb
        .selectFrom("delivery as newer")
        .select("newer.local_date")
        .whereRef("newer.subscription_id", "=", "delivery.subscription_id")
        .where("newer.slot", "in", EVERY_DAY)
        .orderBy("newer.local_date", "desc")
        .limit(1)
        .offset(kept - 1),
    )
    .executeTakeFirst();
  return Number(result.numDeletedRows);
}

/**
 * The unique row decides who sends: what another process (or an earlier tick) has written is left out of the answer.
 * What is due is read in the same transaction, after a write that locks it: a subscription changed, paused or deleted until
 * just now gets what it is due since.
 */
async function claim(
  db: Kysely<Tables>,
  turns: readonly Waiting[],
  now: Instant,
  leaseUntil: Instant,
  alert: Alert,
): Promise<readonly Delivery[]> {
  if (turns.length === 0) return [];
  const waited = new Map(turns.map((turn) => [turn.id, turn]));
  return db.transaction().execute(async (trx) => {
    const due = await trx
      .updateTable("subscription")
      .set((eb) => ({ next_due: eb.ref("next_due") }))
      .where("id", "in", [...waited.keys()])
      .where("next_due", "is not", null)
      .returningAll()
      .execute();
    const [unreadable, ...more] = await suspendUnreadable(trx, due, now);
    if (unreadable !== undefined) alert(UNREADABLE, { subscription: unreadable, more: more.length });
    const claims = due
      .flatMap((row) => readable(row))
      .flatMap((subscription) => claimsFor(subscription, now, waited.get(subscription.id)));
    const rows = await write(trx, claims, now, leaseUntil);
    const next = new Map(claims.map((row) => [row.subscriptionId, row.nextDue]));
    for (const [id, nextDue] of next)
      await trx.updateTable("subscription").set({ next_due: nextDue }).where("id", "=", id).execute();
    return rows.filter((row) => row.state === "claimed").map(deliveryOf);
  });
}

async function settle(db: Kysely<Tables>, delivery: Delivery, settlement: Settlement, now: Instant): Promise<boolean> {
  const failed = settlement.state === "failed";
  if (failed && !Number.isFinite(settlement.wakeAt))
    throw new RangeError(`${delivery.key} cannot be tried again at ${settlement.wakeAt}: it would never be taken up`);
  if (failed && settlement.uncertainSince === undefined && delivery.leftChannel !== undefined)
    return settleNotOut(db, delivery, now);
  const result = await transition(db, settlement.state)
    .set({
      // a refusal does not undo what an earlier attempt may have done: kept for the day the row is opened again
      ...(failed && { uncertain_since: settlement.uncertainSince ?? null }),
      ...(settlement.state === "unknown" &&
        settlement.uncertainSince !== undefined && { uncertain_since: settlement.uncertainSince }),
      wake_at: failed ? settlement.wakeAt : null,
      // what is out stays known, whatever comes after
      ...("messageId" in settlement && settlement.messageId !== undefined && { message_id: settlement.messageId }),
      fault: "fault" in settlement ? (settlement.fault ?? null) : null,
      detail: "detail" in settlement ? (settlement.detail ?? null) : null,
      ...(settlement.state === "skipped" && { reason: settlement.reason }),
      settled_at: failed ? null : now,
    })
    .where("key", "=", delivery.key)
    .where("attempts", "=", delivery.attempts)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n || settleMoved(db, delivery, settlement, now);
}
