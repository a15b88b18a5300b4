import { array, assert, asyncProperty, double, integer, pre, record } from "fast-check";
import { describe, expect, test } from "vitest";
import { createPacer } from "../../src/delivery/pacer.ts";
import { FakeClock } from "../support/clock.ts";
import { mostInASecond } from "../support/rate.ts";

const START = Date.parse("2026-06-25T07:00Z");
const { signal } = new AbortController();
const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

/** A request: how long Discord takes, at which part of that it looks at it, and what it says. */
interface Asked {
  readonly latency: number;
  readonly seenAfter: number;
  readonly isRefused: boolean;
}

/** All ask at once, at 40 a second. When Discord refused one, and when the last was sent, both from the first on. */
async function traffic(all: readonly Asked[], clock = new FakeClock(START), pacer = createPacer(clock, 40)) {
  const from = clock.now();
  const refused: number[] = [];
  let [last, ended] = [0, 0];
  const ask = async ({ latency, seenAfter, isRefused }: Asked) => {
    await pacer.turn(signal);
    last = clock.now() - from;
    if (isRefused) refused.push(last + latency * seenAfter);
    await clock.sleep(latency);
    pacer.ended(isRefused ? "refused" : "done");
    ended += 1;
  };
  for (const one of all) void ask(one);
  for (await settled(); ended < all.length; await settled()) clock.set(clock.nextWake() ?? Number.NaN);
  return { refused: refused.toSorted((one, other) => one - other), last };
}

const each = (count: number, latency: number, isRefused: (index: number) => boolean): Asked[] =>
  Array.from({ length: count }, (_, index) => ({ latency, seenAfter: 0.5, isRefused: isRefused(index) }));

describe.each([0, 80, 200, 400, 600, 800, 2_000])("where Discord takes %i ms", (latency) => {
  test.each([
    ["all are refused", () => true],
    ["every second one is", (index: number) => index % 2 === 1],
    ["one in ten is", (index: number) => index % 10 === 7],
  ])("fewer than ten are refused within any second, where %s", async (_, isRefused) => {
    const { refused } = await traffic(each(300, latency, isRefused));
    expect(mostInASecond(refused)).toBeLessThan(10);
    expect(refused.length).toBeGreaterThan(20);
  });

  test("and where thousands were done an hour before", async () => {
    const clock = new FakeClock(START);
    const pacer = createPacer(clock, 40);
    await traffic(
      each(1_000, latency, () => false),
      clock,
      pacer,
    );
    clock.advance(3_600_000);
    const { refused } = await traffic(
      each(100, latency, () => true),
      clock,
      pacer,
    );
    expect(mostInASecond(refused)).toBeLessThan(10);
  });
});

test.each([0, 80, 200])(
  "fewer than ten of 25 in a row, amid others that are done, where Discord takes %i ms",
  async (latency) => {
    const { refused } = await traffic(each(400, latency, (index) => index >= 200 && index < 225));
    expect(refused).toHaveLength(25);
    expect(mostInASecond(refused)).toBeLessThan(10);
  },
);

test.each([0, 80, 200, 500, 800])(
  "where nobody is refused all go out at the pace, though Discord takes %i ms",
  async (latency) => {
    const { last } = await traffic(each(2_000, latency, () => false));
    expect(last).toBeLessThan((2_000 / 40) * 1_000 * 1.05);
  },
);

test("a few that are refused cost the others little", async () => {
  const { last } = await traffic(each(2_000, 80, (index) => index % 100 === 50));
  expect(last).toBeLessThan((2_000 / 40) * 1_000 * 1.05);
});

test("nine refused within a second make the next wait until the first of them is a second old", async () => {
  const clock = new FakeClock(START);
  const pacer = createPacer(clock, Number.POSITIVE_INFINITY);
  for (let count = 0; count < 9; count += 1) {
    clock.set(START + count);
    await pacer.turn(signal);
    pacer.ended("refused");
  }
  const asked = pacer.turn(signal).then(() => clock.now());
  await settled();
  clock.set(clock.nextWake() ?? Number.NaN);
  expect(await asked).toBe(START + 1_000);
});

test("fewer than ten within any second, whatever is refused and however long each takes, where one in five or more is refused", async () => {
  await assert(
    asyncProperty(
      array(
        record({
          latency: integer({ min: 0, max: 1_500 }),
          seenAfter: double({ min: 0, max: 1, noNaN: true }),
          isRefused: integer({ min: 0, max: 4 }).map((drawn) => drawn === 0),
        }),
        { minLength: 30, maxLength: 200 },
      ),
      async (all) => {
        // 20 or more in a row that are done open more room than is safe from a mass of refusals: those are the incident's
        const run = all.reduce(
          ({ now, most }, { isRefused }) => ({
            now: isRefused ? 0 : now + 1,
            most: Math.max(most, isRefused ? 0 : now + 1),
          }),
          { now: 0, most: 0 },
        ).most;
        pre(run <= 20);
        expect(mostInASecond((await traffic(all)).refused)).toBeLessThan(10);
      },
    ),
    { numRuns: 60 },
  );
});
