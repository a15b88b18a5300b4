import type { ReminderStore } from "../ports.ts";
import type { Database } from "./database.ts";
import { subscriptionOf } from "./settings.ts";
import { remind } from "./subscribe.ts";

export function createReminders(database: Database): ReminderStore {
  return {
    of: (userId) =>
      database.run(async (db) => {
        const row = await db
          .selectFrom("subscription")
          .innerJoin("guild", "guild.id", "subscription.guild_id")
          .selectAll("subscription")
          .select("guild.left_at")
          .where("guild.id", "=", userId)
          .where("guild.person", "=", 1)
          .executeTakeFirst();
        return row && { subscription: subscriptionOf(row), isClosed: row.left_at !== null };
      }),
    change: (userId, made, now) => database.run((db) => remind(db, userId, made, now)),
  };
}
