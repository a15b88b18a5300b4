import SQLite from "better-sqlite3";
import { ChannelType, MessageFlags, PermissionFlagsBits } from "discord-api-types/v10";
import { systemClock } from "../../src/clock.ts";
import type { Slot } from "../../src/delivery/ledger.ts";
import { slotsOn } from "../../src/delivery/slots.ts";
import type { Subscription } from "../../src/delivery/subscription.ts";
import type { ChannelSeed, Person, StandIn } from "../../src/playground/api.ts";
import { startStandIn } from "../../src/playground/stand-in.ts";
import { INVITED_WITH } from "../../src/playground/world.ts";
import type { Store } from "../../src/ports.ts";
import { openStore } from "../../src/store/open.ts";
import type { DeliveryTable, NoticeTable } from "../../src/store/tables.ts";
import { settingsWith } from "../store/support.ts";
import { FakeClock } from "../support/clock.ts";
import { temporaryFolder } from "../support/folder.ts";
import { silentLog } from "../support/log.ts";

const SUBSCRIPTIONS = 32;
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** A Discord, a database, and subscriptions of every sort, due at 07:00 to 07:03. */
export interface World {
  readonly clock: FakeClock;
  readonly standIn: StandIn;
  readonly database: string;
  readonly store: Store;
  readonly subscriptions: readonly Subscription[];
  /** A member who writes in the channels, too. */
  readonly member: Person;
  /** Two that take no posts every other day, and where their servers' admins are told of it. */
  readonly offices: ReadonlyMap<string, string>;
  /** Those whose admins move them between two channels. */
  readonly movers: ReadonlyMap<string, readonly [string, string]>;
  /** Those in whose channels the bot may not read. */
  readonly unreadable: ReadonlySet<string>;
}

/** What is special about a subscription's channel. */
interface Sort {
  readonly settings?: Parameters<typeof settingsWith>[0];
  readonly channel?: ChannelSeed;
  readonly place?: "thread" | "direct";
}

const UNREADABLE: Sort = { channel: { permissions: INVITED_WITH & ~PermissionFlagsBits.ReadMessageHistory } };

/** Three of four channels, each sort as often as any other; the rest are plain text channels. */
const SORTS: readonly Sort[] = [
  { settings: { channelKind: "announcement", crosspost: true }, channel: { type: ChannelType.GuildAnnouncement } },
  { settings: { channelKind: "forum" }, channel: { type: ChannelType.GuildForum } },
  { settings: { channelKind: "media", headsUpDays: 7 }, channel: { type: ChannelType.GuildMedia } },
  { settings: { headsUpDays: 7, weekly: 1 } },
  UNREADABLE,
  { settings: { channelKind: "direct" }, place: "direct" },
  { settings: { channelKind: "thread" }, place: "thread" },
  {
    settings: { thread: true },
    channel: { permissions: INVITED_WITH | PermissionFlagsBits.CreatePublicThreads },
  },
];

export async function createWorld(start: string, limits?: { readonly globalPerSecond: number }): Promise<World> {
  const clock = new FakeClock(start);
  const limited = limits && { limits: { clock, ...limits } };
  const standIn = await startStandIn({ clock, nonceWindow: 2 * MINUTE, ...limited });
  const database = `${temporaryFolder()}/attache.sqlite`;
  const store = await openStore(database, systemClock, silentLog);
  const subscriptions: Subscription[] = [];
  const offices = new Map<string, string>();
  const unreadable = new Set<string>();
  const movers = new Map<string, readonly [string, string]>();
  for (let count = 0; count < SUBSCRIPTIONS; count += 1) {
    const special = count - Math.floor(count / 4) - 1;
    const sort = count % 4 === 0 ? {} : SORTS[special % SORTS.length];
    const settings = { ...sort?.settings, postAt: `07:0${count % 4}`, zone: "UTC" };
    const subscription = await subscribed(standIn, store, settings, sort ?? {}, clock.now());
    subscriptions.push(subscription);
    if (sort === UNREADABLE) unreadable.add(subscription.id);
    if (count % 16 === 4)
      movers.set(subscription.id, [subscription.channelId, standIn.addChannel(subscription.guildId)]);
    if (count % 16 > 0) continue;
    const office = standIn.addChannel(subscription.guildId, { name: "office" });
    offices.set(subscription.id, office);
    await store.guilds.setupUsedIn(subscription.guildId, office, "en-GB");
  }
  return { clock, standIn, database, store, subscriptions, member: standIn.addPerson(), offices, movers, unreadable };
}

