import type { Kysely } from "kysely";
import type { Instant } from "../ports.ts";
import type { Tables } from "./tables.ts";

/**
 * A clock that was ahead for a while made the round record days as skipped at instants that are still to come. Those
 * rows go, and their subscriptions are due on the first of the dates again.
 */
export async function unskip(db: Kysely<Tables>, now: Instant): Promise<number> {
  return db.transaction().execute(async (trx) => {
    const gone = await trx
      .deleteFrom("delivery")
      .where("state", "=", "skipped")
      .where("settled_at", ">", now)
      .returning(["subscription_id", "local_date"])
      .execute();
    const earliest = new Map<string, string>();
    for (const { subscription_id: id, local_date: date } of gone)
      if (date < (earliest.get(id) ?? "9999")) earliest.set(id, date);
    for (const [id, date] of earliest)
      await trx
        .updateTable("subscription")
        .set((eb) => ({
          next_due: eb.fn<string>("concat", [eb.val(`${date}T`), eb.fn("substr", ["next_due", eb.val(12)])]),
        }))
        .where("id", "=", id)
        .where("next_due", "is not", null)
        .execute();
    return gone.length;
  });
}
