import type { Kysely } from "kysely";
import { newId } from "./ids.ts";
import type { AuditTable, Tables } from "./tables.ts";

/** Where a server's next change stands in its record, and its id, within the transaction that puts it on record. */
export async function nextEntry(trx: Kysely<Tables>, guildId: string): Promise<Pick<AuditTable, "number" | "id">> {
  const { last } = await trx
    .selectFrom("audit")
    .select((eb) => eb.fn.max<number | null>("number").as("last"))
    .where("guild_id", "=", guildId)
    .executeTakeFirstOrThrow();
  return { number: (last ?? 0) + 1, id: newId() };
}
