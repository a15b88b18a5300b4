import { expect, test } from "vitest";
import { ourWave } from "../../bench/delivery.ts";
import { percentile } from "../../bench/timing.ts";

const SERVERS = Number(process.env["WAVE_SERVERS"] ?? 10_000);
const PACE = 40;
/** The posts of a minute are spread over its first half: fewer than the pace allows in that time take so long all the same. */
const SPREAD = 30;

test(`${SERVERS} servers due in one minute: all sent, at the pace allowed, without a 429, while answers stay quick`, async () => {
  const { tally, before } = await ourWave(SERVERS, PACE, 80);
  const { answers } = tally;
  const [p50, p99, quiet] = [percentile(answers, 0.5), percentile(answers, 0.99), percentile(before, 0.99)];
  const measured = `${answers.length} answers: p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms (before: ${quiet.toFixed(1)} ms)`;
  process.stdout.write(`${tally.posts} posts in ${(tally.took / 1_000).toFixed(1)} s; ${measured}\n`);
  expect(tally.channels).toBe(SERVERS);
  expect(tally.posts).toBe(SERVERS);
  expect(tally.refused).toBe(0);
  expect(tally.took / 1_000).toBeLessThan(Math.max(SERVERS / PACE, SPREAD) * 1.05);
  expect(answers.length).toBeGreaterThan(SERVERS / PACE);
  expect(p99).toBeLessThanOrEqual(50);
});
