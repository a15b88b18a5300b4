import { createServer } from "node:http";
import type { Clock, Instant } from "../ports.ts";
import { type Listening, listen } from "./listen.ts";

export interface ShardState {
  readonly connected: boolean;
  readonly heardAt: Instant | undefined;
}

/** What is looked at. */
export interface Watched {
  readonly shards: readonly ShardState[];
  /** How posting stands; undefined before it has begun. */
  readonly posting: object | undefined;
  /** All but what the shards give cause for. */
  readonly alarms: readonly Alarm[];
  /** Milliseconds by which the machine's clock is ahead of Discord's. */
  readonly clockAhead: number | undefined;
}

/** Discord's heartbeat is acknowledged every 41 seconds or so; twice in vain and something more means trouble. */
const SILENCE = 120_000;

/** Off by more than this the machine's clock is not followed (discord/agreed-clock.ts). */
const TOLERANCE = 60_000;

function clockState(ahead: number | undefined) {
  return { right: ahead === undefined || Math.abs(ahead) <= TOLERANCE, aheadSeconds: (ahead ?? 0) / 1_000 };
}

/** Something to be woken for, and what to do about it. */
export interface Alarm {
  readonly what: string;
  readonly cure: string;
}

const CUT_OFF: Alarm = {
  what: "not every connection to Discord stands: nobody is answered where it does not",
  cure: "It connects again by itself, and posts go out meanwhile. Where it lasts, see the log and https://discordstatus.com",
};

/**
 * GET /health: 200 while there is no alarm, else 503: every shard is connected and Discord has been heard of lately, nothing keeps posts from going
 * out, and what became of them is written down. As JSON: each alarm with what to do about it, what else is known, and how far the machine's
 * clock is ahead of Discord's: what goes by Discord's then is healthy, and a restart would not mend it. Throws Fatal where the port is taken or
 * the host is not this machine.
 */
export async function startHealth(
  at: { readonly host: string; readonly port: number },
  clock: Clock,
  watch: () => Watched,
): Promise<Listening> {
  const server = createServer((request, response) => {
    if (request.url !== "/health") return void response.writeHead(404).end();
    const { shards, posting, clockAhead, alarms } = watch();
    const now = clock.now();
    const isWell = ({ connected, heardAt }: ShardState) => connected && now - (heardAt ?? 0) < SILENCE;
    const found = [...(shards.length > 0 && shards.every(isWell) ? [] : [CUT_OFF]), ...alarms];
    const healthy = found.length === 0;
    response.writeHead(healthy ? 200 : 503, { "Content-Type": "application/json", "Cache-Control": "no-store" });
    response.end(`${JSON.stringify({ healthy, alarms: found, shards, posting, clock: clockState(clockAhead) })}\n`);
  });
  const { url, close } = await listen(server, at, "The health page", "HEALTH");
  return { url: `${url}/health`, close };
}
