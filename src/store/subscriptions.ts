import type { Kysely } from "kysely";
import { dueOn, firstDue, nextFree } from "../delivery/due.ts";
import type { Fault, Subscription } from "../delivery/subscription.ts";
import { dateOf, wallAt } from "../delivery/wall.ts";
import type { Log } from "../log.ts";
import type { Instant, SubscriptionStore } from "../ports.ts";
import type { Database } from "./database.ts";
import { columnsOf, subscriptionOf } from "./settings.ts";
import { revise, subscribe } from "./subscribe.ts";
import type { SubscriptionTable, Tables } from "./tables.ts";
import { takenSince } from "./taken.ts";

export function createSubscriptions(database: Database, log: Pick<Log, "error">): SubscriptionStore {
  const find = (id: string) =>
    database.run(async (db) => {
      const row = await standing(db).where("id", "=", id).executeTakeFirst();
      return row && subscriptionOf(row);
    });

  return {
    find,
    subscribe: (settings, now) => database.run((db) => subscribe(db, settings, now)),
    prepare: (settings, now) => database.run(async (db) => (await subscribe(db, settings, now, "paused")).subscription),
    revise: (id, revision, settings, now) => database.run((db) => revise(db, id, revision, settings, now)),
    findAll: (ids) =>
      database.run(async (db) => {
        if (ids.length === 0) return [];
        const rows = await standing(db).where("id", "in", ids).execute();
        return rows.flatMap((row) => readable(row, log));
      }),
    ofGuild: (guildId) =>
      database.run(async (db) => {
        const rows = await standing(db).where("guild_id", "=", guildId).orderBy("id").execute();
        return rows.map(subscriptionOf);
      }),
    pause: (id, now) =>
      database.run(async (db) => {
        await db
          .updateTable("subscription")
          .set({ state: "paused", state_since: now, fault: null, next_due: null })
          .where("id", "=", id)
          .where("state", "<>", "ended")
          .execute();
      }),
    resume: (id, now) => database.run((db) => reactivate(db, id, now)),
    amend: (id, changes) =>
      database.run(async (db) => {
        const row = await db.selectFrom("subscription").selectAll().where("id", "=", id).executeTakeFirst();
        if (row === undefined) return;
        const { channel_kind, settings } = columnsOf({ ...subscriptionOf(row), ...changes });
        await db
          .updateTable("subscription")
          .set({ channel_kind, settings, revision: row.revision + 1 })
          .where("id", "=", id)
          .execute();
      }),
    suspend: (id, fault, now, nextDue) => database.run((db) => suspend(db, id, fault, now, nextDue)),
    probe: (id, now) => database.run((db) => probe(db, id, now)),
    recover: (id, now) => database.run((db) => recover(db, id, now)),
    end: (id, now) => database.run((db) => end(db, id, now)),
    purge: (endedBefore) => database.run((db) => purge(db, endedBefore)),
  };
}

/** Those that an admin has not ended. */
function standing(db: Kysely<Tables>) {
  return db.selectFrom("subscription").selectAll().where("state", "<>", "ended");
}

/** One row that this version cannot read (its zone left the zone database) is logged, and only it gets nothing. */
export function readable(row: SubscriptionTable, log: Pick<Log, "error">): readonly Subscription[] {
  try {
    return [subscriptionOf(row)];
  } catch (error) {
    log.error({ err: error, subscription: row.id }, "this subscription cannot be read: it gets nothing");
    return [];
  }
}

/** No more posts. What is known of those sent stays for now, so that none comes twice where the channel is set up again. */
async function end(db: Kysely<Tables>, id: string, now: Instant): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await trx
      .updateTable("subscription")
      .set({ state: "ended", state_since: now, fault: null, refusals: 0, next_due: null })
      .where("id", "=", id)
      .execute();
    await trx.deleteFrom("notice").where("subscription_id", "=", id).execute();
  });
}

async function purge(db: Kysely<Tables>, endedBefore: Instant): Promise<number> {
  return db.transaction().execute(async (trx) => {
    const gone = await trx
      .deleteFrom("subscription")
      .where("state", "=", "ended")
      .where("state_since", "<", endedBefore)
      .returning("guild_id")
      .execute();
    const left = trx.selectFrom("subscription").select("guild_id");
    for (const guildId of new Set(gone.map((row) => row.guild_id)))
      await trx.deleteFrom("guild").where("id", "=", guildId).where("id", "not in", left).execute();
    return gone.length;
  });
}

/** What of it was still to be tried again today is given up: a target that refused is not asked twice. */
async function suspend(db: Kysely<Tables>, id: string, fault: Fault, now: Instant, nextDue: string | undefined) {
  await db.transaction().execute(async (trx) => {
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
      .where("state", "not in", ["paused", "ended"])
      .executeTakeFirst();
    if (suspended.numUpdatedRows === 0n) return;
    await trx
      .updateTable("delivery")
      .set({ state: "rejected", fault, wake_at: null, settled_at: now })
      .where("subscription_id", "=", id)
      .where("state", "=", "failed")
      .where("uncertain_since", "is", null)
      .execute();
  });
}

async function probe(db: Kysely<Tables>, id: string, now: Instant): Promise<void> {
  const row = await db.selectFrom("subscription").selectAll().where("id", "=", id).executeTakeFirst();
  if (row === undefined) return;
  const { zone, postAt } = subscriptionOf(row);
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

async function recover(db: Kysely<Tables>, id: string, now: Instant): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const { numUpdatedRows } = await trx
      .updateTable("subscription")
      .set({ state: "active" })
      .where("id", "=", id)
      .where("state", "=", "suspended")
      .executeTakeFirst();
    if (numUpdatedRows > 0n) await reactivate(trx, id, now);
  });
}

/** Active again, from its next hour on. */
export async function reactivate(db: Kysely<Tables>, id: string, now: Instant): Promise<void> {
  const row = await standing(db).where("id", "=", id).executeTakeFirst();
  if (row === undefined) return;
  const subscription = subscriptionOf(row);
  const taken = await takenSince(db, id, dateOf(wallAt(now, subscription.zone)));
  await db
    .updateTable("subscription")
    .set({
      state: "active",
      state_since: now,
      fault: null,
      refusals: 0,
      next_due: firstDue(subscription, now, taken),
    })
    .where("id", "=", id)
    .execute();
}
