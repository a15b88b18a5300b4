import type { Kysely } from "kysely";
import type { Dialect } from "../dialect.ts";
import type { Tables } from "../tables.ts";

/** What admins did. It outlives the subscription that it is about, not the server. */
export async function up(db: Kysely<Tables>, { bigint, tableEnd }: Dialect): Promise<void> {
  await db.schema
    .createTable("audit")
    .addColumn("guild_id", "text", (column) => column.notNull().references("guild.id").onDelete("cascade"))
    .addColumn("subscription_id", "text", (column) => column.notNull())
    .addColumn("channel_id", "text", (column) => column.notNull())
    .addColumn("at", bigint, (column) => column.notNull())
    .addColumn("user_id", "text", (column) => column.notNull())
    .addColumn("act", "text", (column) => column.notNull())
    .addColumn("changes", "text", (column) => column.notNull())
    .modifyEnd(tableEnd)
    .execute();
  await db.schema.createIndex("audit_of_guild").on("audit").columns(["guild_id", "at"]).execute();
  await db.schema.createIndex("audit_at").on("audit").column("at").execute();
}
