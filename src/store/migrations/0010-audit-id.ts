import { type Kysely, sql } from "kysely";
import type { Tables } from "../tables.ts";

/**
 * What a button that undoes a change names it by: a number comes again once those before it are deleted, an id does not. Those made
 * before keep their number for one, which no new id can be.
 */
export async function up(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .alterTable("audit")
    .addColumn("id", "text", (column) => column.notNull().defaultTo(""))
    .execute();
  await sql`update audit set id = cast(number as text)`.execute(db);
}
