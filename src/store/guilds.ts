import type { Kysely } from "kysely";
import type { GuildStore, Instant } from "../ports.ts";
import type { Database } from "./database.ts";
import { createNotices } from "./notices.ts";
import { reactivate } from "./subscriptions.ts";
import type { Tables } from "./tables.ts";

export function createGuilds(database: Database): GuildStore {
  return {
    ...createNotices(database),
    joined: (guildId, now) => database.run((db) => joined(db, guildId, now)),
    left: (guildId, now) => database.run((db) => left(db, guildId, now)),
    all: () =>
      database.run(async (db) => {
        const rows = await db.selectFrom("guild").select(["id", "left_at"]).execute();
        return rows.map((row) => ({ guildId: row.id, left: row.left_at !== null }));
      }),
    purge: (leftBefore) =>
      database.run(async (db) => {
        const result = await db.deleteFrom("guild").where("left_at", "<", leftBefore).executeTakeFirst();
        return Number(result.numDeletedRows);
      }),
    forget: (guildId) =>
      database.run(async (db) => {
        await db.deleteFrom("guild").where("id", "=", guildId).execute();
      }),
    setupUsedIn: (guildId, channelId, locale) =>
      database.run(async (db) => {
        const setup = { setup_channel_id: channelId, setup_locale: locale };
        await db
          .insertInto("guild")
          .values({ id: guildId, left_at: null, ...setup })
          .onConflict((conflict) => conflict.column("id").doUpdateSet(setup))
          .execute();
      }),
    setupChannel: (guildId) =>
      database.run(async (db) => {
        const row = await db.selectFrom("guild").selectAll().where("id", "=", guildId).executeTakeFirst();
        return row?.setup_channel_id && row.setup_locale
          ? { channelId: row.setup_channel_id, locale: row.setup_locale }
          : undefined;
      }),
  };
}

async function joined(db: Kysely<Tables>, guildId: string, now: Instant): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const back = await trx
      .updateTable("guild")
      .set({ left_at: null })
      .where("id", "=", guildId)
      .where("left_at", "is not", null)
      .executeTakeFirst();
    if (back.numUpdatedRows === 0n) return false;
    const waiting = await trx
      .selectFrom("subscription")
      .select("id")
      .where("guild_id", "=", guildId)
      .where("state", "<>", "paused")
      .execute();
    for (const { id } of waiting) await reactivate(trx, id, now);
    return true;
  });
}

async function left(db: Kysely<Tables>, guildId: string, now: Instant): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await trx
      .updateTable("guild")
      .set({ left_at: now })
      .where("id", "=", guildId)
      .where("left_at", "is", null)
      .execute();
    await trx.updateTable("subscription").set({ next_due: null }).where("guild_id", "=", guildId).execute();
  });
}
