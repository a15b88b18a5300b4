import type { Kysely } from "kysely";
import { z } from "zod";
import type { OwnEvent, OwnEventContent } from "../almanac/own-event.ts";
import type { EntryId } from "../delivery/audit.ts";
import {
  type By,
  OWN_ACTS,
  OWN_CHANGES,
  type OwnAct,
  type OwnAuditEntry,
  type OwnChange,
} from "../delivery/own-events.ts";
import { nextEntry } from "./next-entry.ts";
import type { AuditTable, OwnEventTable, Tables } from "./tables.ts";

/** The own date of a row. */
export function eventOf({ id, year, month, day, text, kind, parties, link }: OwnEventTable): OwnEvent {
  return {
    id,
    date: year === null ? { precision: "every-year", month, day } : { precision: "day", year, month, day },
    text,
    kind: kind ?? undefined,
    parties: parties === "" ? [] : parties.split(" "),
    link: link ?? undefined,
  };
}

/** The row of a server's own date. */
export function rowOf(
  guildId: string,
  id: string,
  { date, text, kind, parties, link }: OwnEventContent,
): OwnEventTable {
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

/** Beside what was done with calendars: the id of the event stands where theirs does. Answers which entry that is. */
export async function record(
  trx: Kysely<Tables>,
  guildId: string,
  { userId, channelId, at }: By,
  act: OwnAct,
  eventId: string,
  changes: readonly OwnChange[],
): Promise<EntryId> {
  const entry = await nextEntry(trx, guildId);
  await trx
    .insertInto("audit")
    .values({
      guild_id: guildId,
      subscription_id: eventId,
      channel_id: channelId,
      at,
      user_id: userId,
      act,
      changes: JSON.stringify(changes),
      ...entry,
    })
    .execute();
  return entry.id;
}

const knownAct = z.enum(OWN_ACTS);
const knownChanges = z.array(z.object({ field: z.enum(OWN_CHANGES), from: z.string(), to: z.string() }));

/** A row of the record that tells of own events. Throws for one that does not. */
export function ownEntryOf({ subscription_id, channel_id, at, user_id, act, changes, id }: AuditTable): OwnAuditEntry {
  return {
    id,
    eventId: subscription_id,
    channelId: channel_id,
    at,
    userId: user_id,
    act: knownAct.parse(act),
    changes: knownChanges.parse(JSON.parse(changes)),
  };
}
