import type { Kysely } from "kysely";
import type { Tables } from "./tables.ts";

/**
 * The zones in which anything is to be posted, also those that this Node.js does not know. It hops through the index from zone to zone (one look-up each) instead
 * of reading every subscription to find the few names among them.
 */
export async function zonesInUse(db: Kysely<Tables>): Promise<readonly string[]> {
  const rows = await db
    .withRecursive("hop(zone)", (query) =>
      query
        .selectFrom("subscription")
        .select((eb) => eb.fn.min<string | null>("zone").as("zone"))
        .where("next_due", "is not", null)
        .unionAll((eb) =>
          eb
            .selectFrom("hop")
            .select((inner) =>
              inner
                .selectFrom("subscription")
                .select((column) => column.fn.min<string | null>("subscription.zone").as("zone"))
                .where("next_due", "is not", null)
                .whereRef("subscription.zone", ">", "hop.zone")
                .as("zone"),
            )
            .where("hop.zone", "is not", null),
        ),
    )
    .selectFrom("hop")
    .select("zone")
    .where("zone", "is not", null)
    .execute();
  return rows.flatMap(({ zone }) => zone ?? []);
}
