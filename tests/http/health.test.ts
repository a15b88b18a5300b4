import { expect, test } from "vitest";
import { type ShardState, startHealth } from "../../src/http/health.ts";
import { FakeClock } from "../support/clock.ts";

const NOW = "2026-06-25T09:00:00Z";
const heard = (ago: number): ShardState => ({ connected: true, heardAt: Date.parse(NOW) - ago });

async function statusOf(shards: readonly ShardState[]): Promise<number> {
  const health = await startHealth({ host: "127.0.0.1", port: 0 }, new FakeClock(NOW), () => shards);
  try {
    return (await fetch(health.url)).status;
  } finally {
    health.close();
  }
}

test.each<[string, readonly ShardState[], number]>([
  ["every heartbeat acknowledged within two minutes", [heard(0), heard(119_999)], 200],
  ["one heartbeat acknowledged two minutes ago", [heard(0), heard(120_000)], 503],
  ["connected and no heartbeat acknowledged yet", [{ connected: true, heardAt: undefined }], 503],
  ["one shard cut off", [heard(0), { ...heard(0), connected: false }], 503],
  ["no shard yet", [], 503],
])("%s", async (_, shards, status) => {
  expect(await statusOf(shards)).toBe(status);
});
