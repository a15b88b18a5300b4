import type { Kysely } from "kysely";
import type { Tables } from "../tables.ts";

/** When an admin paused its calendar while the post was still to be sent: given up after that, it says so. */
export async function up(db: Kysely<Tables>): Promise<void> {
  await db.schema.alterTable("delivery").addColumn("paused_at", "integer").execute();
}
