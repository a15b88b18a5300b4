import { expect, test } from "vitest";
import { type ShardState, startHealth } from "../../src/http/health.ts";
import { FakeClock } from "../support/clock.ts";

const NOW = "2026-06-25T09:00:00Z";
const heard = (ago: number): ShardState => ({ connected: true, heardAt: Date.parse(NOW) - ago });

async function answerOf(shards: readonly ShardState[], ahead?: number): Promise<Response> {
  const at = { host: "127.0.0.1", port: 0 };
  const watched = { shards, posting: undefined, alarms: [], clockAhead: ahead };
  const health = await startHealth(at, new FakeClock(NOW), () => watched);
  try {
    return await fetch(health.url);
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
  const answer = await answerOf(shards);
  expect(answer.status).toBe(status);
  expect(await answer.json()).toMatchObject({ healthy: status === 200, alarms: { length: status === 200 ? 0 : 1 } });
});

test.each([
  [undefined, { right: true, aheadSeconds: 0 }],
  [60_000, { right: true, aheadSeconds: 60 }],
  [-61_000, { right: false, aheadSeconds: -61 }],
  [7_200_000, { right: false, aheadSeconds: 7_200 }],
])("the machine's clock is %s ms ahead of Discord's: said, and healthy all the same", async (ahead, clock) => {
  const answer = await answerOf([heard(0)], ahead);
  expect(answer.status).toBe(200);
  expect(await answer.json()).toMatchObject({ healthy: true, clock });
});
