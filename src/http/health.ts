import { createServer } from "node:http";
import { EXIT, Fatal } from "../fatal.ts";
import type { Clock, Instant } from "../ports.ts";

export interface ShardState {
  readonly connected: boolean;
  readonly heardAt: Instant | undefined;
}

/** Discord's heartbeat is acknowledged every 41 seconds or so; twice in vain and something more means trouble. */
const SILENCE = 120_000;

/**
 * GET /health: 200 while every shard is connected and Discord has been heard of lately, else 503; the same as JSON. For a
 * supervisor that restarts what is unhealthy for long. Throws Fatal where the port is taken or the host is not this machine.
 */
export async function startHealth(
  { host, port }: { readonly host: string; readonly port: number },
  clock: Clock,
  shards: () => readonly ShardState[],
): Promise<{ readonly url: string; readonly close: () => void }> {
  const server = createServer((request, response) => {
    if (request.url !== "/health") return void response.writeHead(404).end();
    const now = clock.now();
    const states = shards();
    const well = (state: ShardState) => state.connected && now - (state.heardAt ?? 0) < SILENCE;
    const healthy = states.length > 0 && states.every(well);
    response.writeHead(healthy ? 200 : 503, { "Content-Type": "application/json", "Cache-Control": "no-store" });
    response.end(`${JSON.stringify({ healthy, shards: states })}\n`);
  });
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  server.once("error", reject);
  server.listen(port, host, resolve);
  await promise.catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error);
    const cure = isOfHost(error)
      ? "Set HEALTH_HOST to an address of this machine, such as 127.0.0.1, or to 0.0.0.0 for all of them."
      : "Set HEALTH_PORT to a free port, or leave it empty.";
    throw new Fatal(`The health page cannot listen on ${host}, port ${port} (${reason}). ${cure}`, EXIT.mend);
  });
  const address = server.address();
  const bound = typeof address === "object" && address !== null ? address.port : port;
  return {
    url: `http://${host}:${bound}/health`,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** The name is unknown, or the address not one of this machine. */
function isOfHost(error: unknown): boolean {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  return code === "EADDRNOTAVAIL" || code === "ENOTFOUND" || code === "EAI_AGAIN";
}
