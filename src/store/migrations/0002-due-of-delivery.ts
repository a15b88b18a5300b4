import { type Kysely, sql } from "kysely";
import type { Tables } from "../tables.ts";

/** Since when a post is due, which was its subscription's hour until now, and whether its claim came after that minute. */
export async function up(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .alterTable("delivery")
    .addColumn("due", "text", (column) => column.notNull().defaultTo(""))
    .execute();
  await db.schema
    .alterTable("delivery")
    .addColumn("overdue", "integer", (column) => column.notNull().defaultTo(0))
    .execute();
  await sql`update delivery set due = concat(local_date, 'T',
    (select post_at from subscription where subscription.id = delivery.subscription_id), ':00')`.execute(db);
}
