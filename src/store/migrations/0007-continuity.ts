import type { Kysely } from "kysely";
import type { Dialect } from "../dialect.ts";
import type { Tables } from "../tables.ts";

/**
 * Since when the record of a subscription's channel is kept here, and whether this database is the one that was used here last, by a
 * mark that changes each minute here and in a file beside it.
 */
export async function up(db: Kysely<Tables>, { bigint, tableEnd }: Dialect): Promise<void> {
  await db.schema
    .alterTable("subscription")
    .addColumn("recorded_since", bigint, (column) => column.notNull().defaultTo(0))
    .execute();
  await db.schema
    .createTable("continuity")
    .addColumn("id", "integer", (column) => column.primaryKey().notNull())
    .addColumn("mark", "text", (column) => column.notNull())
    .addColumn("restored_at", bigint)
    .modifyEnd(tableEnd)
    .execute();
}
