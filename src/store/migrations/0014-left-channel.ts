import type { Kysely } from "kysely";
import type { Tables } from "../tables.ts";

/** The channel that a calendar left while a post was under way there: where it is to be looked for. */
export async function up(db: Kysely<Tables>): Promise<void> {
  await db.schema.alterTable("delivery").addColumn("left_channel", "text").execute();
}
