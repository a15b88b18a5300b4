import type { Kysely } from "kysely";
import { dueOn, firstDue, isOwed, skipsFor } from "../delivery/due.ts";
import { changesBetween } from "../delivery/settings-text.ts";
import {
  MOST_CALENDARS,
  type Revised,
  type SetUp,
  type SetUpRequest,
  type Subscription,
  type SubscriptionSettings,
} from "../delivery/subscription.ts";
import { dateOf, wallAt } from "../delivery/wall.ts";
import type { Instant } from "../ports.ts";
import { bringBack } from "./absence.ts";
import { type By, record } from "./audit.ts";
import { write } from "./claims.ts";
import { endGap } from "./gap.ts";
import { newId } from "./ids.ts";
import { makeRoom } from "./move.ts";
import { forgetTold } from "./notices.ts";
import { holdGuild } from "./own-add.ts";
import { forgetHeld } from "./pause.ts";
import { columnsOf, faultIn, subscriptionOf } from "./settings.ts";
import { reopenToday } from "./standing.ts";
import type { SubscriptionTable, Tables } from "./tables.ts";
import { takenSince } from "./taken.ts";
import { begun, isUnbegun, isUntouched, makeRoomToLook } from "./unbegun.ts";

/**
 * One standing order a channel, and so many a server, whoever asks at the same time. The server's row is written first, and so locked:
 * of two callers the second finds what the first has made. A server whose admin asks has not removed the bot, whatever is on record.
 */
export async function setUp(
  db: Kysely<Tables>,
  request: SetUpRequest,
  by: By,
  { most, replaces }: { readonly most: number; readonly replaces: (row: SubscriptionTable) => boolean } = {
    most: MOST_CALENDARS,
    replaces: isUntouched,
  },
): Promise<SetUp> {
  const { settings, begin, isChosen } = request;
  const { guildId, channelId } = settings;
  return db.transaction().execute(async (trx) => {
    await holdGuild(trx, guildId);
    await bringBack(trx, guildId, by.now);
    const all = await trx.selectFrom("subscription").selectAll().where("guild_id", "=", guildId).execute();
    const existing = all.find((row) => row.channel_id === channelId);
    const isFull = begun(all).filter((row) => row !== existing).length >= most;
    if (existing !== undefined && existing.state !== "ended") {
      const before = subscriptionOf(existing);
      if (begin === "paused" || !replaces(existing)) return { ok: true, subscription: before, became: "found" };
      if (isFull && isUnbegun(existing)) return { ok: false, full: "begun" };
      const subscription = await change(trx, existing, settings, by.now);
      const changes = changesBetween(before, subscription);
      if (changes.length > 0) await record(trx, by, "changed", existing, changes);
      if (existing.state !== "active") await record(trx, by, isUnbegun(existing) ? "begun" : "resumed", existing);
      return { ok: true, subscription, became: "made" };
    }
    if (isFull) return { ok: false, full: "begun" };
    if (begin === "paused" && !(await makeRoomToLook(trx, all, by.now))) return { ok: false, full: "unbegun" };
    const revision = begin === "paused" && isChosen ? 1 : 0;
    const subscription = existing
      ? await change(trx, await anew(trx, existing, begin, by.now), settings, by.now, begin === "paused", revision)
      : await create(trx, settings, by.now, begin, revision);
    await record(trx, by, "set-up", rowIn(subscription));
    return { ok: true, subscription, became: "made" };
  });
}

/** The same with all settings at once, active, whatever is there and however many there are. */
export async function subscribe(
  db: Kysely<Tables>,
  settings: SubscriptionSettings,
  by: By,
): Promise<{ subscription: Subscription }> {
  const request = { settings, begin: "active", isChosen: true } as const;
  const made = await setUp(db, request, by, { most: Number.POSITIVE_INFINITY, replaces: () => true });
  if (!made.ok) throw new Error("there is no limit, and yet it was reached");
  return made;
}

function rowIn({ id, guildId, channelId }: Subscription) {
  return { id, guild_id: guildId, channel_id: channelId };
}

/**
 * A person's standing order as a function makes it of what there is; undefined deletes all that is stored of the person. The row
 * of the person is written first: of two callers the second sees what the first has made. Whoever asks is there again.
 */
export async function remind(
  db: Kysely<Tables>,
  userId: string,
  made: (existing: Subscription | undefined) => SubscriptionSettings | undefined,
  now: Instant,
): Promise<Subscription | undefined> {
  return db.transaction().execute(async (trx) => {
    await trx
      .insertInto("guild")
      .values({ id: userId, left_at: null, setup_channel_id: null, setup_locale: null, person: 1 })
      .onConflict((conflict) => conflict.column("id").doUpdateSet({ left_at: null }))
      .execute();
    const row = await trx.selectFrom("subscription").selectAll().where("guild_id", "=", userId).executeTakeFirst();
    const settings = made(row && subscriptionOf(row));
    if (settings !== undefined) return row ? change(trx, row, settings, now) : create(trx, settings, now, "active");
    await trx.deleteFrom("guild").where("id", "=", userId).execute();
    return undefined;
  });
}

