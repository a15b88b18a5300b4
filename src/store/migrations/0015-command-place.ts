import type { Kysely } from "kysely";
import type { Tables } from "../tables.ts";

/** Where a command of the administration was used last, for telling admins what neither a channel nor the place of the last /setup can. */
export async function up(db: Kysely<Tables>): Promise<void> {
  await db.schema.alterTable("guild").addColumn("command_channel_id", "text").execute();
  await db.schema.alterTable("guild").addColumn("command_locale", "text").execute();
}
