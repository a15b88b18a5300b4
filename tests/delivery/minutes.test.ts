import { expect, onTestFinished, test } from "vitest";
import { startDelivery } from "../../src/delivery/delivery.ts";
import { eachMinute } from "../../src/delivery/minutes.ts";
import { FakeClock } from "../support/clock.ts";
import { discordOf, recordingLog, scene } from "./support.ts";

/** The instants at which it is done, each taking no time, and what ends it. */
function acting(clock: FakeClock, act = () => Promise.resolve()) {
  const done: string[] = [];
  const stopping = new AbortController();
  const ended = eachMinute(
    clock,
    () => {
      done.push(new Date(clock.now()).toISOString().slice(0, 23));
      return act();
    },
    stopping.signal,
  );
  return { done, ended, stop: () => stopping.abort() };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

async function after(clock: FakeClock, ...instants: readonly string[]): Promise<void> {
  for (const instant of instants) {
    clock.set(instant);
    await settled();
  }
}

test("each minute at its beginning, and nothing between", async () => {
  const clock = new FakeClock("2026-06-25T08:57:20Z");
  const { done, ended, stop } = acting(clock);
  await after(clock, "2026-06-25T08:57:59.999Z", "2026-06-25T08:58Z", "2026-06-25T08:58:30Z", "2026-06-25T08:59Z");
  expect(done).toEqual(["2026-06-25T08:57:20.000", "2026-06-25T08:58:00.000", "2026-06-25T08:59:00.000"]);
  stop();
  await ended;
});

test("a process that stood still over the full minute does it as soon as it runs again, and keeps to the full minutes", async () => {
  const clock = new FakeClock("2026-06-25T08:58Z");
  const { done, ended, stop } = acting(clock);
  await after(clock, "2026-06-25T08:59:03.500Z", "2026-06-25T08:59:59Z", "2026-06-25T09:00Z");
  expect(done.slice(1)).toEqual(["2026-06-25T08:59:03.500", "2026-06-25T09:00:00.000"]);
  stop();
  await ended;
});

test("a minute that begins while the last one's work goes on is done right after it, not beside it", async () => {
  const clock = new FakeClock("2026-06-25T08:58Z");
  let work = Promise.withResolvers<void>();
  const { done, ended, stop } = acting(clock, () => work.promise);
  await after(clock, "2026-06-25T08:59:10Z");
  expect(done).toHaveLength(1);
  const first = work;
  work = Promise.withResolvers();
  first.resolve();
  await settled();
  expect(done).toEqual(["2026-06-25T08:58:00.000", "2026-06-25T08:59:10.000"]);
  stop();
  work.resolve();
  await ended;
});

test("a clock set forward by a year is one more time, and one set back by a year waits for a minute at most", async () => {
  const clock = new FakeClock("2026-06-25T08:58:10Z");
  const { done, ended, stop } = acting(clock, async () => {
    if (clock.now() > Date.parse("2027-01-01")) clock.set("2026-06-25T08:58:20Z");
  });
  await after(clock, "2027-06-25T08:58:10Z");
  expect(done.slice(1)).toEqual(["2027-06-25T08:58:10.000"]);
  expect(clock.nextWake()).toBe(Date.parse("2026-06-25T08:59:20Z"));
  stop();
  await ended;
});

test("it stops in its sleep, and what is thrown is not swallowed", async () => {
  const clock = new FakeClock("2026-06-25T08:58Z");
  const one = acting(clock);
  await settled();
  one.stop();
  await one.ended;
  await expect(acting(clock, () => Promise.reject(new Error("broken"))).ended).rejects.toThrow("broken");
});

test("delivery that stood still from :58 to :03 posts within the minute, on time; a clock set forward by a year is one look, and no line", async () => {
  const clock = new FakeClock("2026-06-25T06:58Z");
  const { standIn, store, composer, subscribe, texts } = await scene("2026-06-25T06:58Z", { clock });
  const { channelId } = await subscribe();
  const { log, lines } = recordingLog(clock);
  const looks: number[] = [];
  const delivery = startDelivery(
    {
      clock,
      store,
      log,
      composer,
      discord: discordOf(standIn, clock),
      fatal: (reason) => expect.fail(reason),
      pace: Number.POSITIVE_INFINITY,
      spread: 0,
      agree: () => Promise.resolve(void looks.push(clock.now())),
    },
    Promise.resolve(),
  );
  onTestFinished(() => delivery.stop());
  const work = async (count: number) => {
    await expect.poll(() => looks.length).toBe(count);
    await expect.poll(() => clock.nextWake()).toBe(clock.now() - (clock.now() % 60_000) + 60_000);
    await delivery.idle();
  };
  await work(1);
  clock.set("2026-06-25T06:59:58Z");
  await work(2);
  clock.set("2026-06-25T07:00:03.500Z");
  await work(3);
  expect(texts(channelId)).toEqual(["daily 2026-06-25"]);
  clock.set("2026-06-25T07:01:59Z");
  await work(4);
  expect(delivery.state().lookedAt).toBe(clock.now());
  clock.set("2027-06-25T06:30:10Z");
  await work(5);
  expect(lines()).toEqual([]);
});