async function subscribed(
  standIn: StandIn,
  store: Store,
  settings: Parameters<typeof settingsWith>[0],
  { channel, place }: Sort,
  now: number,
): Promise<Subscription> {
  if (place === "direct") {
    const { id } = standIn.addPerson();
    const wanted = settingsWith({ ...settings, guildId: id, channelId: standIn.directMessages(id) });
    const made = await store.reminders.change(id, () => wanted, now);
    if (made === undefined) throw new Error("a reminder was not made");
    return made;
  }
  const guildId = standIn.addGuild();
  const own = standIn.addChannel(guildId, channel);
  const channelId =
    place === "thread" ? standIn.addChannel(guildId, { type: ChannelType.PublicThread, parentId: own }) : own;
  return (await store.subscriptions.subscribe(settingsWith({ ...settings, guildId, channelId }), now)).subscription;
}

function isShut({ offices }: World, { id }: Subscription, date: string): boolean {
  return offices.has(id) && (Date.parse(date) / DAY) % 2 === 1;
}

/** Every other day some channels take no posts. */
export function openAndShut(world: World, date: string): void {
  for (const subscription of world.subscriptions.filter(({ id }) => world.offices.has(id))) {
    const lacking = isShut(world, subscription, date) ? PermissionFlagsBits.SendMessages : 0n;
    world.standIn.setPermissions(subscription.channelId, INVITED_WITH & ~lacking);
  }
}

/** A post that a date brings: how often it is there, and what the ledger says of it. */
export interface Expected {
  /** Shut: the channel takes none, which is told elsewhere; that is then what is there. */
  readonly sort: "text" | "announcement" | "discussed" | "forum" | "shut";
  readonly slot: Slot;
  readonly subscription: Subscription;
  readonly there: number;
  /** Published to followers, or with its thread under it, where that is wanted. */
  readonly finished: boolean;
  /** Undefined: no row yet. Doubtful: claimed by a process that is gone, or an answer was lost. Unknown: settled so. */
  readonly row: "settled" | "unknown" | "open" | "doubtful" | undefined;
  /** Its calendar was moved while nobody could tell whether it was out. */
  readonly leftBehind: boolean;
  /** What the ledger says of it, and what there is to tell of its channel, for whoever reads why a proof failed. */
  readonly why: string;
}

type Row = Pick<
  DeliveryTable,
  "subscription_id" | "slot" | "state" | "uncertain_since" | "fault" | "detail" | "attempts"
>;
type Note = Pick<NoticeTable, "subscription_id" | "fault" | "at" | "tried" | "asked_at">;

