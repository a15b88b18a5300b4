import type { Kysely } from "kysely";
import { z } from "zod";
import { type OwnEventContent, ownFromTexts, ownKey, ownTexts } from "../almanac/own-event.ts";
import type { DraftAdded, OwnDraftStore } from "../delivery/own-drafts.ts";
import type { By } from "../delivery/own-events.ts";
import type { Instant } from "../ports.ts";
import type { Database } from "./database.ts";
import { newId } from "./ids.ts";
import { addAll, allOf, holdGuild } from "./own-add.ts";
import type { Tables } from "./tables.ts";

export function createOwnDrafts(database: Database): OwnDraftStore {
  return {
    keep: (guildId, events, by) => database.run((db) => keep(db, guildId, events, by)),
    add: (guildId, id, by) => database.run((db) => add(db, guildId, id, by)),
    drop: (guildId, id) =>
      database.run(async (db) => {
        const ours = db.deleteFrom("own_draft").where("guild_id", "=", guildId).where("id", "=", id);
        return (await ours.executeTakeFirst()).numDeletedRows > 0n;
      }),
    prune: (before) => database.run((db) => prune(db, before)),
  };
}

async function keep(
  db: Kysely<Tables>,
  guildId: string,
  events: readonly OwnEventContent[],
  { userId, at }: By,
): Promise<string> {
  return db.transaction().execute(async (trx) => {
    await holdGuild(trx, guildId);
    const draft = { id: newId(), at, events: JSON.stringify(events.map(ownTexts)) };
    await trx
      .insertInto("own_draft")
      .values({ guild_id: guildId, user_id: userId, ...draft })
      .onConflict((conflict) => conflict.columns(["guild_id", "user_id"]).doUpdateSet(draft))
      .execute();
    return draft.id;
  });
}

async function add(db: Kysely<Tables>, guildId: string, id: string, by: By): Promise<DraftAdded | undefined> {
  return db.transaction().execute(async (trx) => {
    // a write comes first: of two who press at once the second finds no draft any more
    await trx.updateTable("guild").set({ id: guildId }).where("id", "=", guildId).execute();
    const ours = trx.selectFrom("own_draft").selectAll().where("guild_id", "=", guildId).where("id", "=", id);
    const draft = await ours.executeTakeFirst();
    if (draft === undefined) return undefined;
    const events = Events.parse(JSON.parse(draft.events));
    const there = new Set((await allOf(trx, guildId)).map(ownKey));
    const fresh = events.filter((event) => !there.has(ownKey(event)));
    const added = await addAll(trx, guildId, fresh, by);
    if (added.ok) await trx.deleteFrom("own_draft").where("guild_id", "=", guildId).where("id", "=", id).execute();
    return { ...added, count: fresh.length };
  });
}

async function prune(db: Kysely<Tables>, before: Instant): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const gone = await trx.deleteFrom("own_draft").where("at", "<", before).returning("guild_id").execute();
    const tables = ["subscription", "own_event", "own_draft", "audit"] as const;
    for (const guildId of new Set(gone.map((row) => row.guild_id)))
      await tables
        .reduce(
          (query, table) => query.where("id", "not in", trx.selectFrom(table).select("guild_id")),
          trx.deleteFrom("guild").where("id", "=", guildId).where("left_at", "is", null),
        )
        .execute();
  });
}

/** As the record of changes writes them. */
const Events = z.array(
  z
    .object({ date: z.string(), text: z.string(), countries: z.string(), kind: z.string(), link: z.string() })
    .transform((texts, context): OwnEventContent => {
      const event = ownFromTexts(texts);
      if (event !== undefined) return event;
      context.addIssue(`${texts.date} is no date`);
      return z.NEVER;
    }),
);
