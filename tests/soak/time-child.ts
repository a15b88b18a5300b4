import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ChannelType } from "discord-api-types/v10";
import { parsePostAt } from "../../src/delivery/subscription.ts";
import type { StandIn } from "../../src/playground/api.ts";
import { startStandIn } from "../../src/playground/stand-in.ts";
import type { Store } from "../../src/ports.ts";
import { settingsWith } from "../store/support.ts";
import { FakeClock } from "../support/clock.ts";
import { startDelivering } from "./delivering.ts";
import { type Episode, type Step, spanOf, stepsOf, subscriptionsIn } from "./episodes.ts";
import { datesDue, type Found, faultsOf, standardOf } from "./expected.ts";

/** What came of an episode. */
export interface Verdict {
  readonly subscriptions: number;
  /** Local dates on which a post was due, one for each subscription. */
  readonly dates: number;
  readonly posts: number;
  readonly ticks: number;
  readonly requests: number;
  readonly seconds: number;
  readonly faults: readonly string[];
}

const MINUTE = 60_000;

interface Subscribed {
  readonly stay: Episode["stays"][number];
  readonly channels: readonly { readonly time: number; readonly channelId: string }[];
}

function textOf(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
}

/** One server a zone, one channel a time of day, made on the eve of the first date. */
async function subscribeAll(store: Store, standIn: StandIn, { stays }: Episode): Promise<readonly Subscribed[]> {
  const all: Subscribed[] = [];
  for (const stay of stays) {
    const guildId = standIn.addGuild();
    const settings = settingsWith({ guildId, zone: stay.zone, overviews: { month: false, year: false } });
    const channels: { time: number; channelId: string }[] = [];
    for (const time of stay.times) {
      const channelId = standIn.addChannel(guildId, { type: ChannelType.GuildText });
      const postAt = parsePostAt(textOf(time)) ?? settings.postAt;
      await store.subscriptions.subscribe({ ...settings, channelId, postAt }, stay.from);
      channels.push({ time, channelId });
    }
    all.push({ stay, channels });
  }
  return all;
}

/** The real round, store and client, over sockets to a Discord whose clock is its own. */
async function livedThrough(episode: Episode, steps: readonly Step[]) {
  const { from } = spanOf(episode);
  const discordClock = new FakeClock(from);
  const clock = new FakeClock(from);
  const standIn = await startStandIn({ clock: discordClock });
  const folder = mkdtempSync(join(tmpdir(), "attache-time-"));
  const delivering = await startDelivering({
    database: join(folder, "attache.sqlite"),
    api: standIn.url,
    token: standIn.token,
    botId: standIn.applicationId,
    clock,
    pace: Number.POSITIVE_INFINITY,
  });
  const { delivery, still } = delivering;
  const all = await subscribeAll(delivering.store, standIn, episode);
  for (const { discord, bot } of steps) {
    discordClock.set(discord);
    clock.set(bot);
    await delivery.tick();
    await still();
    for (let wake = clock.nextWake(); wake !== undefined && wake < bot + MINUTE; wake = clock.nextWake()) {
      discordClock.set(discord + wake - bot);
      clock.set(wake);
      await still();
    }
  }
  await delivering.stop();
  rmSync(folder, { recursive: true });
  await standIn.close();
  return { all, standIn };
}

async function live(episode: Episode): Promise<Verdict> {
  const begun = performance.now();
  const steps = stepsOf(episode);
  const span = spanOf(episode);
  const bots = new Map(steps.map(({ discord, bot }) => [discord, bot]));
  const { all, standIn } = await livedThrough(episode, steps);
  const faults: string[] = [];
  let [posts, dates] = [0, 0];
  for (const { stay, channels } of all) {
    const standard = standardOf(episode, span, steps, stay);
    for (const { time, channelId } of channels) {
      const found = standIn.messages(channelId).map((message): Found => {
        const [, date = "?", late] = /daily (\d{4}-\d\d-\d\d)( \(late\))?/u.exec(JSON.stringify(message)) ?? [];
        const at = Date.parse(message.timestamp);
        return { date, bot: bots.get(at - (at % MINUTE)) ?? 0, late: late !== undefined };
      });
      posts += found.length;
      dates += datesDue(standard, time);
      for (const fault of faultsOf(standard, time, found)) faults.push(`${stay.zone} ${textOf(time)}, ${fault}`);
    }
  }
  const seconds = (performance.now() - begun) / 1_000;
  const [subscriptions, requests] = [subscriptionsIn(episode.stays), standIn.requests.length];
  return { subscriptions, dates, posts, ticks: steps.length, requests, seconds, faults };
}

process.on("message", (episode: Episode) => {
  void live(episode).then((verdict) => process.connected && process.send?.(verdict));
});
process.on("disconnect", () => process.exit(0));
