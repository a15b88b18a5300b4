import { systemClock } from "../src/clock.ts";
import type { Place } from "../src/playground/api.ts";
import { MovedClock } from "../src/playground/moved-clock.ts";
import { startStandIn } from "../src/playground/stand-in.ts";

/**
 * The stand-in for Discord in a process of its own, as far from the bot's event loop as Discord's servers are. It enforces
 * 50 requests a second, answers posts after LATENCY milliseconds, and asks /today again and again when told to.
 */
export interface Hello {
  readonly api: string;
  readonly token: string;
  readonly botId: string;
  readonly guilds: readonly { readonly guildId: string; readonly channelId: string }[];
}

/** Begin to ask, or say what happened since the last tally. */
export type Order = "ask" | "tally";

export interface Tally {
  readonly posts: number;
  readonly channels: number;
  /** The different posts, by their nonces. */
  readonly different: number;
  readonly refused: number;
  /** Milliseconds from the first post to the last. */
  readonly took: number;
  /** Milliseconds from the interaction to its answer, sorted. */
  readonly answers: readonly number[];
}

const [servers = "100", latency = "80", start = "0"] = process.argv.slice(2);
const clock = new MovedClock(systemClock);
clock.set(Number(start));
/** Discord refuses a shard of more than 2,500 servers (events/gateway, Sharding) and recommends far fewer. */
const shards = Math.ceil(Number(servers) / 1_000);
const standIn = await startStandIn({
  clock,
  stopwatch: systemClock,
  limits: { clock: systemClock, globalPerSecond: 50 },
  gateway: { shards, maxConcurrency: shards },
});
const guilds = Array.from({ length: Number(servers) }, () => {
  const guildId = standIn.addGuild();
  return { guildId, channelId: standIn.addChannel(guildId) };
});
standIn.inject({
  method: "POST",
  path: /messages$/,
  times: Number.POSITIVE_INFINITY,
  action: { kind: "delay", milliseconds: Number(latency) },
});

let answers: number[] = [];
async function askAgainAndAgain(place: Place): Promise<void> {
  for (;;) {
    const asked = performance.now();
    await standIn.interact.slash({ ...place, command: "today" });
    answers.push(performance.now() - asked);
    await systemClock.sleep(50);
  }
}

function tally(): Tally {
  const posts = standIn.requests.filter(({ method, path }) => method === "POST" && path.endsWith("/messages"));
  const good = posts.filter(({ status }) => status === 200);
  const times = good.map(({ at }) => at);
  return {
    posts: good.length,
    channels: new Set(good.map(({ path }) => path)).size,
    different: new Set(
      guilds.flatMap(({ channelId }) => standIn.messages(channelId).flatMap(({ nonce }) => nonce ?? [])),
    ).size,
    refused: posts.filter(({ status }) => status === 429).length,
    took: times.length === 0 ? 0 : Math.max(...times) - Math.min(...times),
    answers: answers.toSorted((one, other) => one - other),
  };
}

process.on("message", (order: Order) => {
  const [first] = guilds;
  if (order === "ask" && first) {
    const person = standIn.addPerson();
    askAgainAndAgain({ channelId: first.channelId, person }).catch((error: unknown) => console.error(error));
  } else {
    process.send?.(tally());
    answers = [];
  }
});
process.on("disconnect", () => process.exit(0));
process.send?.({ api: standIn.url, token: standIn.token, botId: standIn.applicationId, guilds } satisfies Hello);
