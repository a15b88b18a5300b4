import type { REST } from "@discordjs/rest";
import { Routes } from "discord-api-types/v10";
import { systemClock } from "../src/clock.ts";

/**
 * Small models of how other bots send the post of one minute: the order, the concurrency and the pace of their daily jobs
 * as their published sources have them, over the same REST client and against the same limit. Not their code.
 */
export interface Peer {
  readonly name: string;
  readonly how: string;
  /** Sends to the channels in its way; resolves when it has done what it does within this minute. */
  send(post: (channelId: string) => Promise<boolean>, channels: readonly string[]): Promise<void>;
}

export const PEERS: readonly Peer[] = [
  {
    name: "BibleBot",
    how: "reads all servers, 10 at once, no pace; what failed is tried once more, a minute later",
    async send(post, channels) {
      const failed: string[] = [];
      const one = async (channelId: string) => {
        if (!(await post(channelId))) failed.push(channelId);
      };
      await inParallel(channels, 10, one);
      await systemClock.sleep(60_000);
      await inParallel(failed, 10, async (channelId) => void (await post(channelId)));
    },
  },
  {
    name: "Birthday Bot",
    how: "starts one server every 600 ms",
    async send(post, channels) {
      const started: Promise<unknown>[] = [];
      for (const channelId of channels) {
        started.push(post(channelId));
        await systemClock.sleep(600);
      }
      await Promise.allSettled(started);
    },
  },
  {
    name: "Bdayblaze",
    how: "claims 25, sends them one after the other, claims again",
    async send(post, channels) {
      for (const channelId of channels) await post(channelId);
    },
  },
  {
    name: "MonitoRSS",
    how: "a queue that lets 25 a second pass",
    async send(post, channels) {
      const started: Promise<unknown>[] = [];
      for (const channelId of channels) {
        started.push(post(channelId));
        await systemClock.sleep(40);
      }
      await Promise.allSettled(started);
    },
  },
];

async function inParallel<T>(items: readonly T[], most: number, work: (item: T) => Promise<void>): Promise<void> {
  const left = [...items];
  const worker = async () => {
    for (let item = left.shift(); item !== undefined; item = left.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: most }, worker));
}

/** One post over the given client, as plain as can be: true where Discord took it. */
export function posting(rest: REST): (channelId: string) => Promise<boolean> {
  return async (channelId) => {
    try {
      await rest.post(Routes.channelMessages(channelId), { body: { content: "On this day" } });
      return true;
    } catch {
      return false;
    }
  };
}
