import { randomBytes } from "node:crypto";
import type { Kysely } from "kysely";
import { dueOn, firstDue, nextFree } from "../delivery/due.ts";
import type { Fault, Subscription, SubscriptionSettings } from "../delivery/subscription.ts";
import { dateOf, wallAt } from "../delivery/wall.ts";
import type { Log } from "../log.ts";
import type { Instant, SubscriptionStore } from "../ports.ts";
import type { Database } from "./database.ts";
import { columnsOf, subscriptionOf } from "./settings.ts";
import type { SubscriptionTable, Tables } from "./tables.ts";

/** Crockford's base 32: no i, l, o, u, so that an id can be read out and typed. 40 bits. */
const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";

function newId(): string {
  return [...randomBytes(8)].map((byte) => ALPHABET[byte % 32]).join("");
}

export function createSubscriptions(database: Database, log: Pick<Log, "error">): SubscriptionStore {
  const find = (id: string) =>
    database.run(async (db) => {
      const row = await db.selectFrom("subscription").selectAll().where("id", "=", id).executeTakeFirst();
      return row && subscriptionOf(row);
    });

  return {
    find,
    subscribe: (settings, now) => database.run((db) => subscribe(db, settings, now)),
    findAll: (ids) =>
      database.run(async (db) => {
        if (ids.length === 0) return [];
        const rows = await db.selectFrom("subscription").selectAll().where("id", "in", ids).execute();
        return rows.flatMap((row) => readable(row, log));
      }),
    ofGuild: (guildId) =>
      database.run(async (db) => {
        const rows = await db
          .selectFrom("subscription")
          .selectAll()
          .where("guild_id", "=", guildId)
          .orderBy("id")
          .execute();
        return rows.map(subscriptionOf);
      }),
    pause: (id, now) => set(database, id, { state: "paused", state_since: now, fault: null, next_due: null }),
    resume: (id, now) => database.run((db) => reactivate(db, id, now)),
    amend: (id, changes) =>
      database.run(async (db) => {
        const row = await db.selectFrom("subscription").selectAll().where("id", "=", id).executeTakeFirst();
        if (row === undefined) return;
        const { channel_kind, settings } = columnsOf({ ...subscriptionOf(row), ...changes });
        await db.updateTable("subscription").set({ channel_kind, settings }).where("id", "=", id).execute();
      }),
    suspend: (id, fault, now, nextDue) => database.run((db) => suspend(db, id, fault, now, nextDue)),
    probe: (id, now) => database.run((db) => probe(db, id, now)),
    recover: (id, now) => database.run((db) => recover(db, id, now)),
    remove: (id) => database.run((db) => remove(db, id)),
  };
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

function set(database: Database, id: string, values: Partial<SubscriptionTable>): Promise<void> {
  return database.run(async (db) => {
    await db.updateTable("subscription").set(values).where("id", "=", id).execute();
  });
}

/**
 * One standing order a channel, whoever asks at the same time. The server's row is written first, and so locked: of two callers the
 * second finds what the first has made.
 */
async function subscribe(
  db: Kysely<Tables>,
  settings: SubscriptionSettings,
  now: Instant,
): Promise<{ subscription: Subscription; isNew: boolean }> {
  const { guildId, channelId } = settings;
  return db.transaction().execute(async (trx) => {
    await trx
      .insertInto("guild")
      .values({ id: guildId, left_at: null, setup_channel_id: null, setup_locale: null })
      .onConflict((conflict) => conflict.column("id").doUpdateSet({ id: guildId }))
      .execute();
    const existing = await trx
      .selectFrom("subscription")
      .selectAll()
      .where("guild_id", "=", guildId)
      .where("channel_id", "=", channelId)
      .executeTakeFirst();
    const subscription = existing ? await change(trx, existing, settings, now) : await create(trx, settings, now);
    return { subscription, isNew: existing === undefined };
  });
}

async function create(trx: Kysely<Tables>, settings: SubscriptionSettings, now: Instant): Promise<Subscription> {
  const id = newId();
  const row: SubscriptionTable = {
    id,
    ...columnsOf(settings),
    state: "active",
    state_since: now,
    fault: null,
    refusals: 0,
    next_due: firstDue({ id, ...settings }, now),
  };
  await trx.insertInto("subscription").values(row).execute();
  return subscriptionOf(row);
}

/** A post still to come today stays for today, even where its new hour has passed: then it goes out at once. */
async function change(
  trx: Kysely<Tables>,
  existing: SubscriptionTable,
  settings: SubscriptionSettings,
  now: Instant,
): Promise<Subscription> {
  const { id, next_due: due } = existing;
  const today = dateOf(wallAt(now, settings.zone));
  const taken = await takenSince(trx, id, today);
  const pending = due !== null && dateOf(due) <= today && !taken.has(today);
  const row = {
    ...existing,
    ...columnsOf(settings),
    state: "active",
    state_since: now,
    fault: null,
    refusals: 0,
    next_due: pending ? dueOn(today, settings.postAt, id) : firstDue({ id, ...settings }, now, taken),
  } satisfies SubscriptionTable;
  await trx.updateTable("subscription").set(row).where("id", "=", id).execute();
  return subscriptionOf(row);
}

async function remove(db: Kysely<Tables>, id: string): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const gone = await trx.deleteFrom("subscription").where("id", "=", id).returning("guild_id").executeTakeFirst();
    if (gone === undefined) return;
    const left = trx.selectFrom("subscription").select("id").where("guild_id", "=", gone.guild_id);
    await trx
      .deleteFrom("guild")
      .where("id", "=", gone.guild_id)
      .where((eb) => eb.not(eb.exists(left)))
      .execute();
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
      .where("state", "<>", "paused")
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
  const row = await db.selectFrom("subscription").selectAll().where("id", "=", id).executeTakeFirst();
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

/** The local dates from that one on whose daily post has a row already. */
export async function takenSince(db: Kysely<Tables>, id: string, date: string): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom("delivery")
    .select("local_date")
    .where("subscription_id", "=", id)
    .where("local_date", ">=", date)
    .where("slot", "=", "daily")
    .execute();
  return new Set(rows.map((row) => row.local_date));
}
