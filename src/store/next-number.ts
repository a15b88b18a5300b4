import type { Kysely } from "kysely";
import type { Tables } from "./tables.ts";

/** The number of a server's next change, within the transaction that puts it on record. */
export async function nextNumber(trx: Kysely<Tables>, guildId: string): Promise<number> {
  const { last } = await trx
    .selectFrom("audit")
    .select((eb) => eb.fn.max<number | null>("number").as("last"))
    .where("guild_id", "=", guildId)
    .executeTakeFirstOrThrow();
  return (last ?? 0) + 1;
}
