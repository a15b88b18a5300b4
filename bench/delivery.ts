import { type ChildProcess, fork } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Routes } from "discord-api-types/v10";
import { systemClock } from "../src/clock.ts";
import { DEFAULT_SETTINGS } from "../src/delivery/default-settings.ts";
import { parsePostAt, parseZone } from "../src/delivery/subscription.ts";
import { EVERYTHING } from "../src/digest/digest.ts";
import { createLog } from "../src/log.ts";
import { MovedClock } from "../src/playground/moved-clock.ts";
import type { Store } from "../src/ports.ts";
import { openStore } from "../src/store/open.ts";
import { openArchive } from "../src/wiring/archive.ts";
import { startBot } from "../src/wiring/bot.ts";
import type { Peer, Post } from "./delivery-peers.ts";
import type { Hello, Order, Tally } from "./delivery-stand-in.ts";

const STAND_IN = fileURLToPath(new URL("delivery-stand-in.ts", import.meta.url));

/** What a wave is of: when it begins, a post how often each server gets, and which countries it follows. */
export interface Occasion {
  readonly noon: number;
  readonly posts: number;
  readonly parties: (server: number) => readonly string[];
}

/** A day like others, on which one half of the servers gets one post and the other half another. */
const ORDINARY: Occasion = {
  noon: Date.parse("2026-06-25T12:00:00Z"),
  posts: 1,
  parties: (server) => (server % 2 === 0 ? [] : ["BE"]),
};

export interface Wave {
  readonly tally: Tally;
  /** How long answers took before the wave, sorted. */
  readonly before: readonly number[];
  /** Posts a second between the first and the last. */
  readonly rate: number;
}

interface Town {
  readonly hello: Hello;
  tell(order: Order): unknown;
  tally(): Promise<Tally>;
  close(): void;
}

/** The next message of the stand-in's process: the two are written together, so its type is taken on trust. */
function told<T>(child: ChildProcess): Promise<T> {
  return new Promise((resolve) => child.once("message", (message: T) => resolve(message)));
}

async function startTown(servers: number, latency: number, { noon } = ORDINARY): Promise<Town> {
  const child: ChildProcess = fork(STAND_IN, [String(servers), String(latency), String(noon - 30_000)], {
    execArgv: [],
  });
  const hello = await told<Hello>(child);
  return {
    hello,
    tell: (order) => child.send(order),
    async tally() {
      child.send("tally");
      return told<Tally>(child);
    },
    close: () => child.disconnect(),
  };
}

function waveOf(tally: Tally, before: readonly number[] = []): Wave {
  return { tally, before, rate: tally.took === 0 ? 0 : ((tally.posts - 1) / tally.took) * 1_000 };
}

async function subscribeAll(store: Store, { guilds }: Hello, { noon, parties }: Occasion): Promise<void> {
  const [postAt, zone] = [parsePostAt("12:00"), parseZone("UTC")];
  if (postAt === undefined || zone === undefined) throw new Error("12:00 UTC does not parse");
  for (const [index, { guildId, channelId }] of guilds.entries()) {
    const selection = { ...EVERYTHING, parties: parties(index) };
    const settings = {
      ...DEFAULT_SETTINGS,
      guildId,
      channelId,
      channelKind: "text",
      locale: "en-GB",
      selection,
      postAt,
      zone,
    } as const;
    await store.subscriptions.subscribe(settings, noon - 12 * 3_600_000 - 1_000); // the evening before
  }
}

/** A prime number of states, and so many distances between three of them on the ring that they make. */
const STATES =
  "AF AL DZ AR AU AT BE BR BG CA CL CN CO CU CZ DK EG EE ET FI FR DE GR HU IN ID IR IQ IE IT JP KE KR LV LT MY MX MA NL NZ NG NO PK PH PL PT RO".split(
    " ",
  );
const DISTANCES = 15;

/** The day with most to compose: the day's post, the month's and the year's. Beside two states that have all three, each server follows three that no other does. */
export const NEW_YEAR: Occasion = {
  noon: Date.parse("2027-01-01T12:00:00Z"),
  posts: 3,
  parties: (server) => {
    const round = Math.floor(server / STATES.length);
    const second = server + 1 + (round % DISTANCES);
    const third = second + 1 + DISTANCES + (Math.floor(round / DISTANCES) % DISTANCES);
    return ["US", "IL", ...[server, second, third].flatMap((at) => STATES[at % STATES.length] ?? [])];
  },
};

/**
 * The whole bot, with all its facts, its database in a file: every server due in one minute, and /today asked all the while. Spread: over so
 * many seconds of the minute, as the bot does it unless told.
 */
export async function ourWave(
  servers: number,
  pace: number,
  latency: number,
  { spread, occasion = ORDINARY }: { readonly spread?: number; readonly occasion?: Occasion } = {},
): Promise<Wave> {
  const town = await startTown(servers, latency, occasion);
  const clock = new MovedClock(systemClock);
  clock.set(occasion.noon - 30_000);
  const log = createLog({ level: "warn", clock: systemClock, secrets: [] });
  const folder = mkdtempSync(join(tmpdir(), "attache-wave-"));
  const store = await openStore(join(folder, "attache.sqlite"), systemClock, log);
  await subscribeAll(store, town.hello, occasion);
  const { almanac, catalogue, presets, places } = openArchive("data", ".attache/cache");
  const stopping = new AbortController();
  const fatal = Promise.withResolvers<never>();
  const bot = await startBot({
    api: town.hello.api,
    token: town.hello.token,
    almanac,
    catalogue,
    presets,
    places,
    store,
    clock,
    systemClock,
    log,
    pace: { pace, ...(spread !== undefined && { spread }) },
    signal: stopping.signal,
    fatal: (why) => fatal.reject(why),
  });
  const wave = async () => {
    await systemClock.sleep(1_000);
    town.tell("ask");
    await systemClock.sleep(5_000);
    const { answers: before } = await town.tally();
    clock.set(occasion.noon);
    await bot.delivery.tick();
    await bot.delivery.idle();
    return waveOf(await town.tally(), before);
  };
  const sent = await Promise.race([wave(), fatal.promise]);
  await bot.stop();
  await store.close();
  rmSync(folder, { recursive: true });
  town.close();
  return sent;
}

export interface PeerWave extends Wave {
  /** It was not done in the time that it was given. */
  readonly isStopped: boolean;
}

/** The same wave as a model of another bot sends it, for at most so many milliseconds. */
export async function peerWave(peer: Peer, servers: number, latency: number, longest: number): Promise<PeerWave> {
  const town = await startTown(servers, latency);
  const { api, token, guilds } = town.hello;
  const signal = AbortSignal.timeout(longest);
  const post: Post = async (channelId) => {
    signal.throwIfAborted();
    const answer = await fetch(`${api}/v10${Routes.channelMessages(channelId)}`, {
      method: "POST",
      headers: { Authorization: `Bot ${token}`, "Content-Type": "application/json" },
      body: JSON.stringify({ content: "On this day" }),
    });
    await answer.arrayBuffer();
    return answer.ok;
  };
  const channels = guilds.map(({ channelId }) => channelId);
  await peer.send(post, channels, signal).catch((error: unknown) => {
    if (!signal.aborted) throw error;
  });
  const tally = await town.tally();
  town.close();
  return { ...waveOf(tally), isStopped: signal.aborted };
}
