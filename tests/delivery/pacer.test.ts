import { describe, expect, test } from "vitest";
import { countsAsInvalid } from "../../src/delivery/failures.ts";
import { createPacer, NotNow, type Pacer } from "../../src/delivery/pacer.ts";
import { FakeClock } from "../support/clock.ts";
import { mostInASecond } from "../support/rate.ts";

const START = Date.parse("2026-06-25T07:00Z");
const { signal } = new AbortController();

/** Everything that can go on without the clock has gone on. */
const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

/** So many requests ask at once, and are done at once; their instants, in milliseconds after the first asked. */
async function instants(clock: FakeClock, pacer: Pacer, requests: number): Promise<readonly number[]> {
  const asked = clock.now();
  const went: number[] = [];
  const ask = async () => {
    await pacer.turn(signal, "unknown");
    went.push(clock.now() - asked);
    pacer.ended("done", "unknown");
  };
  for (let count = 0; count < requests; count += 1) void ask();
  for (await settled(); went.length < requests; await settled()) {
    const next = clock.nextWake();
    if (next === undefined) throw new Error(`${requests - went.length} requests wait for nothing`);
    clock.set(next);
  }
  return went;
}

describe.each([1, 5, 10, 40, 50])("%i requests a second", (perSecond) => {
  const evenly = Array.from({ length: 60 }, (_, index) => (index * 1_000) / perSecond);

  test("go evenly spaced from the first on", async () => {
    const clock = new FakeClock(START);
    expect(await instants(clock, createPacer(clock, perSecond), 60)).toEqual(evenly);
  });

  test("do so after an hour in which nobody asked, and again after another", async () => {
    const clock = new FakeClock(START);
    const pacer = createPacer(clock, perSecond);
    for (let hour = 0; hour < 3; hour += 1) {
      clock.advance(3_600_000);
      expect(await instants(clock, pacer, 60)).toEqual(evenly);
    }
  });

  test("a process that was busy for ten seconds makes up for a fifth of a second at most, and never beyond Discord's 50", async () => {
    const clock = new FakeClock(START);
    const pacer = createPacer(clock, perSecond);
    const went: number[] = [];
    const ask = async () => {
      await pacer.turn(signal, "unknown");
      went.push(clock.now() - START);
      pacer.ended("done", "unknown");
    };
    for (let count = 0; count < 120; count += 1) void ask();
    await settled();
    clock.advance(10_000);
    for (await settled(); went.length < 120; await settled()) clock.set(clock.nextWake() ?? Number.NaN);
    const atOnce = went.filter((at) => at === 10_000).length;
    expect(atOnce).toBeGreaterThanOrEqual(1);
    expect(atOnce).toBeLessThanOrEqual(perSecond === 50 ? 2 : 1 + 0.2 * perSecond);
    expect(mostInASecond(went)).toBeLessThanOrEqual(perSecond === 50 ? 51 : Math.min(50, 1.2 * perSecond + 1));
  });

  test("a clock set back a year stops nobody", async () => {
    const clock = new FakeClock(START);
    const pacer = createPacer(clock, perSecond);
    await instants(clock, pacer, 3);
    clock.advance(-365 * 86_400_000);
    const went = await instants(clock, pacer, 3);
    expect(went[0]).toBeLessThanOrEqual(1_000 / perSecond);
    expect(mostInASecond(went)).toBeLessThanOrEqual(perSecond + 1);
  });
});

test("where there is no pace, all go at once", async () => {
  const clock = new FakeClock(START);
  const pacer = createPacer(clock, Number.POSITIVE_INFINITY);
  expect(await instants(clock, pacer, 100)).toEqual(Array.from({ length: 100 }, () => 0));
});

describe("a pause", () => {
  test("a short one is waited for, and nothing of it is made up for", async () => {
    const clock = new FakeClock(START);
    const pacer = createPacer(clock, 10);
    pacer.pause(15_000, "a test");
    expect(pacer.pausedUntil()).toBe(START + 15_000);
    pacer.pause(1_000, "a test"); // the longer one stays
    expect(await instants(clock, pacer, 4)).toEqual([15_000, 15_100, 15_200, 15_300]);
  });

  test("a long one is said to the asker, with its end", async () => {
    const clock = new FakeClock(START);
    const pacer = createPacer(clock, 10);
    pacer.pause(600_000, "a test");
    await expect(pacer.turn(signal, "unknown")).rejects.toMatchObject({ until: START + 600_000 });
    await expect(pacer.turn(signal, "unknown")).rejects.toBeInstanceOf(NotNow);
    clock.advance(600_000);
    expect(await instants(clock, pacer, 2)).toEqual([0, 100]);
  });

  test("one that began while the clock was thousands of years ahead is no longer than it was meant to be", () => {
    const clock = new FakeClock("9999-12-31T07:00Z");
    const pacer = createPacer(clock, 10);
    pacer.pause(60_000, "a test");
    clock.set(START);
    expect(pacer.pausedUntil()).toBe(START + 60_000);
    clock.advance(60_000);
    expect(pacer.pausedUntil()).toBe(START + 60_000);
  });
});

test("whoever waits when delivery stops is told so", async () => {
  const clock = new FakeClock(START);
  const pacer = createPacer(clock, 1);
  const stopping = new AbortController();
  await pacer.turn(stopping.signal, "unknown");
  const turn = pacer.turn(stopping.signal, "unknown");
  stopping.abort();
  await expect(turn).rejects.toBeInstanceOf(NotNow);
});

test("a thousand refusals within ten minutes are the most: the next request waits until the first is ten minutes old", async () => {
  const clock = new FakeClock(START);
  const pacer = createPacer(clock, Number.POSITIVE_INFINITY);
  const refuse = async (at: number) => {
    clock.set(at);
    await pacer.turn(signal, "unknown");
    pacer.ended("refused", "unknown");
  };
  for (let count = 0; count < 1_000; count += 1) await refuse(START + count * 120);
  await refuse(START + 120_000);
  await expect(pacer.turn(signal, "unknown")).rejects.toMatchObject({ until: START + 600_000 });
});

test("a limit that others share is not counted as a refusal, nor one that the client kept to by itself; the bot's own is", () => {
  const limited = (scope: "user" | "global" | "shared") =>
    countsAsInvalid({ outcome: "limited", retryAfter: 1_000, scope, code: 0 });
  expect([limited("user"), limited("global"), limited("shared")]).toEqual([true, true, false]);
  expect(countsAsInvalid({ outcome: "limited", retryAfter: 1_000, scope: "user", code: 0, unsent: true })).toBe(false);
});
