import type { ExpressionBuilder, Kysely } from "kysely";
import { type Fault, UNFIT } from "../delivery/subscription.ts";
import type { GuildStore, Notice } from "../ports.ts";
import type { Database } from "./database.ts";
import type { NoticeTable, Tables } from "./tables.ts";

type Notices = Pick<GuildStore, "notices" | "notify" | "told" | "withdraw" | "untold" | "untoldOf" | "asked" | "tried">;

export const UNTOLD = 0;
const TRIED = 1;
const TOLD = 2;

export function createNotices(database: Database): Notices {
  return {
    notices: (guildId) =>
      database.run(async (db) => {
        const rows = await db
          .selectFrom("notice")
          .selectAll()
          .where("guild_id", "=", guildId)
          .where("tried", "<", TOLD)
          .orderBy("at")
          .execute();
        return rows.map(noticeOf);
      }),
    notify: ({ guildId, subscriptionId, channelId, fault, at }) =>
      database.run(async (db) => {
        await db
          .insertInto("notice")
          .columns(["guild_id", "subscription_id", "channel_id", "fault", "at", "tried"])
          .expression(
            db
              .selectFrom("subscription")
              .select((eb) => [
                eb.val(guildId).as("guild_id"),
                "id",
                "channel_id",
                eb.val(fault).as("fault"),
                eb.val(at).as("at"),
                eb.val(UNTOLD).as("tried"),
              ])
              .where("id", "=", subscriptionId)
              .where("channel_id", "=", channelId),
          )
          .onConflict((conflict) => conflict.columns(["subscription_id", "fault"]).doNothing())
          .execute();
      }),
    told: (id, fault) => database.run((db) => mark(db, id, fault, TOLD)),
    withdraw: ({ id, channelId }, faults, before) =>
      database.run(async (db) => {
        await db
          .deleteFrom("notice")
          .where("subscription_id", "=", id)
          .where("channel_id", "=", channelId)
          .where("fault", "in", faults)
          .$if(before !== undefined, (query) => query.where("at", "<", before ?? 0))
          .execute();
      }),
    untold: (before, limit, after) => database.run((db) => untold(db, before, limit, after)),
    untoldOf: (guildId, fault, before) => database.run((db) => untoldOf(db, guildId, fault, before)),
    asked: (id, fault, since) =>
      database.run(async (db) => {
        const asked = { asked_at: since ?? null };
        await ofFault(db, id, fault).set(asked).execute();
      }),
    tried: (id, fault) => database.run((db) => mark(db, id, fault, TRIED)),
  };
}

async function untoldOf(db: Kysely<Tables>, guildId: string, fault: Fault, before: number): Promise<readonly Notice[]> {
  const rows = await db
    .selectFrom("notice")
    .selectAll()
    .where("guild_id", "=", guildId)
    .where("fault", "=", fault)
    .where("tried", "=", UNTOLD)
    .where("at", "<=", before)
    .orderBy("at")
    .orderBy("subscription_id")
    .execute();
  return rows.map(noticeOf);
}

async function untold(
  db: Kysely<Tables>,
  before: number,
  limit: number,
  after: Notice | undefined,
): Promise<readonly Notice[]> {
  const rows = await db
    .selectFrom("notice")
    .selectAll()
    .where("tried", "=", UNTOLD)
    .where("at", "<=", before)
    .where((row) => (after === undefined ? row.lit(true) : isAfter(row, after)))
    .where((row) => row.exists(present(row)))
    .orderBy("at")
    .orderBy("subscription_id")
    .orderBy("fault")
    .limit(limit)
    .execute();
  return rows.map(noticeOf);
}

/** Its server, where that has the bot: looked up by its id, for to list all servers is to read them all. */
function present(row: ExpressionBuilder<Tables, "notice">) {
  return row
    .selectFrom("guild")
    .select("guild.id")
    .whereRef("guild.id", "=", "notice.guild_id")
    .where("guild.left_at", "is", null);
}

function isAfter(row: ExpressionBuilder<Tables, "notice">, { at, subscriptionId, fault }: Notice) {
  return row(row.refTuple("at", "subscription_id", "fault"), ">", row.tuple(at, subscriptionId, fault));
}

async function mark(db: Kysely<Tables>, id: string, fault: Fault, tried: number): Promise<void> {
  await ofFault(db, id, fault).set({ tried }).execute();
}

function ofFault(db: Kysely<Tables>, id: string, fault: Fault) {
  return db.updateTable("notice").where("subscription_id", "=", id).where("fault", "=", fault);
}

/** Of one whose settings were chosen anew: they can be read, and what was told of how things were is told again should it be so still. */
export async function forgetTold(db: Kysely<Tables>, id: string): Promise<void> {
  await db
    .deleteFrom("notice")
    .where("subscription_id", "=", id)
    .where((notice) => notice.or([notice("tried", "=", TOLD), notice("fault", "in", UNFIT)]))
    .execute();
}

function noticeOf(row: NoticeTable): Notice {
  return {
    guildId: row.guild_id,
    subscriptionId: row.subscription_id,
    channelId: row.channel_id,
    fault: row.fault,
    at: row.at,
    askedSince: row.asked_at ?? undefined,
  };
}
