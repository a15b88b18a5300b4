import type { Kysely } from "kysely";
import { MOST_CALENDARS } from "../delivery/subscription.ts";
import type { Instant } from "../ports.ts";
import type { SubscriptionTable, Tables } from "./tables.ts";

/** One that was only looked at in /setup: it posts nothing until somebody begins it, and does not count among a server's calendars. */
export function isUnbegun({ state, state_since }: Pick<SubscriptionTable, "state" | "state_since">): boolean {
  return state === "paused" && state_since === 0;
}

/** Only looked at, and nobody has chosen anything of it: it gives way to what somebody wants in its place. */
export function isUntouched(row: Pick<SubscriptionTable, "state" | "state_since" | "revision">): boolean {
  return isUnbegun(row) && row.revision === 0;
}

/** Those of a server that count: begun, and not ended. */
export function begun<Row extends Pick<SubscriptionTable, "state" | "state_since">>(
  all: readonly Row[],
): readonly Row[] {
  return all.filter((row) => row.state !== "ended" && !isUnbegun(row));
}

/**
 * Ends of those that were only looked at the oldest, where there are as many as a server may have calendars; false where there is no
 * room, since somebody has chosen settings of all.
 */
export async function makeRoomToLook(
  trx: Kysely<Tables>,
  all: readonly SubscriptionTable[],
  now: Instant,
): Promise<boolean> {
  const unbegun = all.filter(isUnbegun);
  const excess = unbegun.length - MOST_CALENDARS + 1;
  if (excess <= 0) return true;
  const untouched = unbegun.filter(isUntouched);
  const oldest = untouched.toSorted((one, other) => one.recorded_since - other.recorded_since).slice(0, excess);
  if (oldest.length < excess) return false;
  for (const { id } of oldest) await endUnbegun(trx, id, now);
  return true;
}

/** Nobody needs it any more. What its channel got from a calendar before it stays known, so that no date comes there twice. */
export async function endUnbegun(trx: Kysely<Tables>, id: string, now: Instant): Promise<void> {
  await trx
    .updateTable("subscription")
    .set({ state: "ended", state_since: now, fault: null })
    .where("id", "=", id)
    .execute();
}

/** Deletes those of which nobody has changed anything since, by the record of changes. The servers that had them. */
export async function purgeUnbegun(trx: Kysely<Tables>, before: Instant): Promise<readonly string[]> {
  const touched = trx.selectFrom("audit").select("subscription_id").where("at", ">=", before);
  const gone = await trx
    .deleteFrom("subscription")
    .where("state", "=", "paused")
    .where("state_since", "=", 0)
    .where("recorded_since", "<", before)
    .where("id", "not in", touched)
    .returning("guild_id")
    .execute();
  return gone.map(({ guild_id }) => guild_id);
}
