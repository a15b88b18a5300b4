import type { Kysely } from "kysely";
import type { Tables } from "../tables.ts";

/** The how manieth change of its server each was: two of one instant are told apart. Those made before have none, which is 0. */
export async function up(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .alterTable("audit")
    .addColumn("number", "integer", (column) => column.notNull().defaultTo(0))
    .execute();
}
