import type { Kysely } from "kysely";
import { changesBetween } from "../delivery/settings-text.ts";
import { UNFIT } from "../delivery/subscription.ts";
import type { Instant, SubscriptionStore } from "../ports.ts";
import { type By, record, recordLoss } from "./audit.ts";
import type { Database } from "./database.ts";
import { opened } from "./opened.ts";
import { pause } from "./pause.ts";
import { columnsOf, faultIn, isKnownZone, readable, subscriptionOf } from "./settings.ts";
import { probe, recover, refused, resume, standing, suspend } from "./standing.ts";
import { revise, setUp, subscribe } from "./subscribe.ts";
import type { Tables } from "./tables.ts";
import { purgeUnbegun } from "./unbegun.ts";
import { zonesInUse } from "./zones.ts";

export function createSubscriptions(database: Database): SubscriptionStore {
  const find = (id: string) =>
    database.run(async (db) => {
      const row = await standing(db).where("id", "=", id).executeTakeFirst();
      return row && subscriptionOf(row);
    });

  return {
    find,
    subscribe: (settings, now, userId) => database.run((db) => subscribe(db, settings, { now, userId })),
    setUp: (request, now, userId) => database.run((db) => setUp(db, request, { now, userId })),
    revise: (id, revision, settings, now, userId) =>
      database.run((db) => revise(db, id, revision, settings, { now, userId })),
    findAll: (ids) =>
      database.run(async (db) => {
        if (ids.length === 0) return [];
        const rows = await standing(db).where("id", "in", ids).execute();
        return rows.flatMap((row) => readable(row));
      }),
    ofGuild: (guildId) =>
      database.run(async (db) => {
        const rows = await standing(db).where("guild_id", "=", guildId).orderBy("id").execute();
        return rows.map(subscriptionOf);
      }),
    withGroups: (after, limit) =>
      database.run(async (db) => {
        const rows = await standing(db)
          .where("state", "=", "active")
          .where("settings", "like", '%"presets":[{%')
          .where("id", ">", after)
          .orderBy("id")
          .limit(limit)
          .execute();
        return rows.map(subscriptionOf);
      }),
    inUnknownZones: () =>
      database.run(async (db) => {
        const zones = (await zonesInUse(db)).filter((zone) => !isKnownZone(zone));
        if (zones.length === 0) return [];
        const rows = await standing(db).where("zone", "in", zones).where("next_due", "is not", null).execute();
        return rows.map(subscriptionOf);
      }),
    fitAgain: () =>
      database.run(async (db) => {
        const rows = await standing(db).where("state", "=", "suspended").where("fault", "in", UNFIT).execute();
        return rows.flatMap((row) => readable(row));
      }),
    pause: (id, now, userId) => database.run((db) => pause(db, id, { now, userId })),
    resume: (id, now, userId) => database.run((db) => resume(db, id, { now, userId })),
    amend: (id, changes, now, channelId) => database.run((db) => amend(db, id, changes, now, channelId)),
    suspend: (id, fault, now, nextDue, channelId) =>
      database.run((db) => suspend(db, id, fault, now, nextDue, channelId)),
    refused: (id, fault, now, channelId) => database.run((db) => refused(db, id, fault, now, channelId)),
    probe: (id, now, at) => database.run((db) => probe(db, id, now, at)),
    recover: (of, now) => database.run((db) => db.transaction().execute((trx) => recover(trx, of, now))),
    opened: (of, now, refusedBefore) => database.run((db) => opened(db, of, now, refusedBefore)),
    end: (id, now, userId) => database.run((db) => end(db, id, { now, userId })),
    purge: (endedBefore, lookedAtBefore) => database.run((db) => purge(db, endedBefore, lookedAtBefore)),
  };
}

async function amend(
  db: Kysely<Tables>,
  id: string,
  changes: Parameters<SubscriptionStore["amend"]>[1],
  now: Instant,
  channelId: string | undefined,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    // a write comes first: who changes it at the same time waits, and then finds what this has made
    const row = await trx
      .updateTable("subscription")
      .set((eb) => ({ revision: eb("revision", "+", 1) }))
      .where("id", "=", id)
      .$if(channelId !== undefined, (query) => query.where("channel_id", "=", channelId ?? ""))
      .returningAll()
      .executeTakeFirst();
    if (row === undefined) return;
    if (faultIn(row) === "settings-unreadable") return; // what cannot be read is not written over
    const before = subscriptionOf(row);
    const after = { ...before, ...changes };
    const { channel_kind, settings } = columnsOf(after);
    await trx.updateTable("subscription").set({ channel_kind, settings }).where("id", "=", id).execute();
    const lost = changesBetween(before, after).filter(({ setting }) => setting === "mention");
    if (lost.length > 0) await recordLoss(trx, now, "role-gone", row, lost);
  });
}

/** No more posts. What is known of those sent stays for now, so that none comes twice where the channel is set up again. */
async function end(db: Kysely<Tables>, id: string, by: By): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const ended = await trx
      .updateTable("subscription")
      .set({ state: "ended", state_since: by.now, fault: null, refusals: 0, next_due: null })
      .where("id", "=", id)
      .where("state", "<>", "ended")
      .returningAll()
      .executeTakeFirst();
    await trx.deleteFrom("notice").where("subscription_id", "=", id).execute();
    if (ended) await record(trx, by, "removed", ended);
  });
}

async function purge(db: Kysely<Tables>, endedBefore: Instant, lookedAtBefore: Instant): Promise<number> {
  return db.transaction().execute(async (trx) => {
    const ended = await trx
      .deleteFrom("subscription")
      .where("state", "=", "ended")
      .where("state_since", "<", endedBefore)
      .returning("guild_id")
      .execute();
    const gone = [...ended.map((row) => row.guild_id), ...(await purgeUnbegun(trx, lookedAtBefore))];
    const left = trx.selectFrom("subscription").select("guild_id");
    const withOwn = trx.selectFrom("own_event").select("guild_id");
    for (const guildId of new Set(gone))
      await trx
        .deleteFrom("guild")
        .where("id", "=", guildId)
        .where("id", "not in", left)
        .where("id", "not in", withOwn)
        .execute();
    return gone.length;
  });
}
