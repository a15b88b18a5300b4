import type { GuildStore, Notice } from "../ports.ts";
import type { Database } from "./database.ts";
import type { NoticeTable } from "./tables.ts";

type Notices = Pick<GuildStore, "notices" | "notify" | "withdraw" | "untold" | "tried">;

export function createNotices(database: Database): Notices {
  return {
    notices: (guildId) =>
      database.run(async (db) => {
        const rows = await db.selectFrom("notice").selectAll().where("guild_id", "=", guildId).orderBy("at").execute();
        return rows.map(noticeOf);
      }),
    notify: ({ guildId, subscriptionId, channelId, fault, at }) =>
      database.run(async (db) => {
        await db
          .insertInto("notice")
          .values({ guild_id: guildId, subscription_id: subscriptionId, channel_id: channelId, fault, at, tried: 0 })
          .onConflict((conflict) => conflict.columns(["subscription_id", "fault"]).doUpdateSet({ at }))
          .execute();
      }),
    withdraw: (id, fault) =>
      database.run(async (db) => {
        await db.deleteFrom("notice").where("subscription_id", "=", id).where("fault", "=", fault).execute();
      }),
    untold: (before, limit) =>
      database.run(async (db) => {
        const rows = await db
          .selectFrom("notice")
          .selectAll()
          .where("tried", "=", 0)
          .where("at", "<=", before)
          .orderBy("at")
          .limit(limit)
          .execute();
        return rows.map(noticeOf);
      }),
    tried: (id, fault) =>
      database.run(async (db) => {
        await db
          .updateTable("notice")
          .set({ tried: 1 })
          .where("subscription_id", "=", id)
          .where("fault", "=", fault)
          .execute();
      }),
  };
}

function noticeOf(row: NoticeTable): Notice {
  return {
    guildId: row.guild_id,
    subscriptionId: row.subscription_id,
    channelId: row.channel_id,
    fault: row.fault,
    at: row.at,
  };
}
