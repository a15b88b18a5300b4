import type { Kysely } from "kysely";
import { OWN_LIMITS, type OwnEvent, type OwnEventContent } from "../almanac/own-event.ts";
import type { Added, OwnEventStore } from "../delivery/own-events.ts";
import type { Database } from "./database.ts";
import { newId } from "./ids.ts";
import type { OwnEventTable, Tables } from "./tables.ts";

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
    find: (guildId, id) =>
      database.run(async (db) => {
        const row = await one(db, guildId, id).executeTakeFirst();
        return row && eventOf(row);
      }),
    add: (guildId, events) => database.run((db) => add(db, guildId, events)),
    change: (guildId, id, made) =>
      database.run((db) =>
        db.transaction().execute(async (trx) => {
          await lock(trx, guildId);
          const row = await one(trx, guildId, id).executeTakeFirst();
          const before = row && eventOf(row);
          const content = before && made(before);
          if (before === undefined || content === undefined) return undefined;
          const changed = rowOf(guildId, id, content);
          await trx
            .updateTable("own_event")
            .set(changed)
            .where("guild_id", "=", guildId)
            .where("id", "=", id)
            .execute();
          return { before, after: eventOf(changed) };
        }),
      ),
    remove: (guildId, id) =>
      database.run(async (db) => {
        const row = await db
          .deleteFrom("own_event")
          .where("guild_id", "=", guildId)
          .where("id", "=", id)
          .returningAll()
          .executeTakeFirst();
        return row && eventOf(row);
      }),
  };
}

/** The server's row is written first, and so locked: of two callers the second counts what the first has added. */
async function add(
  db: Kysely<Tables>,
  guildId: string,
  events: readonly (OwnEventContent & { readonly id?: string })[],
): Promise<Added> {
  return db.transaction().execute(async (trx) => {
    await trx
      .insertInto("guild")
      .values({ id: guildId, left_at: null, setup_channel_id: null, setup_locale: null, person: 0 })
      .onConflict((conflict) => conflict.column("id").doUpdateSet({ id: guildId }))
      .execute();
    const { count } = await trx
      .selectFrom("own_event")
      .select((eb) => eb.fn.countAll().as("count"))
      .where("guild_id", "=", guildId)
      .executeTakeFirstOrThrow();
    const present = Number(count);
    if (present + events.length > OWN_LIMITS.events) return { ok: false, present };
    const rows = events.map(({ id = newId(), ...content }) => rowOf(guildId, id, content));
    if (rows.length > 0) await trx.insertInto("own_event").values(rows).execute();
    return { ok: true, events: rows.map(eventOf) };
  });
}

/** A write comes first in a transaction that reads before it writes. */
async function lock(trx: Kysely<Tables>, guildId: string): Promise<void> {
  await trx.updateTable("guild").set({ id: guildId }).where("id", "=", guildId).execute();
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

function one(db: Kysely<Tables>, guildId: string, id: string) {
  return db.selectFrom("own_event").selectAll().where("guild_id", "=", guildId).where("id", "=", id);
}

function eventOf({ id, year, month, day, text, kind, parties, link }: OwnEventTable): OwnEvent {
  return {
    id,
    date: year === null ? { precision: "every-year", month, day } : { precision: "day", year, month, day },
    text,
    kind: kind ?? undefined,
    parties: parties === "" ? [] : parties.split(" "),
    link: link ?? undefined,
  };
}

function rowOf(guildId: string, id: string, { date, text, kind, parties, link }: OwnEventContent): OwnEventTable {
  return {
    guild_id: guildId,
    id,
    year: date.precision === "day" ? date.year : null,
    month: date.month,
    day: date.day,
    text,
    kind: kind ?? null,
    parties: parties.join(" "),
    link: link ?? null,
  };
}
