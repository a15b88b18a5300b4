import type { IIdentifyThrottler } from "@discordjs/ws";
import type { Log } from "../log.ts";
import type { Clock } from "../ports.ts";

const LONGEST = 600_000;

/**
 * Spends the day's session starts with care: 1,000 an application, and Discord resets the token of one that goes beyond.
 * The library spaces starts by five seconds, which is 17,000 a day while Discord accepts connections and drops them.
 * Here each start that did not lead to a session doubles the wait before that shard's next one, up to ten minutes.
 */
export function createIdentifyThrottler(
  clock: Clock,
  log: Log,
): {
  /** Puts itself before a throttler that spaces the starts of all shards. */
  before(spacing: IIdentifyThrottler): IIdentifyThrottler;
  /** The shard's session lasts (a heartbeat was acknowledged): its next start need not wait. */
  lives(shard: number): void;
} {
  const inVain = new Map<number, number>();
  return {
    before(spacing) {
      return {
        async waitForIdentify(shard, signal) {
          const tries = inVain.get(shard) ?? 0;
          inVain.set(shard, tries + 1);
          if (tries > 0) {
            const pause = Math.min(2 ** tries * 2_500, LONGEST);
            log.warn(
              { shard, tries, pauseSeconds: pause / 1_000 },
              "Discord gave no session, waiting before the next try",
            );
            await clock.sleep(pause, signal);
          }
          await spacing.waitForIdentify(shard, signal);
        },
      };
    },
    lives: (shard) => void inVain.delete(shard),
  };
}
