import { expect, test } from "vitest";
import { createPacer } from "../../src/delivery/pacer.ts";
import { FakeClock } from "../support/clock.ts";
import { mostInASecond } from "../support/rate.ts";
import { recordingLog, scene } from "./support.ts";

const NOW = "2026-06-25T06:59Z";
const YESTERDAY = 86_400_000;
const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

test.each([80, 200, 300, 600, 1_000])(
  "ten that have refused before, all at once behind a wave whose last ones died, are fewer than ten refusals within any second, where Discord takes %i ms",
  async (latency) => {
    const clock = new FakeClock(NOW);
    const pacer = createPacer(clock, 40);
    const { signal } = new AbortController();
    const refused: number[] = [];
    const answered: number[] = [];
    const ask = async (prospect: "refusal" | "unknown", isRefused: boolean) => {
      await pacer.turn(signal, prospect);
      await clock.sleep(latency);
      if (isRefused) refused.push(clock.now());
      pacer.ended(isRefused ? "refused" : "done", prospect);
      answered.push(clock.now());
    };
    for (let count = 0; count < 600; count += 1) void ask("unknown", [570, 580, 590].includes(count));
    for (let count = 0; count < 10; count += 1) void ask("refusal", true);
    for (await settled(); answered.length < 610; await settled()) clock.set(clock.nextWake() ?? Number.NaN);
    expect(refused).toHaveLength(13);
    expect(mostInASecond(refused)).toBeLessThan(10);
  },
);

test("what was refused as expected says nothing of the others: they wait for none of it", async () => {
  const clock = new FakeClock(NOW);
  const pacer = createPacer(clock, Number.POSITIVE_INFINITY);
  const { signal } = new AbortController();
  for (let count = 0; count < 40; count += 1) {
    await pacer.turn(signal, "unknown");
    pacer.ended("done", "unknown");
  }
  for (let count = 0; count < 5; count += 1) {
    await pacer.turn(signal, "refusal");
    pacer.ended("refused", "refusal");
  }
  let begun = 0;
  for (let count = 0; count < 5; count += 1) void pacer.turn(signal, "unknown").then(() => (begun += 1));
  await settled();
  expect(begun).toBe(5);
});

test("on the day after, the channels that refused are fewer than ten refusals within any second behind a long wave", async () => {
  const clock = new FakeClock(NOW);
  const { log } = recordingLog(clock);
  const stage = await scene(NOW, { clock, log, pace: 40, spread: 0, latency: 300 });
  for (let count = 0; count < 600; count += 1) await stage.subscribe();
  for (let count = 0; count < 30; count += 1) {
    const { id, channelId } = await stage.subscribe({}, { permissions: 0n });
    await stage.store.subscriptions.refused(id, "no-access", clock.now() - YESTERDAY, channelId);
  }
  await stage.until("2026-06-25T07:02Z");
  const refused = stage.standIn.requests.filter(({ status }) => status === 403).map(({ at }) => at);
  expect(refused).toHaveLength(30);
  expect(mostInASecond(refused)).toBeLessThan(10);
}, 60_000);
