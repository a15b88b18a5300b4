import type { Kysely } from "kysely";
import type { Tables } from "./tables.ts";

/** Every row that is about a server, by table, as it is stored: what /data export gives away and /data delete deletes. */
export async function everythingOf(
  db: Kysely<Tables>,
  guildId: string,
): Promise<Readonly<Record<string, readonly object[]>>> {
  const ofGuild = (table: "audit" | "notice" | "own_draft" | "own_event" | "subscription") =>
    db.selectFrom(table).selectAll().where("guild_id", "=", guildId).execute();
  const own = db.selectFrom("subscription").select("id").where("guild_id", "=", guildId);
  return {
    guild: await db.selectFrom("guild").selectAll().where("id", "=", guildId).execute(),
    subscription: await ofGuild("subscription"),
    delivery: await db
      .selectFrom("delivery")
      .selectAll()
      .where("subscription_id", "in", own)
      .orderBy("local_date")
      .execute(),
    notice: await ofGuild("notice"),
    audit: await ofGuild("audit"),
    own_event: await ofGuild("own_event"),
    own_draft: await ofGuild("own_draft"),
  };
}