/** All that a date brings to all subscriptions, now. */
export function expected(world: World, date: string): readonly Expected[] {
  const open = new SQLite(world.database, { readonly: true });
  const rows = open
    .prepare<[string], Row>(
      "select subscription_id, slot, state, uncertain_since, fault, detail, attempts from delivery where local_date = ?",
    )
    .all(date);
  const notes = open.prepare<[], Note>("select subscription_id, fault, at, tried, asked_at from notice").all();
  open.close();
  return world.subscriptions.flatMap((subscription) => {
    const sort = isShut(world, subscription, date) ? "shut" : sortOf(subscription);
    const messages = since(world, subscription, date);
    return slotsOn(date, subscription).map((slot): Expected => {
      const posts = messages.filter((message) => JSON.stringify(message).includes(`"${slot} ${date}`));
      const threads = sort === "discussed" ? world.standIn.posts(subscription.channelId) : [];
      const finished = posts.every(({ id, flags = 0 }) =>
        sort === "announcement"
          ? (flags & MessageFlags.Crossposted) !== 0
          : sort !== "discussed" || slot !== "daily" || threads.includes(id),
      );
      const row = rows.find((each) => each.subscription_id === subscription.id && each.slot === slot);
      const told = world.standIn.messages(world.offices.get(subscription.id) ?? "");
      const there = sort === "shut" ? told.filter(({ timestamp }) => timestamp >= date).length : posts.length;
      const leftBehind = row?.state === "unknown" && row.detail === MOVED;
      const why = JSON.stringify([row, notes.filter((each) => each.subscription_id === subscription.id)]);
      return { sort, slot, subscription, there, finished, row: row && standingOf(row), leftBehind, why };
    });
  });
}

function sortOf({ channelKind, thread }: Subscription): Exclude<Expected["sort"], "shut"> {
  if (thread) return "discussed";
  if (channelKind === "forum" || channelKind === "media") return "forum";
  return channelKind === "announcement" ? channelKind : "text";
}

/** What the ledger says of a row that was left in doubt by a move. */
const MOVED = "moved to another channel while it was being posted";

/** What was written in its channel, or its two, on that date or later. */
function since({ standIn, movers }: World, subscription: Subscription, date: string) {
  const { id, channelId } = subscription;
  const places = sortOf(subscription) === "forum" ? standIn.posts(channelId) : (movers.get(id) ?? [channelId]);
  return places.flatMap((place) => standIn.messages(place).filter(({ timestamp }) => timestamp >= date));
}

function standingOf({ state, uncertain_since }: Row): Expected["row"] {
  if (state === "claimed") return "doubtful";
  if (state === "unknown") return "unknown";
  if (state !== "failed") return "settled";
  return uncertain_since === null ? "open" : "doubtful";
}

/** Sent once and published where that is wanted; told of where it cannot be sent, or where nobody can tell whether it was. */
function isAsItShouldBe({ sort, there, finished, row }: Expected): boolean {
  if (sort === "shut") return there > 0;
  if (row === "unknown") return there <= 1;
  return there === 1 && finished;
}

/** What is not there exactly once, or not finished, in words. */
export function missing(world: World, date: string): readonly string[] {
  return expected(world, date)
    .filter((post) => !isAsItShouldBe(post))
    .map(({ sort, slot, subscription: { channelId }, there, finished, row, why }) =>
      [
        slot,
        date,
        "in",
        sort,
        `${channelId}:`,
        there,
        there === 1 ? "post" : "posts",
        finished ? "" : "unfinished",
        row,
        why,
      ]
        .join(" ")
        .trim(),
    );
}

/** What must not be: a post in a channel that takes none, or one of which nobody can tell where the channel can be read. */
export async function impossible(world: World, date: string): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const { subscription, row, sort, leftBehind } of expected(world, date)) {
    const { id, guildId, channelId } = subscription;
    if (sort === "shut" && since(world, subscription, date).some(({ author }) => author.bot === true))
      faults.push(`${date}: posted in ${channelId}, which is shut`);
    if (row !== "unknown" || leftBehind) continue;
    if (!world.unreadable.has(id)) faults.push(`${date}: unknown in ${channelId}, which can be read`);
    const told = world.standIn.messages(channelId).some(({ content }) => content === "fault: history-needed");
    const toTell = (await world.store.guilds.notices(guildId)).some(({ fault }) => fault === "history-needed");
    if (!told && !toTell) faults.push(`${date}: unknown in ${channelId}, and nobody is told`);
  }
  return faults;
}