/** Under a new id, so that buttons of the ended one have no hold on it, with the record of what the channel got. */
async function anew(
  trx: Kysely<Tables>,
  ended: SubscriptionTable,
  state: "active" | "paused",
  now: Instant,
): Promise<SubscriptionTable> {
  const row = { ...ended, id: newId(), state, state_since: state === "paused" ? 0 : now };
  await trx.insertInto("subscription").values(row).execute();
  await trx.updateTable("delivery").set({ subscription_id: row.id }).where("subscription_id", "=", ended.id).execute();
  await trx.deleteFrom("subscription").where("id", "=", ended.id).execute();
  return row;
}

async function create(
  trx: Kysely<Tables>,
  settings: SubscriptionSettings,
  now: Instant,
  state: "active" | "paused",
  revision = 0,
): Promise<Subscription> {
  const id = newId();
  const row: SubscriptionTable = {
    id,
    ...columnsOf(settings),
    state,
    state_since: state === "paused" ? 0 : now,
    fault: null,
    refusals: 0,
    next_due: state === "paused" ? null : firstDue({ id, ...settings }, now),
    revision,
    recorded_since: now,
  };
  await trx.insertInto("subscription").values(row).execute();
  return subscriptionOf(row);
}

/**
 * Changes one where it still has the revision that the asker saw, and no other posts in a channel to which it moves; else returns it as
 * it is now. Undefined where it has ended.
 */
export async function revise(
  db: Kysely<Tables>,
  id: string,
  revision: number,
  settings: SubscriptionSettings,
  by: By,
): Promise<Revised | undefined> {
  return db.transaction().execute(async (trx) => {
    // a write comes first: of two that saw the same revision the second waits here, and then finds another
    const seen = await trx
      .updateTable("subscription")
      .set({ revision })
      .where("id", "=", id)
      .where("revision", "=", revision)
      .where("state", "<>", "ended")
      .returningAll()
      .executeTakeFirst();
    const isMoved = seen !== undefined && seen.channel_id !== settings.channelId;
    if (isMoved && !(await makeRoom(trx, seen, settings.channelId, by.now)))
      return { outcome: "stale", subscription: subscriptionOf(seen) };
    if (seen !== undefined) {
      if (isSame(seen, settings)) return { outcome: "same", subscription: subscriptionOf(seen) };
      const staysAsItIs = seen.state === "paused" || settings.lostZone !== undefined;
      const subscription = await change(trx, seen, settings, by.now, staysAsItIs);
      const changes = changesBetween(subscriptionOf(seen), subscription);
      const entry = await record(trx, by, changes.length > 0 ? "changed" : "resumed", seen, changes);
      return { outcome: "changed", subscription, entry: changes.length > 0 ? entry : undefined };
    }
    const present = await trx
      .selectFrom("subscription")
      .selectAll()
      .where("id", "=", id)
      .where("state", "<>", "ended")
      .executeTakeFirst();
    return present && { outcome: "stale", subscription: subscriptionOf(present) };
  });
}

/** Whether settings change nothing. Of one that is refused, or cannot be read, they do: chosen again, they have it tried anew. */
function isSame(row: SubscriptionTable, settings: SubscriptionSettings): boolean {
  const isUnfit = faultIn(row) !== undefined && settings.lostZone === undefined;
  const isRefused = (row.state !== "paused" && row.fault !== null && settings.lostZone === undefined) || isUnfit;
  return !isRefused && changesBetween(subscriptionOf(row), settings).length === 0;
}

/** Then its former channel being gone is nothing of it any more. */
function isMovedWhilePaused({ state, channel_id }: SubscriptionTable, { channelId }: SubscriptionSettings): boolean {
  return state === "paused" && channel_id !== channelId;
}

/**
 * A post still to come today stays for today, even where its new hour has passed: then it is due now; and so is one that was
 * refused today, for what was changed may be what refused it, and one that was not asked for because its channel had refused. Days given up before that,
 * because nothing ran or because the date is over in a new zone, are on record.
 */
async function change(
  trx: Kysely<Tables>,
  existing: SubscriptionTable,
  settings: SubscriptionSettings,
  now: Instant,
  staysPaused = false,
  revision = existing.revision + 1,
): Promise<Subscription> {
  const { id, next_due: due } = existing;
  const wall = wallAt(now, settings.zone);
  const today = dateOf(wall);
  const hour = dueOn(today, settings.postAt, id);
  const before = staysPaused ? undefined : subscriptionOf(existing);
  if (before) await endGap(trx, before, today, now, hour > wall);
  if (before) await forgetHeld(trx, { ...before, ...settings }, now);
  const taken = await takenSince(trx, id, today);
  const owes = before?.standing.state === "suspended" && isOwed(settings, hour, now);
  const pending = ((due !== null && dateOf(due) <= today) || owes) && !taken.has(today);
  const row = {
    ...existing,
    ...columnsOf(settings),
    revision,
    ...(staysPaused
      ? { fault: isMovedWhilePaused(existing, settings) ? null : existing.fault }
      : {
          state: "active" as const,
          state_since: now,
          fault: null,
          refusals: 0,
          next_due: pending ? (hour < wall ? wall : hour) : firstDue({ id, ...settings }, now, taken),
        }),
  } satisfies SubscriptionTable;
  await trx.updateTable("subscription").set(row).where("id", "=", id).execute();
  const changed = subscriptionOf(row);
  if (due !== null) await write(trx, skipsFor(changed, dateOf(due), today, { reason: "settings-changed" }), now, now);
  await forgetTold(trx, id);
  if (!staysPaused) await reopenToday(trx, changed, now, now);
  return changed;
}
