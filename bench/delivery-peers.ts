import { systemClock } from "../src/clock.ts";

/** One post, as plain as can be: true where Discord took it. Rejects once the wave is stopped. */
export type Post = (channelId: string) => Promise<boolean>;

/**
 * Small models of how other bots send the post of one minute: the order, the concurrency and the pace of their daily jobs
 * as their published sources have them, over plain requests and against the same limit. Not their code.
 */
export interface Peer {
  readonly name: string;
  readonly how: string;
  /** Sends to the channels in its way; resolves when it has done all it does about them, rejects with the signal's reason. */
  send(post: Post, channels: readonly string[], signal: AbortSignal): Promise<void>;
}

export const PEERS: readonly Peer[] = [
  {
    name: "BibleBot",
    how: "reads all servers, 10 at once, no pace; what failed is tried once more, a minute later, and then given up",
    async send(post, channels, signal) {
      const failed: string[] = [];
      const one = async (channelId: string) => {
        if (!(await post(channelId))) failed.push(channelId);
      };
      await inParallel(channels, 10, one);
      await systemClock.sleep(60_000, signal);
      await inParallel([...failed], 10, async (channelId) => void (await post(channelId)));
    },
  },
  { name: "Birthday Bot", how: "starts one server every 600 ms", send: startingEvery(600) },
  {
    name: "Bdayblaze",
    how: "claims 25, sends them one after the other, claims again",
    async send(post, channels) {
      for (const channelId of channels) await post(channelId);
    },
  },
  { name: "MonitoRSS", how: "a queue that lets 25 a second pass", send: startingEvery(40) },
];

/** Starts one so many milliseconds after the other, however long each takes. */
function startingEvery(milliseconds: number): Peer["send"] {
  return async (post, channels, signal) => {
    const begun = systemClock.now();
    const started: Promise<unknown>[] = [];
    for (const [index, channelId] of channels.entries()) {
      await systemClock.sleep(Math.max(0, begun + index * milliseconds - systemClock.now()), signal);
      started.push(post(channelId).catch(() => false));
    }
    await Promise.all(started);
  };
}

async function inParallel<T>(items: readonly T[], most: number, work: (item: T) => Promise<void>): Promise<void> {
  const left = items.values();
  const worker = async () => {
    for (const item of left) await work(item);
  };
  await Promise.all(Array.from({ length: most }, worker));
}
