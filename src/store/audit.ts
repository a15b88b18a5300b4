import type { Kysely } from "kysely";
import { z } from "zod";
import { ACTS, type AuditEntry, type AuditStore, type EntryId, type LOSSES } from "../delivery/audit.ts";
import { OWN_ACTS } from "../delivery/own-events.ts";
import { SETTINGS } from "../delivery/settings-text.ts";
import type { Snowflake } from "../ports.ts";
import type { Database } from "./database.ts";
import { nextEntry } from "./next-entry.ts";
import { ownEntryOf } from "./own-rows.ts";
import type { AuditTable, SubscriptionTable, Tables } from "./tables.ts";

const changes = z.array(z.object({ setting: z.enum(SETTINGS), from: z.string(), to: z.string() }));
const knownAct = z.enum(ACTS);

/** Who asked for a change and when: what the bot does by itself is not on record but for losses, which are nobody's. */
export interface By {
  readonly userId: Snowflake | undefined;
  readonly now: number;
}

/**
 * Puts on record who did it, within the transaction that does it: there is never the one without the other. Which entry that is; undefined
 * for none.
 */
export async function record(
  trx: Kysely<Tables>,
  { userId, now }: By,
  act: AuditEntry["act"],
  { id, guild_id, channel_id }: Pick<SubscriptionTable, "id" | "guild_id" | "channel_id">,
  changed: AuditEntry["changes"] = [],
): Promise<EntryId | undefined> {
  if (userId === undefined) return undefined;
  const entry = await nextEntry(trx, guild_id);
  await trx
    .insertInto("audit")
    .values({
      guild_id,
      subscription_id: id,
      channel_id,
      at: now,
      user_id: userId,
      act,
      changes: JSON.stringify(changed),
      ...entry,
    })
    .execute();
  return entry.id;
}

/** Puts on record what was lost: that is nobody's act. */
export function recordLoss(
  trx: Kysely<Tables>,
  now: number,
  loss: (typeof LOSSES)[number],
  row: Parameters<typeof record>[3],
  changed: AuditEntry["changes"] = [],
): Promise<EntryId | undefined> {
  return record(trx, { userId: NOBODY, now }, loss, row, changed);
}

const NOBODY = "";

/** A server's record, newest first. */
export function entries(db: Kysely<Tables>, guildId: string) {
  return db
    .selectFrom("audit")
    .selectAll()
    .where("guild_id", "=", guildId)
    .orderBy("number", "desc")
    .orderBy("at", "desc");
}

export function createAudit(database: Database): AuditStore {
  return {
    ofGuild: (guildId, limit, id) =>
      database.run(async (db) => {
        const rows = await entries(db, guildId)
          .where("act", "in", ACTS)
          .$if(id !== undefined, (query) => query.where("subscription_id", "=", id ?? ""))
          .limit(limit)
          .execute();
        return rows.map(entryOf);
      }),
    page: ({ guildId, id, channelId }, offset, limit) =>
      database.run(async (db) => {
        const rows = entries(db, guildId).where((eb) =>
          eb.or([eb("act", "in", OWN_ACTS), eb("channel_id", "=", channelId), eb("subscription_id", "=", id)]),
        );
        const { total } = await rows
          .clearSelect()
          .clearOrderBy()
          .select((eb) => eb.fn.countAll().as("total"))
          .executeTakeFirstOrThrow();
        const items = await rows.limit(limit).offset(offset).execute();
        return { items: items.map((row) => (isOwn(row.act) ? ownEntryOf(row) : entryOf(row))), total: Number(total) };
      }),
    prune: (before) =>
      database.run(async (db) => {
        const { numDeletedRows } = await db.deleteFrom("audit").where("at", "<", before).executeTakeFirst();
        return Number(numDeletedRows);
      }),
  };
}

function isOwn(act: string): boolean {
  return OWN_ACTS.some((each) => each === act);
}

function entryOf(row: AuditTable): AuditEntry {
  return {
    id: row.id,
    guildId: row.guild_id,
    subscriptionId: row.subscription_id,
    channelId: row.channel_id,
    at: row.at,
    userId: row.user_id,
    act: knownAct.parse(row.act),
    changes: changes.parse(JSON.parse(row.changes)),
  };
}
