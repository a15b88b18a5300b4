import type { Kysely } from "kysely";
import { z } from "zod";
import { ACTS, type AuditEntry, type AuditStore } from "../delivery/audit.ts";
import { SETTINGS } from "../delivery/settings-text.ts";
import type { Snowflake } from "../ports.ts";
import type { Database } from "./database.ts";
import type { SubscriptionTable, Tables } from "./tables.ts";

const changes = z.array(z.object({ setting: z.enum(SETTINGS), from: z.string(), to: z.string() }));
const knownAct = z.enum(ACTS);

/** Who asked for a change and when: nobody is on record for what the bot does by itself. */
export interface By {
  readonly userId: Snowflake | undefined;
  readonly now: number;
}

/**
 * Puts on record who did it, within the transaction that does it: there is never the one without the other. Which entry that is; 0 for
 * none.
 */
export async function record(
  trx: Kysely<Tables>,
  { userId, now }: By,
  act: AuditEntry["act"],
  { id, guild_id, channel_id }: Pick<SubscriptionTable, "id" | "guild_id" | "channel_id">,
  changed: AuditEntry["changes"] = [],
): Promise<AuditEntry["number"]> {
  if (userId === undefined) return 0;
  const number = await nextNumber(trx, guild_id);
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
      number,
    })
    .execute();
  return number;
}

/** The number of a server's next change, within the transaction that puts it on record. */
export async function nextNumber(trx: Kysely<Tables>, guildId: string): Promise<number> {
  const { last } = await trx
    .selectFrom("audit")
    .select((eb) => eb.fn.max<number | null>("number").as("last"))
    .where("guild_id", "=", guildId)
    .executeTakeFirstOrThrow();
  return (last ?? 0) + 1;
}

/** A server's record of these acts, newest first. */
export function entries(db: Kysely<Tables>, guildId: string, acts: readonly string[]) {
  return db
    .selectFrom("audit")
    .selectAll()
    .where("guild_id", "=", guildId)
    .where("act", "in", acts)
    .orderBy("number", "desc")
    .orderBy("at", "desc");
}

export function createAudit(database: Database): AuditStore {
  return {
    ofGuild: (guildId, limit) =>
      database.run(async (db) => {
        const rows = await entries(db, guildId, ACTS).limit(limit).execute();
        return rows.map((row) => ({
          number: row.number,
          guildId: row.guild_id,
          subscriptionId: row.subscription_id,
          channelId: row.channel_id,
          at: row.at,
          userId: row.user_id,
          act: knownAct.parse(row.act),
          changes: changes.parse(JSON.parse(row.changes)),
        }));
      }),
    prune: (before) =>
      database.run(async (db) => {
        const { numDeletedRows } = await db.deleteFrom("audit").where("at", "<", before).executeTakeFirst();
        return Number(numDeletedRows);
      }),
  };
}
