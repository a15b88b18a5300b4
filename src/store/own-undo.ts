import type { Kysely } from "kysely";
import type { EntryId } from "../delivery/audit.ts";
import type { By, ImportUndone } from "../delivery/own-events.ts";
import { holdGuild } from "./own-add.ts";
import { ownEntryOf, record } from "./own-rows.ts";
import type { Tables } from "./tables.ts";

/** Deletes what an import brought and nobody has changed since, by the ids that its line in the record holds (OwnEventStore). */
export async function undoImport(
  db: Kysely<Tables>,
  guildId: string,
  entry: EntryId,
  by: By,
): Promise<ImportUndone | undefined> {
  return db.transaction().execute(async (trx) => {
    await holdGuild(trx, guildId);
    const row = await trx
      .selectFrom("audit")
      .selectAll()
      .where("guild_id", "=", guildId)
      .where("id", "=", entry)
      .where("act", "=", "events-imported")
      .executeTakeFirst();
    const brought = row && ownEntryOf(row).changes.find(({ field }) => field === "ids");
    if (row === undefined || brought === undefined) return undefined;
    const later = await trx
      .selectFrom("audit")
      .select("subscription_id as id")
      .where("guild_id", "=", guildId)
      .where("number", ">", row.number)
      .execute();
    const changed = new Set(later.map(({ id }) => id));
    const ours = trx.selectFrom("own_event").select("id").where("guild_id", "=", guildId);
    const there = (await ours.where("id", "in", brought.to.split(" ")).execute()).map(({ id }) => id);
    const untouched = there.filter((id) => !changed.has(id));
    if (untouched.length === 0) return undefined;
    await trx.deleteFrom("own_event").where("guild_id", "=", guildId).where("id", "in", untouched).execute();
    const count = { field: "count", from: String(untouched.length), to: "" } as const;
    await record(trx, guildId, by, "import-undone", "", [count]);
    return { removed: untouched.length, changed: there.length - untouched.length };
  });
}
