import type { Kysely } from "kysely";
import type { Dialect } from "../dialect.ts";
import type { Tables } from "../tables.ts";

export async function up(db: Kysely<Tables>, { bigint, tableEnd }: Dialect): Promise<void> {
  await db.schema
    .createTable("guild")
    .addColumn("id", "text", (column) => column.primaryKey().notNull())
    .addColumn("left_at", bigint)
    .addColumn("setup_channel_id", "text")
    .addColumn("setup_locale", "text")
    .modifyEnd(tableEnd)
    .execute();
  await createSubscription(db, { bigint, tableEnd });
  await createDelivery(db, { bigint, tableEnd });
  await db.schema
    .createTable("notice")
    .addColumn("guild_id", "text", (column) => column.notNull().references("guild.id").onDelete("cascade"))
    .addColumn("subscription_id", "text", (column) =>
      column.notNull().references("subscription.id").onDelete("cascade"),
    )
    .addColumn("channel_id", "text", (column) => column.notNull())
    .addColumn("fault", "text", (column) => column.notNull())
    .addColumn("at", bigint, (column) => column.notNull())
    .addColumn("tried", "integer", (column) => column.notNull())
    .addPrimaryKeyConstraint("notice_key", ["subscription_id", "fault"])
    .modifyEnd(tableEnd)
    .execute();
  await db.schema.createIndex("notice_of_guild").on("notice").column("guild_id").execute();
  await db.schema.createIndex("notice_untold").on("notice").columns(["tried", "at"]).execute();
}

type Shape = Pick<Dialect, "bigint" | "tableEnd">;

async function createSubscription(db: Kysely<Tables>, { bigint, tableEnd }: Shape): Promise<void> {
  await db.schema
    .createTable("subscription")
    .addColumn("id", "text", (column) => column.primaryKey().notNull())
    .addColumn("guild_id", "text", (column) => column.notNull().references("guild.id").onDelete("cascade"))
    .addColumn("channel_id", "text", (column) => column.notNull())
    .addColumn("channel_kind", "text", (column) => column.notNull())
    .addColumn("post_at", "text", (column) => column.notNull())
    .addColumn("zone", "text", (column) => column.notNull())
    .addColumn("locale", "text", (column) => column.notNull())
    .addColumn("settings", "text", (column) => column.notNull())
    .addColumn("state", "text", (column) => column.notNull())
    .addColumn("state_since", bigint, (column) => column.notNull())
    .addColumn("fault", "text")
    .addColumn("refusals", "integer", (column) => column.notNull())
    .addColumn("next_due", "text")
    .modifyEnd(tableEnd)
    .execute();
  await db.schema.createIndex("subscription_of_guild").on("subscription").column("guild_id").execute();
  await db.schema
    .createIndex("subscription_due")
    .on("subscription")
    .columns(["zone", "next_due"])
    .where("next_due", "is not", null)
    .execute();
}

async function createDelivery(db: Kysely<Tables>, { bigint, tableEnd }: Shape): Promise<void> {
  await db.schema
    .createTable("delivery")
    .addColumn("key", "text", (column) => column.primaryKey().notNull())
    .addColumn("subscription_id", "text", (column) =>
      column.notNull().references("subscription.id").onDelete("cascade"),
    )
    .addColumn("slot", "text", (column) => column.notNull())
    .addColumn("local_date", "text", (column) => column.notNull())
    .addColumn("state", "text", (column) => column.notNull())
    .addColumn("attempts", "integer", (column) => column.notNull())
    .addColumn("claimed_at", bigint, (column) => column.notNull())
    .addColumn("uncertain_since", bigint)
    .addColumn("wake_at", bigint)
    .addColumn("message_id", "text")
    .addColumn("fault", "text")
    .addColumn("detail", "text")
    .addColumn("settled_at", bigint)
    .addUniqueConstraint("delivery_once", ["subscription_id", "local_date", "slot"])
    .modifyEnd(tableEnd)
    .execute();
  await db.schema
    .createIndex("delivery_wake")
    .on("delivery")
    .column("wake_at")
    .where("wake_at", "is not", null)
    .execute();
  await db.schema.createIndex("delivery_date").on("delivery").column("local_date").execute();
}
