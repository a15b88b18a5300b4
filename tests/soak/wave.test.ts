import { expect, test } from "vitest";
import { ourWave } from "../../bench/delivery.ts";
import { percentile } from "../../bench/timing.ts";

const SERVERS = Number(process.env["WAVE_SERVERS"] ?? 10_000);
const PACE = 40;

test(`${SERVERS} servers due in one minute: all sent, at the pace allowed, without a 429, while answers stay quick`, async () => {
  const { tally, rate, before } = await ourWave(SERVERS, PACE, 80);
  expect(tally.channels).toBe(SERVERS);
  expect(tally.posts).toBe(SERVERS);
  expect(tally.refused).toBe(0);
  expect(rate).toBeGreaterThan(PACE * 0.95);
  expect(tally.answers.length).toBeGreaterThan(SERVERS / PACE);
  // a machine that is busy with other things is slow without a wave too
  expect(percentile(tally.answers, 0.99)).toBeLessThan(Math.max(50, 2 * percentile(before, 0.99)));
});
