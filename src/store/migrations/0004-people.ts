import type { Kysely } from "kysely";
import type { Tables } from "../tables.ts";

/** People have reminders as servers have posts: a row of theirs says that it is a person's. */
export async function up(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .alterTable("guild")
    .addColumn("person", "integer", (column) => column.notNull().defaultTo(0))
    .execute();
}
