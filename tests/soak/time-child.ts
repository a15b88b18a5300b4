import { ChannelType } from "discord-api-types/v10";
import { systemClock } from "../../src/clock.ts";
import { createDelivery } from "../../src/delivery/delivery.ts";
import { createPosting } from "../../src/discord/posting.ts";
import { createRestClients } from "../../src/discord/rest.ts";
import type { StandIn } from "../../src/playground/api.ts";
import { startStandIn } from "../../src/playground/stand-in.ts";
import type { Store } from "../../src/ports.ts";
import { openStore } from "../../src/store/open.ts";
import { simpleComposer } from "../delivery/composer.ts";
import { callsUnderWay } from "../delivery/under-way.ts";
import { settingsWith } from "../store/support.ts";
import { FakeClock } from "../support/clock.ts";
import { temporaryFolder } from "../support/folder.ts";
import { silentLog } from "../support/log.ts";
import { type Episode, type Step, stepsOf } from "./episodes.ts";
import { type Found, faultsOf, standardOf } from "./expected.ts";

/** What came of an episode. */
export interface Verdict {
  readonly posts: number;
  readonly ticks: number;
  readonly faults: readonly string[];
}

const MINUTE = 60_000;
const TIMES = Array.from({ length: 48 }, (_, half) => half * 30);

interface Subscribed {
  readonly zone: string;
  readonly time: number;
  readonly channelId: string;
}

function textOf(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
}

/** One server a zone, one channel a time of day. */
async function subscribeAll(store: Store, standIn: StandIn, { zones, from }: Episode): Promise<readonly Subscribed[]> {
  const all: Subscribed[] = [];
  for (const zone of zones) {
    const guildId = standIn.addGuild();
    for (const time of TIMES) {
      const channelId = standIn.addChannel(guildId, { type: ChannelType.GuildText });
      const overviews = { month: false, year: false };
      const settings = settingsWith({ guildId, channelId, zone, postAt: textOf(time), overviews });
      await store.subscriptions.subscribe(settings, from);
      all.push({ zone, time, channelId });
    }
  }
  return all;
}

/** The real round, store and client, over sockets to a Discord whose clock is its own. */
async function livedThrough(episode: Episode, steps: readonly Step[]) {
  const discordClock = new FakeClock(episode.from);
  const clock = new FakeClock(episode.from);
  const standIn = await startStandIn({ clock: discordClock });
  const store = await openStore(`${temporaryFolder()}/attache.sqlite`, systemClock, silentLog);
  const all = await subscribeAll(store, standIn, episode);
  const calls = callsUnderWay();
  const { posting } = createRestClients({
    api: standIn.url,
    token: standIn.token,
    clock,
    log: silentLog,
    tokenRefused: () => process.exit(2),
  });
  const delivery = createDelivery({
    clock,
    store: {
      ...store,
      subscriptions: calls.watch("subscriptions", store.subscriptions),
      guilds: calls.watch("guilds", store.guilds),
      ledger: calls.watch("ledger", store.ledger),
    },
    discord: calls.watch("discord", createPosting(posting, standIn.applicationId)),
    composer: simpleComposer(),
    log: silentLog,
    fatal: () => process.exit(3),
    pace: Number.POSITIVE_INFINITY,
    spread: 0,
  });
  for (const { discord, bot } of steps) {
    discordClock.set(discord);
    clock.set(bot);
    await delivery.tick();
    await calls.still();
    for (let wake = clock.nextWake(); wake !== undefined && wake < bot + MINUTE; wake = clock.nextWake()) {
      discordClock.set(discord + wake - bot);
      clock.set(wake);
      await calls.still();
    }
  }
  await delivery.stop();
  const messages = new Map(all.map(({ channelId }) => [channelId, standIn.messages(channelId)]));
  await store.close();
  posting.clearHandlerSweeper();
  await standIn.close();
  return { all, messages };
}

async function live(episode: Episode): Promise<Verdict> {
  const steps = stepsOf(episode);
  const bots = new Map(steps.map(({ discord, bot }) => [discord, bot]));
  const { all, messages } = await livedThrough(episode, steps);
  const faults: string[] = [];
  let posts = 0;
  for (const { zone, time, channelId } of all) {
    const found = (messages.get(channelId) ?? []).map((message): Found => {
      const [, date = "?", late] = /daily (\d{4}-\d\d-\d\d)( \(late\))?/u.exec(JSON.stringify(message)) ?? [];
      const at = Date.parse(message.timestamp);
      return { date, bot: bots.get(at - (at % MINUTE)) ?? 0, late: late !== undefined };
    });
    posts += found.length;
    const standard = standardOf(episode, steps, zone, time);
    for (const fault of faultsOf(standard, time, found, episode.clock))
      faults.push(`${zone} ${textOf(time)}, ${fault}`);
  }
  return { posts, ticks: steps.length, faults };
}

process.on("message", (episode: Episode) => {
  void live(episode).then((verdict) => process.send?.(verdict));
});
process.on("disconnect", () => process.exit(0));
