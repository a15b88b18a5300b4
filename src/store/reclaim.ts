import { type ExpressionBuilder, type Kysely, type QueryCreator, sql } from "kysely";
import { type Delivery, LOOKED_FOR_AGAIN, OUTAGE } from "../delivery/ledger.ts";
import type { Open } from "../delivery/store.ts";
import { UNFIT } from "../delivery/subscription.ts";
import type { Instant } from "../ports.ts";
import { deliveryOf } from "./rows.ts";
import type { Tables } from "./tables.ts";
import { transition } from "./transition.ts";

/** A new claim on an old row. What an abandoned claim may have sent is uncertain from the moment it was made. */
function claimAgain(eb: ExpressionBuilder<Tables, "delivery">, now: Instant, leaseUntil: Instant) {
  return {
    attempts: eb("attempts", "+", 1),
    claimed_at: now,
    uncertain_since: sql<number | null>`case
      when uncertain_since is not null then uncertain_since
      when state = 'claimed' then claimed_at
    end`,
    wake_at: leaseUntil,
    settled_at: null,
  };
}

/** Rows that want taking up: not those of paused or ended subscriptions, of those that cannot be posted or of servers that the bot has left. */
function waiting(db: QueryCreator<Tables>, except: readonly string[] = []) {
  return db
    .selectFrom("delivery as waiting")
    .innerJoin("subscription", "subscription.id", "waiting.subscription_id")
    .innerJoin("guild", "guild.id", "subscription.guild_id")
    .where("waiting.wake_at", "is not", null)
    .where("subscription.state", "not in", ["paused", "ended"])
    .where((row) => row.or([row("subscription.fault", "is", null), row("subscription.fault", "not in", UNFIT)]))
    .where("guild.left_at", "is", null)
    .$if(except.length > 0, (query) => query.where("waiting.key", "not in", except));
}

/** Ledger.nextWake: of rows whose calendar goes on, in servers that have the bot. */
export async function nextWake(db: Kysely<Tables>, except: readonly string[]): Promise<Instant | undefined> {
  const rows = waiting(db, except).select("waiting.wake_at").orderBy("waiting.wake_at");
  return (await rows.limit(1).executeTakeFirst())?.wake_at ?? undefined;
}

/** Ledger.open. One that is only looked for once more was given up before. */
export async function open(db: Kysely<Tables>): Promise<readonly Open[]> {
  const minute = sql<string>`substr(waiting.due, 1, 16)`;
  const rows = await waiting(db)
    .select((eb) => [
      "subscription.zone",
      minute.as("due"),
      "waiting.detail",
      eb.fn.countAll<number>().as("posts"),
      eb.fn.count<number>("subscription.guild_id").distinct().as("servers"),
    ])
    .where("waiting.message_id", "is", null)
    .where((row) =>
      row.or([
        row("waiting.detail", "is", null),
        row.and([row("waiting.detail", "<>", OUTAGE), row("waiting.detail", "not like", `${LOOKED_FOR_AGAIN}%`)]),
      ]),
    )
    .groupBy(["subscription.zone", minute, "waiting.detail"])
    .execute();
  return rows.map(({ detail, ...row }) => ({ ...row, detail: detail ?? undefined }));
}

/** Ledger.reclaim, in one statement. */
export async function reclaim(
  db: Kysely<Tables>,
  now: Instant,
  leaseUntil: Instant,
  limit: number,
  except: readonly string[],
): Promise<readonly Delivery[]> {
  const rows = await transition(db, "taken-up")
    .set((eb) => claimAgain(eb, now, leaseUntil))
    .$if(except.length > 0, (query) => query.where("key", "not in", except))
    .where("wake_at", "<=", now) // asked again here: of two processes with the same list, one finds it changed
    .where(
      "key",
      "in",
      waiting(db, except)
        .select("waiting.key")
        .where("waiting.wake_at", "<=", now)
        .orderBy("waiting.wake_at")
        .limit(limit),
    )
    .returningAll()
    .execute();
  return rows.map(deliveryOf);
}

/** Ledger.inDoubt. */
export async function inDoubt(db: Kysely<Tables>, ids: readonly string[], since: Instant): Promise<readonly string[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom("delivery")
    .select("subscription_id")
    .distinct()
    .where("subscription_id", "in", ids)
    .where("state", "=", "unknown")
    .where("uncertain_since", ">=", since)
    .where("subscription_id", "in", active(db))
    .execute();
  return rows.map((row) => row.subscription_id);
}

/** Ledger.lookAgain. */
export async function lookAgain(db: Kysely<Tables>, id: string, since: Instant, at: Instant): Promise<void> {
  await transition(db, "looked-for-again")
    .set({ fault: null, detail: LOOKED_FOR_AGAIN, wake_at: at, settled_at: null })
    .where("subscription_id", "=", id)
    .where("uncertain_since", ">=", since)
    .where("subscription_id", "in", active(db))
    .execute();
}

function active(db: Kysely<Tables>) {
  return db.selectFrom("subscription").select("id").where("state", "=", "active");
}

/** Ledger.reopen, in one statement. */
export async function reopen(
  db: Kysely<Tables>,
  id: string,
  localDates: readonly string[],
  now: Instant,
  leaseUntil: Instant,
): Promise<readonly Delivery[]> {
  if (localDates.length === 0) return [];
  const rows = await transition(db, "taken-back")
    .set((eb) => claimAgain(eb, now, leaseUntil))
    .where("subscription_id", "=", id)
    .where("local_date", "in", localDates)
    .returningAll()
    .execute();
  return rows.map(deliveryOf);
}
