import type { REST } from "@discordjs/rest";
import { type SessionInfo, SimpleIdentifyThrottler, WebSocketManager, WebSocketShardEvents } from "@discordjs/ws";
import { type GatewayDispatchPayload, GatewayIntentBits, type GatewayReadyDispatchData } from "discord-api-types/v10";
import type { Fatal } from "../fatal.ts";
import type { Log } from "../log.ts";
import type { Clock } from "../ports.ts";
import { fatalClose } from "./close-codes.ts";
import { createIdentifyThrottler } from "./identify.ts";
import { type ShardHealth, watchShards } from "./shards.ts";

export interface GatewayListener {
  ready(data: GatewayReadyDispatchData, shard: number, shards: number): void;
  dispatch(payload: GatewayDispatchPayload): void;
  /** Discord closed for good; the gateway does not come back by itself. */
  fatal(why: Fatal): void;
}

export interface Gateway {
  /** How many sessions may still be started today, for how many shards, and when (milliseconds) the count begins anew. */
  sessionStarts(): Promise<{ readonly left: number; readonly shards: number; readonly resetAfter: number }>;
  /** Resolves when every shard is ready. Reconnects and resumes by itself from then on. */
  connect(): Promise<void>;
  health(): readonly ShardHealth[];
  /** Says goodbye (1000), which ends the sessions. */
  close(): Promise<void>;
}

/** The gateway with the Guilds intent only, shards as Discord recommends, all in this process. Keeps no guild in memory. */
export function createGateway(options: {
  readonly rest: REST;
  readonly token: string;
  readonly clock: Clock;
  readonly log: Log;
  readonly listener: GatewayListener;
}): Gateway {
  const { clock, log, listener } = options;
  const sessions = new Map<number, SessionInfo>();
  const watch = watchShards(clock, log);
  const throttler = createIdentifyThrottler(clock, log);
  let closing = false;
  const manager = new WebSocketManager({
    rest: options.rest,
    token: options.token,
    intents: GatewayIntentBits.Guilds,
    // the library's default keeps the sessions of all managers of a process in one map
    retrieveSessionInfo: (shard) => sessions.get(shard) ?? null,
    updateSessionInfo: (shard, session) => void (session ? sessions.set(shard, session) : sessions.delete(shard)),
    async buildIdentifyThrottler(of) {
      const { session_start_limit } = await of.fetchGatewayInformation();
      return throttler.before(new SimpleIdentifyThrottler(session_start_limit.max_concurrency));
    },
  });
  manager
    .on(WebSocketShardEvents.Ready, (data, shard) => {
      watch.opened(shard, "with a new session");
      const session = sessions.get(shard);
      // the library tells of the session before it says READY; a guess would take other shards' servers for removed
      if (session === undefined) throw new Error(`shard ${shard} is ready without a session`);
      listener.ready(data, shard, session.shardCount);
    })
    .on(WebSocketShardEvents.Resumed, (shard) => watch.opened(shard, "resumed"))
    .on(WebSocketShardEvents.HeartbeatComplete, (_, shard) => {
      watch.heard(shard);
      throttler.lives(shard);
    })
    .on(WebSocketShardEvents.Dispatch, (payload) => listener.dispatch(payload))
    .on(WebSocketShardEvents.Error, (err, shard) => log.debug({ err, shard }, "gateway error"))
    .on(WebSocketShardEvents.SocketError, (err, shard) => watch.closed(shard, { err }))
    .on(WebSocketShardEvents.Closed, (code, shard) => {
      const fatal = fatalClose(code);
      if (fatal) listener.fatal(fatal);
      else if (!closing) watch.closed(shard, { code });
    });
  return {
    async sessionStarts() {
      const { session_start_limit, shards } = await manager.fetchGatewayInformation(true);
      return { left: session_start_limit.remaining, shards, resetAfter: session_start_limit.reset_after };
    },
    connect: () => manager.connect(),
    health: () => watch.health(),
    async close() {
      closing = true;
      await manager.destroy({ code: 1_000, reason: "going away" });
    },
  };
}
