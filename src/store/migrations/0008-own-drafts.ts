import type { Kysely } from "kysely";
import type { Dialect } from "../dialect.ts";
import type { Tables } from "../tables.ts";

/** What an admin may import of a file, until they say so or a day has passed: one file an admin and server. */
export async function up(db: Kysely<Tables>, { bigint, tableEnd }: Dialect): Promise<void> {
  await db.schema
    .createTable("own_draft")
    .addColumn("guild_id", "text", (column) => column.notNull().references("guild.id").onDelete("cascade"))
    .addColumn("user_id", "text", (column) => column.notNull())
    .addColumn("id", "text", (column) => column.notNull())
    .addColumn("at", bigint, (column) => column.notNull())
    .addColumn("events", "text", (column) => column.notNull())
    .addPrimaryKeyConstraint("own_draft_key", ["guild_id", "user_id"])
    .modifyEnd(tableEnd)
    .execute();
}
