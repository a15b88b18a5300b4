import { expect, test } from "vitest";
import { scene } from "../delivery/support.ts";

const SUBSCRIPTIONS = 10_000;
const SECOND = 1_000;

test("10,000 subscriptions of which 1,000 lost access: few refused requests a second, none twice to a dead target", async () => {
  const { until, subscribe, standIn, store, delivery } = await scene("2026-06-25T06:59:00Z", { pace: 40, spread: 30 });
  const dead = new Set<string>();
  const alive: string[] = [];
  for (let count = 0; count < SUBSCRIPTIONS; count += 1) {
    const lost = count % 10 === 7;
    const { channelId } = await subscribe({}, lost ? { permissions: 0n } : {});
    if (lost) dead.add(channelId);
    else alive.push(channelId);
  }
  await until("2026-06-25T07:20:00Z");
  expect(alive.filter((channelId) => standIn.messages(channelId).length !== 1)).toEqual([]);
  const refused = standIn.requests.filter(({ status }) => status === 403);
  const bySecond = Map.groupBy(refused, ({ at }) => Math.floor(at / SECOND));
  expect(Math.max(...[...bySecond.values()].map((requests) => requests.length))).toBeLessThan(10);
  expect(refused.length).toBe(dead.size);
  expect(new Set(refused.map(({ path }) => path)).size).toBe(dead.size);
  await until("2026-06-25T19:00:00Z");
  expect(standIn.requests.filter(({ status }) => status === 403).length).toBe(dead.size);
  expect(standIn.requests.filter(({ path }) => dead.has(path.split("/")[2] ?? "")).length).toBe(dead.size);
  await delivery.stop();
  await store.close().catch(() => undefined);
});
