import type { Kysely } from "kysely";
import { OWN_LIMITS, type OwnEvent, type OwnEventContent, ownKey } from "../almanac/own-event.ts";
import { type Added, type AddedNew, type By, ownChanges } from "../delivery/own-events.ts";
import { newId } from "./ids.ts";
import { eventOf, record, rowOf } from "./own-rows.ts";
import type { Tables } from "./tables.ts";

/** Makes sure of the server's row. Written first in a transaction it locks: of two callers the second sees what the first has done. */
export async function holdGuild(trx: Kysely<Tables>, guildId: string): Promise<void> {
  await trx
    .insertInto("guild")
    .values({ id: guildId, left_at: null, setup_channel_id: null, setup_locale: null, person: 0 })
    .onConflict((conflict) => conflict.column("id").doUpdateSet({ id: guildId }))
    .execute();
}

/** All of a server, in no order. */
export async function allOf(trx: Kysely<Tables>, guildId: string): Promise<readonly OwnEvent[]> {
  return (await trx.selectFrom("own_event").selectAll().where("guild_id", "=", guildId).execute()).map(eventOf);
}

/** The first that says the same as one of those that are to come. */
export function sameAmong(there: readonly OwnEvent[], events: readonly OwnEventContent[]): OwnEvent | undefined {
  const keys = new Set(events.map(ownKey));
  return there.find((event) => keys.has(ownKey(event)));
}

/** Adds them all, with a line in the record, or none where they are too many. In a transaction that holds the server's row. */
export async function addAll(
  trx: Kysely<Tables>,
  guildId: string,
  events: readonly (OwnEventContent & { readonly id?: string })[],
  by: By,
): Promise<AddedNew> {
  const present = (await allOf(trx, guildId)).length;
  if (present + events.length > OWN_LIMITS.events) return { ok: false, present };
  const rows = events.map(({ id = newId(), ...content }) => rowOf(guildId, id, content));
  if (rows.length > 0) await trx.insertInto("own_event").values(rows).execute();
  const added = rows.map(eventOf);
  const [first, second] = added;
  if (first === undefined) return { ok: true, events: [], entry: undefined };
  const count = { field: "count", from: "", to: String(added.length) } as const;
  const ids = { field: "ids", from: "", to: added.map(({ id }) => id).join(" ") } as const;
  const entry =
    second === undefined
      ? await record(trx, guildId, by, "event-added", first.id, ownChanges(undefined, first))
      : await record(trx, guildId, by, "events-imported", "", [count, ids]);
  return { ok: true, events: added, entry };
}

/** As addAll, or none where one is there already. */
export async function addMissing(
  trx: Kysely<Tables>,
  guildId: string,
  events: readonly (OwnEventContent & { readonly id?: string })[],
  by: By,
): Promise<Added> {
  const same = sameAmong(await allOf(trx, guildId), events);
  return same === undefined ? addAll(trx, guildId, events, by) : { ok: false, same };
}
