import type { Log } from "../log.ts";
import type { Clock, Instant } from "../ports.ts";

export interface ShardHealth {
  readonly shard: number;
  readonly connected: boolean;
  /** When Discord last greeted us or acknowledged a heartbeat; undefined before the first time. */
  readonly heardAt: Instant | undefined;
}

/** What is known of each shard's connection. It says an outage once and its end once, however often the library tries. */
export interface ShardWatch {
  opened(shard: number, how: "with a new session" | "resumed"): void;
  heard(shard: number): void;
  closed(shard: number, why: object): void;
  health(): readonly ShardHealth[];
}

/** Remembers of each shard whether it is connected, and logs its losses once each. */
export function watchShards(clock: Clock, log: Log): ShardWatch {
  const shards = new Map<number, ShardHealth>();
  const known = (shard: number) => shards.get(shard) ?? { shard, connected: false, heardAt: undefined };
  return {
    opened(shard, how) {
      log.info({ shard }, `connected to Discord, ${how}`);
      shards.set(shard, { shard, connected: true, heardAt: clock.now() });
    },
    heard(shard) {
      shards.set(shard, { ...known(shard), heardAt: clock.now() });
    },
    closed(shard, why) {
      const { connected, heardAt } = known(shard);
      const first = connected || !shards.has(shard);
      log[first ? "warn" : "debug"]({ shard, ...why }, "connection to Discord lost, trying again until it is back");
      shards.set(shard, { shard, connected: false, heardAt });
    },
    health: () => [...shards.values()],
  };
}
