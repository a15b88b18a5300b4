import type { Kysely } from "kysely";
import type { Tables } from "../tables.ts";

/** How often a subscription's settings were changed: a panel or a command that saw fewer changes must look again. */
export async function up(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .alterTable("subscription")
    .addColumn("revision", "integer", (column) => column.notNull().defaultTo(0))
    .execute();
}
