import { createServer } from "node:http";
import type { Clock, Instant } from "../ports.ts";
import { type Listening, listen } from "./listen.ts";

export interface ShardState {
  readonly connected: boolean;
  readonly heardAt: Instant | undefined;
}

/** Discord's heartbeat is acknowledged every 41 seconds or so; twice in vain and something more means trouble. */
const SILENCE = 120_000;

/** Off by more than this the machine's clock is not followed (discord/agreed-clock.ts). */
const TOLERANCE = 60_000;

function clockState(ahead: number | undefined) {
  return { right: ahead === undefined || Math.abs(ahead) <= TOLERANCE, aheadSeconds: (ahead ?? 0) / 1_000 };
}

/**
 * GET /health: 200 while every shard is connected and Discord has been heard of lately, else 503; the same as JSON, and how far the machine's
 * clock is ahead of Discord's: what goes by Discord's then is healthy, and a restart would not mend it. For a
 * supervisor that restarts what is unhealthy for long. Throws Fatal where the port is taken or the host is not this machine.
 */
export async function startHealth(
  at: { readonly host: string; readonly port: number },
  clock: Clock,
  shards: () => readonly ShardState[],
  clockAhead: () => number | undefined,
): Promise<Listening> {
  const server = createServer((request, response) => {
    if (request.url !== "/health") return void response.writeHead(404).end();
    const now = clock.now();
    const states = shards();
    const well = (state: ShardState) => state.connected && now - (state.heardAt ?? 0) < SILENCE;
    const healthy = states.length > 0 && states.every(well);
    response.writeHead(healthy ? 200 : 503, { "Content-Type": "application/json", "Cache-Control": "no-store" });
    response.end(`${JSON.stringify({ healthy, shards: states, clock: clockState(clockAhead()) })}\n`);
  });
  const { url, close } = await listen(server, at, "The health page", "HEALTH");
  return { url: `${url}/health`, close };
}
