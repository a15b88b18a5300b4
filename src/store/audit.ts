import { z } from "zod";
import { ACTS, type AuditStore } from "../delivery/audit.ts";
import { SETTINGS } from "../delivery/settings-text.ts";
import type { Database } from "./database.ts";

const changes = z.array(z.object({ setting: z.enum(SETTINGS), from: z.string(), to: z.string() }));
const act = z.enum(ACTS);

export function createAudit(database: Database): AuditStore {
  return {
    record: ({ guildId, subscriptionId, channelId, at, userId, ...entry }) =>
      database.run(async (db) => {
        // a server that all has just been deleted of gets no new row by the way
        await db
          .insertInto("audit")
          .columns(["guild_id", "subscription_id", "channel_id", "at", "user_id", "act", "changes"])
          .expression((eb) =>
            eb
              .selectFrom("guild")
              .select([
                "id",
                eb.val(subscriptionId).as("subscription_id"),
                eb.val(channelId).as("channel_id"),
                eb.val(at).as("at"),
                eb.val(userId).as("user_id"),
                eb.val(entry.act).as("act"),
                eb.val(JSON.stringify(entry.changes)).as("changes"),
              ])
              .where("id", "=", guildId),
          )
          .execute();
      }),
    ofGuild: (guildId, limit) =>
      database.run(async (db) => {
        const rows = await db
          .selectFrom("audit")
          .selectAll()
          .where("guild_id", "=", guildId)
          .orderBy("at", "desc")
          .limit(limit)
          .execute();
        return rows.map((row) => ({
          guildId: row.guild_id,
          subscriptionId: row.subscription_id,
          channelId: row.channel_id,
          at: row.at,
          userId: row.user_id,
          act: act.parse(row.act),
          changes: changes.parse(JSON.parse(row.changes)),
        }));
      }),
    prune: (before) =>
      database.run(async (db) => {
        const { numDeletedRows } = await db.deleteFrom("audit").where("at", "<", before).executeTakeFirst();
        return Number(numDeletedRows);
      }),
  };
}
