import type { Kysely } from "kysely";
import { EVERY_DAY } from "../delivery/ledger.ts";
import type { Tables } from "./tables.ts";

/** The local dates from that one on whose post has a row already. */
export async function takenSince(db: Kysely<Tables>, id: string, date: string): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom("delivery")
    .select("local_date")
    .where("subscription_id", "=", id)
    .where("local_date", ">=", date)
    .where("slot", "in", EVERY_DAY)
    .execute();
  return new Set(rows.map((row) => row.local_date));
}
