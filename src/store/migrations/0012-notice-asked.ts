import type { Kysely } from "kysely";
import type { Dialect } from "../dialect.ts";
import type { Tables } from "../tables.ts";

/** Since when a message that tells it may be out: only so long as Discord knows its nonce is it sent again. */
export async function up(db: Kysely<Tables>, { bigint }: Dialect): Promise<void> {
  await db.schema.alterTable("notice").addColumn("asked_at", bigint).execute();
}
