import type { Kysely } from "kysely";
import type { Dialect } from "../dialect.ts";
import type { Tables } from "../tables.ts";

/** The servers' own dates: those of a day are found by the day of the year. */
export async function up(db: Kysely<Tables>, { tableEnd }: Dialect): Promise<void> {
  await db.schema
    .createTable("own_event")
    .addColumn("guild_id", "text", (column) => column.notNull().references("guild.id").onDelete("cascade"))
    .addColumn("id", "text", (column) => column.notNull())
    .addColumn("year", "integer")
    .addColumn("month", "integer", (column) => column.notNull())
    .addColumn("day", "integer", (column) => column.notNull())
    .addColumn("text", "text", (column) => column.notNull())
    .addColumn("kind", "text")
    .addColumn("parties", "text", (column) => column.notNull())
    .addColumn("link", "text")
    .addPrimaryKeyConstraint("own_event_key", ["guild_id", "id"])
    .modifyEnd(tableEnd)
    .execute();
  await db.schema.createIndex("own_event_of_day").on("own_event").columns(["guild_id", "month", "day"]).execute();
}
