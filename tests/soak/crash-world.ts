import SQLite from "better-sqlite3";
import { ChannelType, MessageFlags } from "discord-api-types/v10";
import { systemClock } from "../../src/clock.ts";
import type { Slot } from "../../src/delivery/ledger.ts";
import { slotsOn } from "../../src/delivery/slots.ts";
import type { Subscription } from "../../src/delivery/subscription.ts";
import type { ChannelSeed, StandIn } from "../../src/playground/api.ts";
import { startStandIn } from "../../src/playground/stand-in.ts";
import type { Store } from "../../src/ports.ts";
import { openStore } from "../../src/store/open.ts";
import type { DeliveryTable } from "../../src/store/tables.ts";
import { settingsWith } from "../store/support.ts";
import { FakeClock } from "../support/clock.ts";
import { temporaryFolder } from "../support/folder.ts";
import { silentLog } from "../support/log.ts";

const SUBSCRIPTIONS = 24;
const MINUTE = 60_000;

/** A Discord, a database, and subscriptions of every sort, due at 07:00 to 07:03. */
export interface World {
  readonly clock: FakeClock;
  readonly standIn: StandIn;
  readonly database: string;
  readonly store: Store;
  readonly subscriptions: readonly Subscription[];
}

/** Of twelve: nine text channels, two of them with every further post; one announcement channel, one forum, one media channel. */
function sortOf(count: number): readonly [Parameters<typeof settingsWith>[0], ChannelSeed] {
  switch (count % 12) {
    case 3:
      return [{ channelKind: "announcement", crosspost: true }, { type: ChannelType.GuildAnnouncement }];
    case 5:
      return [{ channelKind: "forum" }, { type: ChannelType.GuildForum }];
    case 7:
      return [{ channelKind: "media", headsUpDays: 7 }, { type: ChannelType.GuildMedia }];
    case 9:
      return [{ headsUpDays: 7, weekly: 1 }, {}];
    case 11:
      return [{ headsUpDays: 1, weekly: 7 }, {}];
    default:
      return [{}, {}];
  }
}

export async function createWorld(start: string): Promise<World> {
  const clock = new FakeClock(start);
  const standIn = await startStandIn({ clock, nonceWindow: 2 * MINUTE });
  const database = `${temporaryFolder()}/attache.sqlite`;
  const store = await openStore(database, systemClock, silentLog);
  const subscriptions: Subscription[] = [];
  for (let count = 0; count < SUBSCRIPTIONS; count += 1) {
    const [settings, channel] = sortOf(count);
    const guildId = standIn.addGuild();
    const channelId = standIn.addChannel(guildId, channel);
    const wanted = settingsWith({ ...settings, guildId, channelId, postAt: `07:0${count % 4}`, zone: "UTC" });
    subscriptions.push((await store.subscriptions.subscribe(wanted, clock.now())).subscription);
  }
  return { clock, standIn, database, store, subscriptions };
}

/** A post that a date brings: how often it is there, and what the ledger says of it. */
export interface Expected {
  readonly sort: "text" | "announcement" | "forum";
  readonly slot: Slot;
  readonly channelId: string;
  readonly there: number;
  /** Announcements only. */
  readonly published: boolean;
  /** Undefined: no row yet. Doubtful: claimed by a process that is gone, or an answer was lost. */
  readonly row: "settled" | "open" | "doubtful" | undefined;
}

/** All that a date brings to all subscriptions, now. */
export function expected({ standIn, subscriptions, database }: World, date: string): readonly Expected[] {
  const open = new SQLite(database, { readonly: true });
  const rows = open
    .prepare<[string], Pick<DeliveryTable, "subscription_id" | "slot" | "state" | "uncertain_since">>(
      "select subscription_id, slot, state, uncertain_since from delivery where local_date = ?",
    )
    .all(date);
  open.close();
  return subscriptions.flatMap((subscription) => {
    const { id, channelId, channelKind } = subscription;
    const sort =
      channelKind === "forum" || channelKind === "media"
        ? "forum"
        : channelKind === "announcement"
          ? channelKind
          : "text";
    const places = sort === "forum" ? standIn.posts(channelId) : [channelId];
    const messages = places.flatMap((place) => standIn.messages(place));
    return slotsOn(date, subscription).map((slot): Expected => {
      const posts = messages.filter((message) => JSON.stringify(message).includes(`"${slot} ${date}`));
      const published = posts.some(({ flags = 0 }) => (flags & MessageFlags.Crossposted) !== 0);
      const row = rows.find((each) => each.subscription_id === id && each.slot === slot);
      return { sort, slot, channelId, there: posts.length, published, row: row && standingOf(row) };
    });
  });
}

function standingOf({ state, uncertain_since }: Pick<DeliveryTable, "state" | "uncertain_since">): Expected["row"] {
  if (state === "claimed") return "doubtful";
  if (state !== "failed") return "settled";
  return uncertain_since === null ? "open" : "doubtful";
}

/** What is not there exactly once, or not published, in words. */
export function missing(world: World, date: string): readonly string[] {
  return expected(world, date)
    .filter(({ there, sort, published }) => there !== 1 || (sort === "announcement" && !published))
    .map(({ sort, slot, channelId, there, published }) =>
      [slot, date, "in", sort, `${channelId}:`, there, there === 1 ? "post" : "posts", published ? "published" : ""]
        .join(" ")
        .trim(),
    );
}
