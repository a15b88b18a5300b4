import type { Kysely } from "kysely";
import type { OwnEvent, OwnEventContent } from "../almanac/own-event.ts";
import {
  type Added,
  type By,
  OWN_ACTS,
  type OwnEventChanged,
  type OwnEventRemoved,
  type OwnEventStore,
  ownChanges,
  type Same,
} from "../delivery/own-events.ts";
import { entries } from "./audit.ts";
import type { Database } from "./database.ts";
import { addMissing, allOf, holdGuild, sameAmong } from "./own-add.ts";
import { eventOf, ownEntryOf, record, rowOf } from "./own-rows.ts";
import { undoImport } from "./own-undo.ts";
import type { Tables } from "./tables.ts";

export function createOwnEvents(database: Database): OwnEventStore {
  return {
    ofGuild: (guildId) => database.run(async (db) => (await inOrder(db, guildId).execute()).map(eventOf)),
    onDays: (guildId, days) =>
      database.run(async (db) => {
        if (days.length === 0) return [];
        const rows = await inOrder(db, guildId)
          .where((eb) => eb.or(days.map(({ month, day }) => eb.and({ month, day }))))
          .execute();
        return rows.map(eventOf);
      }),
    find: (guildId, id) => database.run((db) => find(db, guildId, id)),
    add: (guildId, events, by) => database.run((db) => add(db, guildId, events, by)),
    restore: (guildId, event, by) => database.run((db) => restore(db, guildId, event, by)),
    change: (guildId, id, made, by) => database.run((db) => change(db, guildId, id, made, by)),
    remove: (guildId, id, by) => database.run((db) => remove(db, guildId, id, by)),
    undoImport: (guildId, entry, by) => database.run((db) => undoImport(db, guildId, entry, by)),
    history: (guildId, limit, id) =>
      database.run(async (db) => {
        const rows = await entries(db, guildId)
          .where("act", "in", OWN_ACTS)
          .$if(id !== undefined, (query) => query.where("subscription_id", "=", id ?? ""))
          .limit(limit)
          .execute();
        return rows.map(ownEntryOf);
      }),
  };
}

async function add(
  db: Kysely<Tables>,
  guildId: string,
  events: readonly (OwnEventContent & { readonly id?: string })[],
  by: By,
): Promise<Added> {
  return db.transaction().execute(async (trx) => {
    await holdGuild(trx, guildId);
    return addMissing(trx, guildId, events, by);
  });
}

async function restore(
  db: Kysely<Tables>,
  guildId: string,
  event: OwnEventContent & { readonly id: string },
  by: By,
): Promise<Added | undefined> {
  return db.transaction().execute(async (trx) => {
    await holdGuild(trx, guildId);
    const there = await trx.selectFrom("own_event").select("id").where("id", "=", event.id).executeTakeFirst();
    return there === undefined ? addMissing(trx, guildId, [event], by) : undefined;
  });
}

async function change(
  db: Kysely<Tables>,
  guildId: string,
  id: string,
  made: (present: OwnEvent) => OwnEventContent | undefined,
  by: By,
): Promise<OwnEventChanged | Same | undefined> {
  return db.transaction().execute(async (trx) => {
    // a write comes first in a transaction that reads before it writes
    await trx.updateTable("guild").set({ id: guildId }).where("id", "=", guildId).execute();
    const before = await find(trx, guildId, id);
    const content = before && made(before);
    if (before === undefined || content === undefined) return undefined;
    const row = rowOf(guildId, id, content);
    const after = eventOf(row);
    const changes = ownChanges(before, after);
    if (changes.length === 0) return { ok: true, before, after, entry: undefined };
    const others = (await allOf(trx, guildId)).filter((event) => event.id !== id);
    const same = sameAmong(others, [after]);
    if (same !== undefined) return { ok: false, same };
    await trx.updateTable("own_event").set(row).where("guild_id", "=", guildId).where("id", "=", id).execute();
    const entry = await record(trx, guildId, by, "event-changed", id, changes);
    return { ok: true, before, after, entry };
  });
}

async function remove(db: Kysely<Tables>, guildId: string, id: string, by: By): Promise<OwnEventRemoved | undefined> {
  return db.transaction().execute(async (trx) => {
    const row = await trx
      .deleteFrom("own_event")
      .where("guild_id", "=", guildId)
      .where("id", "=", id)
      .returningAll()
      .executeTakeFirst();
    if (row === undefined) return undefined;
    const gone = eventOf(row);
    const entry = await record(trx, guildId, by, "event-removed", id, ownChanges(gone, undefined));
    return { gone, entry };
  });
}

function inOrder(db: Kysely<Tables>, guildId: string) {
  return db
    .selectFrom("own_event")
    .selectAll()
    .where("guild_id", "=", guildId)
    .orderBy("month")
    .orderBy("day")
    .orderBy("year")
    .orderBy("id");
}

async function find(db: Kysely<Tables>, guildId: string, id: string): Promise<OwnEvent | undefined> {
  const row = await db
    .selectFrom("own_event")
    .selectAll()
    .where("guild_id", "=", guildId)
    .where("id", "=", id)
    .executeTakeFirst();
  return row && eventOf(row);
}
