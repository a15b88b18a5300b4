import type { AdminPlace, GuildStore } from "../ports.ts";
import { joined, left } from "./absence.ts";
import type { Database } from "./database.ts";
import { everythingOf } from "./everything.ts";
import { createNotices } from "./notices.ts";

export function createGuilds(database: Database): GuildStore {
  return {
    ...createNotices(database),
    joined: (guildId, now) => database.run((db) => joined(db, guildId, now)),
    left: (guildId, now) => database.run((db) => left(db, guildId, now)),
    all: () =>
      database.run(async (db) => {
        const rows = await db.selectFrom("guild").select(["id", "left_at"]).where("person", "=", 0).execute();
        return rows.map((row) => ({ guildId: row.id, left: row.left_at !== null }));
      }),
    purge: (leftBefore) =>
      database.run(async (db) => {
        const result = await db.deleteFrom("guild").where("left_at", "<", leftBefore).executeTakeFirst();
        return Number(result.numDeletedRows);
      }),
    everything: (guildId) => database.run((db) => everythingOf(db, guildId)),
    forget: (guildId) =>
      database.run(async (db) => {
        await db.deleteFrom("guild").where("id", "=", guildId).execute();
        database.dialect.wipe();
      }),
    setupUsedIn: (guildId, channelId, locale) =>
      database.run(async (db) => {
        const setup = { setup_channel_id: channelId, setup_locale: locale };
        await db
          .insertInto("guild")
          .values({ id: guildId, left_at: null, person: 0, ...setup })
          .onConflict((conflict) => conflict.column("id").doUpdateSet(setup))
          .execute();
      }),
    commandUsedIn: (guildId, channelId, locale) =>
      database.run(async (db) => {
        const own = db.selectFrom("subscription").select("channel_id").where("guild_id", "=", guildId);
        await db
          .updateTable("guild")
          .set({ command_channel_id: channelId, command_locale: locale })
          .where("id", "=", guildId)
          .where((guild) => guild.not(guild(guild.val(channelId), "in", own)))
          .execute();
      }),
    adminPlaces: (guildId) =>
      database.run(async (db) => {
        const row = await db.selectFrom("guild").selectAll().where("id", "=", guildId).executeTakeFirst();
        const setup = placeOf(row?.setup_channel_id, row?.setup_locale);
        const command = placeOf(row?.command_channel_id, row?.command_locale);
        return [...setup, ...command.filter(({ channelId }) => channelId !== row?.setup_channel_id)];
      }),
  };
}

function placeOf(channelId: string | null | undefined, locale: string | null | undefined): readonly AdminPlace[] {
  return channelId && locale ? [{ channelId, locale }] : [];
}
