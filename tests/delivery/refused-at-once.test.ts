import { expect, test } from "vitest";
import { mostInASecond } from "../support/rate.ts";
import { scene } from "./support.ts";

test.each([0, 200, 400, 800])(
  "of 60 dead channels due in one minute fewer than ten are asked in any second, where Discord takes %i ms",
  async (latency) => {
    const { subscribe, until, standIn } = await scene("2026-06-25T06:59:00Z", { pace: 40, latency });
    for (let count = 0; count < 60; count += 1) await subscribe({}, { permissions: 0n });
    await until("2026-06-25T07:40:00Z");
    const refused = standIn.requests.filter(({ status }) => status === 403).map(({ at }) => at);
    expect(refused.length).toBeGreaterThanOrEqual(60);
    expect(mostInASecond(refused)).toBeLessThan(10);
  },
);
