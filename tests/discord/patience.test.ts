import { expect, test } from "vitest";
import { connectDiscord } from "../../src/discord/connection.ts";
import { createIdentifyThrottler } from "../../src/discord/identify.ts";
import type { StandIn, StandInOptions } from "../../src/playground/api.ts";
import { startStandIn } from "../../src/playground/stand-in.ts";
import type { Clock } from "../../src/ports.ts";
import { silentLog } from "../support/log.ts";
import { realClock } from "./fixture.ts";

/** A clock that jumps over every wait, and notes how long it was to be. */
function jumpingClock(): Clock & { readonly waits: number[] } {
  const waits: number[] = [];
  let now = Date.parse("2026-06-25T09:00:00Z");
  return {
    waits,
    now: () => now,
    sleep(milliseconds) {
      waits.push(milliseconds);
      now += milliseconds;
      return Promise.resolve();
    },
  };
}

async function withStandIn(
  use: (discord: StandIn) => Promise<void>,
  options: Partial<StandInOptions> = {},
): Promise<void> {
  const discord = await startStandIn({ clock: realClock, ...options });
  try {
    await use(discord);
  } finally {
    await discord.close();
  }
}

const connecting = (discord: StandIn, clock: Clock, api = discord.url, signal = new AbortController().signal) =>
  connectDiscord({ api, token: discord.token, clock, log: silentLog, signal, fatal: () => undefined });

test("while Discord is unwell it is asked again, ever more slowly, and then all is well", async () => {
  await withStandIn(async (discord) => {
    const clock = jumpingClock();
    discord.inject({ path: /applications/, times: 9, action: { kind: "answer", status: 503 } });
    await connecting(discord, clock);
    expect(clock.waits).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000, 60_000]);
  });
});

test("turned away by the edge it waits as long as the edge says", async () => {
  await withStandIn(async (discord) => {
    const clock = jumpingClock();
    const headers = { "Retry-After": "600" };
    discord.inject({ path: /applications/, action: { kind: "answer", status: 429, html: "<p>banned", headers } });
    await connecting(discord, clock);
    expect(clock.waits).toEqual([600_000]);
  });
});

test("where nothing answers it gives up after seven seconds, and says so", async () => {
  await withStandIn(async (discord) => {
    const clock = jumpingClock();
    const nobody = connecting(discord, clock, "http://127.0.0.1:9/api");
    await expect(nobody).rejects.toThrow(/cannot be reached at http:\/\/127\.0\.0\.1:9\/api/);
    await expect(nobody).rejects.toMatchObject({ exitCode: 1 });
    expect(clock.waits).toEqual([1_000, 2_000, 4_000]);
  });
});

test("without a session left for today it waits for the next day instead of losing its token", async () => {
  await withStandIn(
    async (discord) => {
      const stopping = new AbortController();
      const waits: number[] = [];
      const clock: Clock = {
        now: () => realClock.now(),
        sleep(milliseconds, signal) {
          waits.push(milliseconds);
          return realClock.sleep(milliseconds, signal);
        },
      };
      const connection = await connecting(discord, clock, discord.url, stopping.signal);
      const opening = connection.open({ interaction: () => undefined, news: () => undefined });
      await expect.poll(() => waits).toEqual([86_400_000]);
      expect(discord.gateway.counts.identify).toBe(0);
      stopping.abort(new Error("stopped"));
      await expect(opening).rejects.toThrow("stopped");
    },
    { gateway: { sessionStartsLeft: 0 } },
  );
});

test("sessions that do not last are started ever more rarely; one that lasts forgives", async () => {
  const clock = jumpingClock();
  const throttler = createIdentifyThrottler(clock, silentLog);
  const starts = throttler.before({ waitForIdentify: () => Promise.resolve() });
  const { signal } = new AbortController();
  for (let start = 0; start < 12; start++) await starts.waitForIdentify(0, signal);
  expect(clock.waits.slice(0, 4)).toEqual([5_000, 10_000, 20_000, 40_000]);
  expect(clock.waits.at(-1)).toBe(600_000);
  const before = clock.waits.length;
  await starts.waitForIdentify(1, signal);
  throttler.lives(0);
  await starts.waitForIdentify(0, signal);
  expect(clock.waits).toHaveLength(before);
});
